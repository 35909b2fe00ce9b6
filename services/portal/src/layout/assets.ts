import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { readAssetFiles } from './asset-files.ts'

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

type Asset = {
  readonly type: string
  readonly plain: Uint8Array<ArrayBuffer>
  readonly zipped: Uint8Array<ArrayBuffer>
}

const files = readAssetFiles()

const byPath: ReadonlyMap<string, Asset> = new Map(
  [...files].map(([path, content]) => {
    const type = types[path.slice(path.lastIndexOf('.') + 1)]
    if (type === undefined) throw new Error(`No content type is known for the asset ${path}`)
    return [
      path,
      { type, plain: new Uint8Array(content), zipped: new Uint8Array(gzipSync(content, { level: 9 })) },
    ]
  }),
)

/** Changes when any asset changes, so that a browser can keep what it has for ever. */
const version = [...files]
  .reduce((hash, [path, content]) => hash.update(path).update('\0').update(content), createHash('sha256'))
  .digest('hex')
  .slice(0, 16)

/** The address of an asset, such as `portal.css`. Throws on a name that is not served. */
export function assetPath(path: string): string {
  if (!byPath.has(path)) throw new Error(`There is no asset ${path}`)
  return `/assets/${version}/${path}`
}

/** All modules the start script needs, so that a page can ask for them at once. */
export const modulePaths: readonly string[] = [...byPath.keys()]
  .filter((path) => path !== 'start.js' && /\.m?js$/.test(path))
  .map(assetPath)

/**
 * Style sheet, scripts and pictures, from memory. Mount at `/assets`.
 *
 * A page of the version before, still open during a release, gets the present file and may not keep it.
 */
export const assets = new Hono().get('/:version/:path{.+}', (c) => {
  const asset = byPath.get(c.req.param('path'))
  if (!asset) return c.notFound()
  const zipped = /\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')
  c.header('Content-Type', asset.type)
  c.header('Vary', 'Accept-Encoding')
  c.header('X-Content-Type-Options', 'nosniff')
  c.header(
    'Cache-Control',
    c.req.param('version') === version ? 'public, max-age=31536000, immutable' : 'no-cache',
  )
  if (zipped) c.header('Content-Encoding', 'gzip')
  return c.body(zipped ? asset.zipped : asset.plain)
})
