import { createServer, type Server } from 'node:http'
import AxeBuilder from '@axe-core/playwright'
import { ANALYSIS_FORM, NOTIFICATION_FORM, REPORTING_FORM } from '@cdop/forms'
import type { Browser } from '@playwright/test'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assets } from './assets.ts'
import { type PageVariables, secureHeaders } from './secure-headers.ts'
import { openBrowser } from './testing/browser.ts'
import { formPage } from './testing/form-page.ts'
import { frame } from './testing/frame.ts'
import { samplePage } from './testing/sample-page.ts'

const app = new Hono<{ Variables: PageVariables }>()
  .use(secureHeaders({ identityProvider: 'http://localhost', https: false }))
  .route('/assets', assets)
  .get('/form', (c) => c.html(formPage(c.req.query('url') ?? '').replaceAll(frame.nonce, c.get('nonce'))))
  .get('/', (c) => {
    const error = c.req.query('error') === undefined ? [] : [{ text: 'Select an answer', href: '#held' }]
    return c.html(samplePage(error).replaceAll(frame.nonce, c.get('nonce')))
  })

let server: Server
let browser: Browser
let address: string

beforeAll(async () => {
  server = createServer(async (asked, answer) => {
    const made = await app.request(asked.url ?? '/')
    answer.writeHead(made.status, Object.fromEntries(made.headers))
    answer.end(Buffer.from(await made.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port')
  address = `http://127.0.0.1:${bound.port}/`
  browser = await openBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function open(options: { path?: string; width?: number; javaScriptEnabled?: boolean } = {}) {
  const { path = '', width = 1100, javaScriptEnabled = true } = options
  const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(address + path)
  return { page, complaints }
}

/** Runs in the page. Links in running text may be lower; everything else needs 24 pixels. */
const smallTargets = `[...document.querySelectorAll('a:not(.govuk-skip-link), button:not([tabindex="-1"]), input, summary')]
  .filter((element) => {
    const { width, height } = element.getBoundingClientRect()
    return width > 0 && (width < 24 || height < 24) && element.closest('p') === null
  })
  .map((element) => element.outerHTML.slice(0, 120))`

describe('a page in a real browser', { timeout: 30_000 }, () => {
  test.each([
    '',
    '?error',
    `form?url=${NOTIFICATION_FORM}`,
    `form?url=${REPORTING_FORM}`,
    `form?url=${ANALYSIS_FORM}`,
  ])('has nothing that axe finds wrong (/%s)', async (path) => {
    const { page } = await open({ path })
    const { violations, passes } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .setLegacyMode(true)
      .analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    expect(passes.length).toBeGreaterThan(15)
  })

  test('starts its components under the strict policy, without a complaint', async () => {
    const { page, complaints } = await open()
    expect(await page.evaluate('document.body.className')).toContain('govuk-frontend-supported')
    await page.getByRole('button', { name: 'Role' }).click()
    expect(await page.getByRole('columnheader', { name: 'Role' }).getAttribute('aria-sort')).toBe('ascending')
    expect(complaints).toEqual([])
  })

  test('asks what an answer calls for once it is given; without JavaScript it stands open', async () => {
    const path = `form?url=${ANALYSIS_FORM}`
    const { page, complaints } = await open({ path })
    const add = page.getByRole('button', { name: 'Add another factor' }).first()
    expect(await add.isVisible()).toBe(false)
    await page.getByLabel('Factors identified', { exact: true }).first().check()
    expect(await add.isVisible()).toBe(true)
    expect(complaints).toEqual([])
    const plain = await open({ path, javaScriptEnabled: false })
    expect(await plain.page.getByRole('button', { name: 'Add another factor' }).first().isVisible()).toBe(
      true,
    )
  })

  test('puts the focus on the error summary', async () => {
    const { page } = await open({ path: '?error' })
    expect(await page.evaluate('document.activeElement.className')).toBe('govuk-error-summary')
  })

  test.each([true, false])(
    'fits 320 pixels, with targets of 24 (JavaScript %s)',
    async (javaScriptEnabled) => {
      const { page } = await open({ width: 320, javaScriptEnabled })
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      expect(width).toBeLessThanOrEqual(320)
      expect(await page.evaluate(smallTargets)).toEqual([])
    },
  )

  test('shows the skip link at the first tab, and where the focus is after it', async () => {
    const { page } = await open()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Skip to main content')
    await page.keyboard.press('Tab')
    const ground = await page.evaluate('getComputedStyle(document.activeElement).backgroundColor')
    expect(ground).toMatch(/^rgb\(255, 2\d\d, 0\)$/)
  })

  test('on paper has the classification and nothing to press', async () => {
    const { page } = await open()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('OFFICIAL-SENSITIVE').isVisible()).toBe(true)
    for (const button of await page.locator('.govuk-button, nav, footer, .cdop-header__sign-out').all()) {
      expect(await button.isVisible()).toBe(false)
    }
    expect((await page.pdf()).byteLength).toBeGreaterThan(1000)
  })
})
