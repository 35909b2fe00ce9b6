import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { raw } from 'hono/html'
import nunjucks from 'nunjucks'
import type { Html } from './html.ts'

const { resolve } = createRequire(import.meta.url)

/** Where the official macros lie: names under it start with `govuk/` or `moj/`. */
const roots = [
  join(dirname(resolve('govuk-frontend/package.json')), 'dist'),
  dirname(resolve('@ministryofjustice/frontend/package.json')),
]

const macros = new nunjucks.Environment(new nunjucks.FileSystemLoader(roots), {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
})

/* The timeline formats its times with a filter of this name and would need a date library for it. Ours are
   written out by the page ("about 4 June 2026"), so the filter shows what the page wrote. */
macros.addFilter('date', (_timestamp: string, written: string) => written)

/** A typed function over one official macro. Text among its options is escaped by the macro itself. */
export function macro<Options extends object>(file: string, name: string): (options: Options) => Html {
  let template: nunjucks.Template | undefined
  return (options) => {
    template ??= nunjucks.compile(`{% from "${file}" import ${name} %}{{ ${name}(options) }}`, macros)
    return raw(template.render({ options }).trim())
  }
}
