import { once } from 'node:events'
import { createServer } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import { logOf, type Running, serveProcess } from '@cdop/runtime'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../layout/testing/browser.ts'
import { type GivenPortal, givenPortal } from '../testing/given-portal.ts'

let portal: GivenPortal
let serving: Running
let browser: Browser
let address: string

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const found = server.address()
  server.close()
  await once(server, 'close')
  return typeof found === 'object' && found !== null ? found.port : 0
}

beforeAll(async () => {
  const port = await freePort()
  address = `http://localhost:${port}`
  portal = await givenPortal({}, { publicUrl: address })
  const quiet = logOf('portal', { write: () => {} })
  serving = await serveProcess({ app: portal.app, hostname: '127.0.0.1', port, log: quiet, closing: [] })
  browser = await openBrowser()
}, 60_000)
afterAll(async () => {
  await browser.close()
  await serving.stop()
  await portal.drop()
})

test.each([true, false])(
  'a person signs in and out in a real browser over plain loopback (JavaScript: %s)',
  async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const page = await context.newPage()
    await page.goto(`${address}/users`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByLabel('Nadia Birch').check()
    if (javaScriptEnabled) {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations).toEqual([])
    }
    await page.getByRole('button', { name: 'Sign in' }).click()

    await page.waitForURL(`${address}/users`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Users')
    expect((await context.cookies()).map(({ name }) => name)).toContain('__Host-session')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${address}/signed-out`)
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-session')
    await page.goBack()
    await page.reload()
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await context.close()
  },
  60_000,
)
