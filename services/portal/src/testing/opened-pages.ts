import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'
import type { Hono } from 'hono'
import { PORTAL_URL } from './given-portal.ts'
import type { TestBrowser } from './test-browser.ts'

/** A page of the portal in a real browser that is signed in as the test browser is. The network is the app itself. */
export async function openedPage(
  chromium: Browser,
  app: Hono,
  signedIn: TestBrowser,
  options: { width?: number; javaScriptEnabled?: boolean } = {},
): Promise<Page> {
  const { width = 1100, javaScriptEnabled = true } = options
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
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
