import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PAGES = join(import.meta.dirname, '../../../services/portal/src/pages')
const ROUTE = /(?:personPage|linkPage|draftPage|openPage)\(\s*'((?:[^'\\]|\\.)*)'/g

/** The paths of the portal's pages, as its sources name them: read, not imported. */
export function portalRoutes(): readonly string[] {
  return readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(join(PAGES, file), 'utf8').matchAll(ROUTE)])
    .flatMap(([, path]) => (path === undefined ? [] : [path.replaceAll('\\\\', '\\')]))
}
