import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { readable } from '../traffic/readable.ts'
import { expectOnPaper, isNewOnPaper } from './on-paper.ts'
import { whatIsNew } from './shapes.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SERVICE = 'Child death reviews'
/** CSS pixels: a wide window at 400% zoom. */
const NARROW = { width: 320, height: 800 }
/** Dates, and ten digits in a row or in threes: what a date of birth or an NHS number looks like. */
const IDENTIFIER = /\b\d{3}[ +-]?\d{3}[ +-]?\d{4}\b/

/**
 * What every page must be, whoever sees it, in whatever state, with or without JavaScript. Axe runs inside the page and
 * needs its scripts: without JavaScript it does not look, and every page is seen with it too. It passes by a page that
 * holds nothing it has not looked at, and does not measure the contrast of elements it has measured on another page. What
 * a page is on paper is looked at once for each route.
 */
export async function expectGoodPage(page: Page): Promise<void> {
  // A long page that a link led to may still be on its way.
  await page.waitForLoadState()
  await expectStructure(page)
  if (await isEnhanced(page)) {
    const fresh = await whatIsNew(page)
    if (fresh !== 'nothing') await expectNoViolation(page, fresh === 'elements')
  }
  await expectNoSidewaysScroll(page)
  if (isNewOnPaper(page)) await expectOnPaper(page)
}

/** Whether the page's own scripts run. */
export async function isEnhanced(page: Page): Promise<boolean> {
  return page.evaluate(() => document.body.classList.contains('js-enabled'))
}

/** One heading of the first level, none left out, each landmark once, and a title by the rule. */
async function expectStructure(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
      // The error summary stands above the heading of the page, as the Design System has it.
      .filter((heading) => heading.closest('.govuk-error-summary') === null)
      .map(({ tagName }) => Number(tagName[1])),
    landmarks: ['body > header, body header[role=banner]', 'main', 'footer'].map(
      (selector) => document.querySelectorAll(selector).length,
    ),
    navigations: document.querySelectorAll('nav:not([aria-label]):not([aria-labelledby])').length,
    errors: document.querySelectorAll('.govuk-error-summary').length,
    unmarked: document.querySelectorAll('form:not([novalidate]), [required]').length,
    untokened: [...document.querySelectorAll('form[method=post]')].filter(
      (form) => form.querySelector('input[name=_csrf]') === null,
    ).length,
    inline: document.querySelectorAll('[style], [onclick], style').length,
  }))
  const title = await page.title()
  const skipped = found.levels.filter((level, at) => level > (found.levels[at - 1] ?? 0) + 1)
  expect.soft(found, page.url()).toMatchObject({
    lang: 'en',
    landmarks: [1, 1, 1],
    navigations: 0,
    unmarked: 0,
    untokened: 0,
    inline: 0,
  })
  expect
    .soft(
      found.levels.filter((level) => level === 1),
      `h1 of ${page.url()}`,
    )
    .toHaveLength(1)
  expect.soft(skipped, `heading levels of ${page.url()}: ${found.levels}`).toEqual([])
  expect.soft(title, page.url()).toMatch(new RegExp(`^[^–]+( – [^–]+)? – ${SERVICE}$`))
  expect.soft(title.startsWith('Error: '), `${title} of ${page.url()}`).toBe(found.errors > 0)
  expect.soft(title).not.toMatch(IDENTIFIER)
  expect.soft(readable(page.url()).replace(/[0-9a-f-]{36}/g, '')).not.toMatch(IDENTIFIER)
}

async function expectNoViolation(page: Page, contrast: boolean): Promise<void> {
  expect.soft(await violationsOf(page, contrast), `axe on ${page.url()}`).toEqual([])
}

/** What axe finds against WCAG 2.2 AA, each with where; measuring the contrast of text is half of its work. */
export async function violationsOf(page: Page, contrast: boolean): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: TAGS,
      rules: { 'color-contrast': { enabled: contrast } },
      resultTypes: ['violations'],
    })
    .setLegacyMode(true)
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize(NARROW)
  const { wide, culprits } = await page.evaluate((width) => {
    const wide = document.documentElement.scrollWidth
    const scrolls = (element: Element | null): boolean =>
      element !== null && (element.matches('[tabindex="0"]') || scrolls(element.parentElement))
    const culprits = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width && !scrolls(element))
      .map((element) => element.outerHTML.slice(0, 80))
    return { wide, culprits: wide > width ? culprits.slice(0, 3) : [] }
  }, NARROW.width)
  expect
    .soft(wide, `${page.url()} at ${NARROW.width} px: ${culprits.join(' | ')}`)
    .toBeLessThanOrEqual(NARROW.width)
  if (before !== null) await page.setViewportSize(before)
}
