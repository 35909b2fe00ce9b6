import type { BringsFile } from '@cdop/runtime'
import type { PageRoute } from './page-route.ts'

/** The posts that bring a file as it comes: over a slow line they may take longer than any other. */
export function bringsFileTo(routes: readonly PageRoute[]): BringsFile {
  const paths = routes
    .filter(({ streamsFile }) => streamsFile !== undefined)
    .map(({ path }) => new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`))
  return (method, path) => method === 'POST' && paths.some((one) => one.test(path))
}
