import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { assetPath, assets } from './assets.ts'
import { type PageVariables, secureHeaders } from './secure-headers.ts'

function portal(https: boolean) {
  const app = new Hono<{ Variables: PageVariables }>()
  app.use(secureHeaders({ identityProvider: 'https://sign-in.example/realm', https }))
  app.route('/assets', assets)
  return app.get('/', (c) => c.text(c.get('nonce')))
}

describe('response headers', () => {
  test('nothing may load, run, frame or receive a form that is not ours', async () => {
    const answer = await portal(true).request('/')
    const nonce = await answer.text()
    expect(answer.headers.get('Content-Security-Policy')?.split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}'`,
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self' https://sign-in.example",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(answer.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(answer.headers.get('Permissions-Policy')).toContain('camera=()')
  })

  test('the nonce is new for every request', async () => {
    const app = portal(true)
    const [first, second] = await Promise.all([app.request('/'), app.request('/')])
    const nonce = await first.text()
    expect(nonce).toHaveLength(24)
    expect(await second.text()).not.toBe(nonce)
  })

  test('a page is never stored; an asset may be', async () => {
    const app = portal(true)
    expect((await app.request('/')).headers.get('Cache-Control')).toBe('no-store')
    expect((await app.request('/nowhere')).headers.get('Cache-Control')).toBe('no-store')
    expect((await app.request(assetPath('portal.css'))).headers.get('Cache-Control')).toContain('immutable')
  })

  test('a browser is told to insist on https only where there is https', async () => {
    expect((await portal(true).request('/')).headers.get('Strict-Transport-Security')).toContain('max-age=')
    expect((await portal(false).request('/')).headers.has('Strict-Transport-Security')).toBe(false)
  })
})
