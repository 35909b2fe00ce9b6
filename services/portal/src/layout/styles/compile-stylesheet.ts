import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compile } from 'sass'

const { resolve } = createRequire(import.meta.url)
const govuk = join(dirname(resolve('govuk-frontend/package.json')), 'dist/govuk')
const moj = join(dirname(resolve('@ministryofjustice/frontend/package.json')), 'moj')

/** Prefixes under which style sheets are named; the long one is how MOJ's name GOV.UK's. */
const places = [
  ['node_modules/govuk-frontend/dist/govuk/', govuk],
  ['govuk/', govuk],
  ['moj/', moj],
] as const

function findFileUrl(url: string): URL | null {
  const place = places.find(([prefix]) => url.startsWith(prefix))
  return place ? pathToFileURL(join(place[1], url.slice(place[0].length))) : null
}

/** Where the portal's style sheet is kept: it is committed, so that no service needs a compiler to start. */
export const stylesheetFile = fileURLToPath(new URL('../assets/portal.min.css', import.meta.url))

/** The portal's style sheet, small, from the packages and the files in this folder. */
export function compileStylesheet(): string {
  const source = fileURLToPath(new URL('portal.scss', import.meta.url))
  return `${compile(source, { style: 'compressed', importers: [{ findFileUrl }] }).css}\n`
}
