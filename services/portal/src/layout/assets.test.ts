import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { assetPath, assets, modulePaths } from './assets.ts'
import { samplePage } from './testing/sample-page.ts'

const app = new Hono().route('/assets', assets)

describe('the files a page loads', () => {
  test('are kept for ever by the browser, with their right type', async () => {
    const answer = await app.request(assetPath('portal.css'))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('text/css; charset=utf-8')
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect((await app.request(assetPath('start.js'))).headers.get('Content-Type')).toContain(
      'text/javascript',
    )
    expect((await app.request(assetPath('images/icon-document.svg'))).headers.get('Content-Type')).toBe(
      'image/svg+xml',
    )
  })

  test('an address of another version is answered, but not to be kept', async () => {
    const answer = await app.request('/assets/0000000000000000/portal.css')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('no-cache')
  })

  test('nothing else can be asked for', async () => {
    for (const path of ['../page.ts', '..%2fpage.ts', 'govuk/all.mjs', 'page.ts', '__proto__', '']) {
      expect((await app.request(`/assets/x/${path}`)).status, path).toBe(404)
    }
    expect(() => assetPath('nothing.css')).toThrow('There is no asset')
  })

  test('every module finds every module it imports', async () => {
    expect(modulePaths.length).toBeGreaterThan(12)
    for (const path of [assetPath('start.js'), ...modulePaths]) {
      const source = await (await app.request(path)).text()
      for (const [, imported = ''] of source.matchAll(/^import .* from '([^']+)'/gm)) {
        expect(imported, path).toMatch(/^\.\.?\//)
        const { pathname } = new URL(imported, `http://localhost${path}`)
        expect((await app.request(pathname)).status, `${path} imports ${imported}`).toBe(200)
      }
    }
  })

  test('a whole page with them weighs at most 150 KB compressed', async () => {
    const paths = [assetPath('portal.css'), assetPath('start.js'), assetPath('favicon.svg'), ...modulePaths]
    const sizes = await Promise.all(
      paths.map(async (path) => {
        const answer = await app.request(path, { headers: { 'Accept-Encoding': 'gzip, br' } })
        expect(answer.headers.get('Content-Encoding')).toBe('gzip')
        return (await answer.arrayBuffer()).byteLength
      }),
    )
    const page = gzipSync(samplePage().toString()).byteLength
    expect(sizes.reduce((sum, size) => sum + size, page)).toBeLessThanOrEqual(150_000)
  })
})
