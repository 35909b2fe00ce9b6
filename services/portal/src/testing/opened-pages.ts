import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import type { Hono } from 'hono'
import { PORTAL_URL } from './given-portal.ts'
import type { TestBrowser } from './test-browser.ts'

type Window = { width?: number; javaScriptEnabled?: boolean }

const windows = new WeakMap<TestBrowser, Map<string, Page>>()

/**
 * A window on the portal in a real browser, signed in as the test browser was when it was first opened so; the same one
 * each time. The network is the app itself.
 */
export async function openedPage(
  chromium: Browser,
  app: Hono,
  signedIn: TestBrowser,
  window: Window = {},
): Promise<Page> {
  const opened = windows.get(signedIn) ?? new Map<string, Page>()
  windows.set(signedIn, opened)
  const { width = 1100, javaScriptEnabled = true } = window
  const key = `${width} ${javaScriptEnabled}`
  const page = opened.get(key) ?? (await newWindow(chromium, app, signedIn, { width, javaScriptEnabled }))
  opened.set(key, page)
  await page.setViewportSize({ width, height: 900 })
  return page
}

async function newWindow(
  chromium: Browser,
  app: Hono,
  signedIn: TestBrowser,
  { width, javaScriptEnabled }: Required<Window>,
): Promise<Page> {
  const context = await chromium.newContext({ viewport: { width, height: 900 }, javaScriptEnabled })
  await context.addCookies(
    [...(signedIn.jar.get(PORTAL_URL) ?? [])].map(([name, value]) => ({
      name,
      value,
      domain: 'localhost',
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Lax' as const,
    })),
  )
  await context.route('**', async (route) => {
    const asked = route.request()
    const body = asked.postDataBuffer()
    const answer = await app.request(
      new Request(asked.url(), {
        method: asked.method(),
        headers: await asked.allHeaders(),
        ...(body && { body: new Uint8Array(body) }),
        redirect: 'manual',
      }),
    )
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    })
  })
  return context.newPage()
}

/** What axe finds wrong with a page, by the rules of WCAG 2.2 AA; empty when all is well. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    })
    .setLegacyMode(true)
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
