import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, posix } from 'node:path'

import { fileURLToPath } from 'node:url'

const { resolve } = createRequire(import.meta.url)
const own = fileURLToPath(new URL('assets/', import.meta.url))
const govuk = join(dirname(resolve('govuk-frontend/package.json')), 'dist')
const moj = dirname(resolve('@ministryofjustice/frontend/package.json'))

/** The pictures the style sheet names. */
const images = [
  'icon-close-cross-black.svg',
  'icon-document.svg',
  'icon-tag-remove-cross-white.svg',
  'icon-tag-remove-cross.svg',
  'icon-toggle-plus-minus.svg',
]

/** Every file a page may load, by the path it is served under. Nothing else can be asked for. */
export function readAssetFiles(): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>()
  files.set('portal.css', readFileSync(join(own, 'portal.min.css')))
  files.set('favicon.svg', readFileSync(join(own, 'favicon.svg')))
  for (const image of images) {
    files.set(`images/${image}`, readFileSync(join(moj, 'moj/assets/images', image)))
  }
  addModule(files, 'start.js')
  return files
}

/** Adds a module and all it imports, so that the list can neither miss one nor hold one too many. */
function addModule(files: Map<string, Buffer>, path: string): void {
  if (files.has(path)) return
  const source = readModule(path)
  files.set(path, Buffer.from(source))
  for (const [, imported] of source.matchAll(/^import .* from '(\.[^']+)'/gm)) {
    if (imported !== undefined) addModule(files, posix.join(posix.dirname(path), imported))
  }
}

function readModule(path: string): string {
  const root = path.startsWith('govuk/') ? govuk : path.startsWith('moj/') ? moj : own
  return readFileSync(join(root, path), 'utf8')
    .replace(/^\/\/# sourceMappingURL=.*$/gm, '')
    .replace(/^(import .* from ')([^.'][^']*)'/gm, (_, start: string, name: string) => {
      const found = posix.relative(posix.dirname(path), servedAs(name))
      return `${start}${found.startsWith('.') ? found : `./${found}`}'`
    })
}

/** The path of a module that is imported by its package's name, which a browser cannot look up. */
function servedAs(name: string): string {
  if (name === 'govuk-frontend') return 'govuk/common/configuration.mjs' // MOJ's modules: their base class
  return name.replace(/^govuk-frontend\/dist\//, '').replace(/^@ministryofjustice\/frontend\//, '')
}
