import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../layout/testing/browser.ts'
import { type GivenPortal, givenPortal, PORTAL_URL } from '../testing/given-portal.ts'
import { axeFindings, openedPage } from '../testing/opened-pages.ts'
import {
  exactAnswer,
  publishedAnswer,
  releaseAnswer,
  releaseId,
  statisticalAnswer,
} from '../testing/reporting-answers.ts'
import { reportingService } from '../testing/reporting-service.ts'
import { type TestBrowser, testBrowser } from '../testing/test-browser.ts'

const reporting = reportingService()
let portal: GivenPortal
let chromium: Browser
let analyst: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(reporting.routers)
  chromium = await openBrowser()
  analyst = testBrowser(portal.app)
  await analyst.signIn('owen.pryce@lds.example')
  const { tables, ...head } = releaseAnswer()
  const line = { ...head, published: tables.length - 1, withheld: 1 }
  reporting.answer('release.list', { releases: Array.from({ length: 40 }, () => line) })
  reporting.answer('release.read', {
    ...releaseAnswer(),
    areaName: 'Averylongwordwithoutanyspace'.repeat(12),
  })
  reporting.answer('release.build', { releaseId, withheld: [] })
  reporting.answer('statistics.releases', { releases: [publishedAnswer()] })
  reporting.answer('statistics.table', { release: publishedAnswer(), answer: statisticalAnswer('N2') })
  reporting.answer('tableRequest.list', { requests: [] })
  reporting.answer('figure.exact', exactAnswer('N2'))
  reporting.answer('denominator.list', { denominators: [] })
}, 60_000)
afterAll(async () => {
  await chromium?.close()
  await portal?.drop()
})

const looks = [
  '/',
  '/releases',
  `/releases/${releaseId}`,
  '/figures',
  '/figures/populations',
  '/figures?measure=N2&year=2024-25',
  '/explorer',
  `/explorer?release=${releaseId}&table=N2`,
  `/explorer?release=${releaseId}&table=N2&breakdown=rows&figure=number`,
  `/explorer/ask?release=${releaseId}&table=R2`,
  '/explorer/asked',
]
const forEverybody = ['/help', '/accessibility', '/privacy']

async function holds(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([])
  expect(await page.locator('h1').count()).toBe(1)
  expect(await page.title()).toMatch(/ – Child death reviews$/)
  const order = await page.locator('h1, h2, h3').evaluateAll((found) => found.map(({ tagName }) => tagName))
  expect(order.filter((tag) => tag === 'H3')).toEqual([])
}

const sidewaysBy = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

describe('every page of the analyst', () => {
  test.each(looks)('%s keeps the rules of a page', { timeout: 30_000 }, async (path) => {
    const page = await openedPage(chromium, portal.app, analyst)
    await page.goto(PORTAL_URL + path)
    await holds(page)
  })

  test.each([...looks, ...forEverybody])(
    '%s reads on a narrow screen and without JavaScript',
    { timeout: 30_000 },
    async (path) => {
      const page = await openedPage(chromium, portal.app, analyst, { width: 320, javaScriptEnabled: false })
      await page.goto(PORTAL_URL + path)
      expect(await page.locator('h1').count()).toBe(1)
      const sideways = await page.evaluate<number>(sidewaysBy)
      expect(sideways).toBeLessThanOrEqual(0)
    },
  )

  test('with a mistake on it keeps them too', { timeout: 30_000 }, async () => {
    reporting.refuse('release.build', 'nothing-to-release')
    const page = await openedPage(chromium, portal.app, analyst)
    await page.goto(`${PORTAL_URL}/releases`)
    await page.getByRole('button', { name: 'Build release' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
    await holds(page)
    await page.getByRole('link', { name: /nothing to release/ }).click()
    expect(await page.evaluate('document.activeElement.id')).toBe('reporting-year')
    reporting.answer('release.build', { releaseId, withheld: [] })
  })

  test.each([true, false])(
    'leads from the start page to a built release (JavaScript %s)',
    { timeout: 30_000 },
    async (javaScriptEnabled) => {
      const page = await openedPage(chromium, portal.app, analyst, { javaScriptEnabled })
      await page.goto(PORTAL_URL)
      await page.getByRole('main').getByRole('link', { name: 'Releases' }).click()
      await page.getByLabel('Reporting year').selectOption('2024-25')
      const built = page.waitForResponse((answer) => answer.request().method() === 'POST')
      await page.getByRole('button', { name: 'Build release' }).click({ noWaitAfter: true })
      // A redirect leaves the network of this test; what it leads to is looked at above.
      expect((await built).headers()['location']).toBe(`/releases/${releaseId}`)
    },
  )
})

describe('the pages every footer leads to', () => {
  test.each(forEverybody)('%s can be read without signing in', { timeout: 30_000 }, async (path) => {
    const page = await openedPage(chromium, portal.app, testBrowser(portal.app))
    const answer = await page.goto(PORTAL_URL + path)
    expect(answer?.status()).toBe(200)
    await holds(page)
    expect(await page.getByRole('main').textContent()).not.toMatch(/\bplease\b|\be\.g\.|\bi\.e\.|\betc\b/i)
  })
})
