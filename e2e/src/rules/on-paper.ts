import { expect, type Page } from '@playwright/test'

const seen = new Set<string>()

/** Whether the process that drives the browser has not yet seen on paper a page of this route. */
export function isNewOnPaper(page: Page): boolean {
  const route = new URL(page.url()).pathname.replaceAll(/[0-9a-f-]{36}/g, ':id')
  const isNew = !seen.has(route)
  seen.add(route)
  return isNew
}

/**
 * As it would be printed: its classification, its heading, and nothing to press or to go on from. A letter to a family is the
 * letter alone: no mark and no heading of the office that wrote it.
 */
export async function expectOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' })
  const shown = await page.evaluate(() => {
    const isVisible = (element: Element) => element.checkVisibility({ checkVisibilityCSS: true })
    const some = (selector: string) => [...document.querySelectorAll(selector)].filter(isVisible)
    return {
      letters: some('.cdop-letter').length,
      headings: some('h1').length,
      classified: some('.cdop-print__classification').map(({ textContent }) => textContent),
      pressed: some('nav, footer, .govuk-button, .cdop-header__sign-out').map(({ outerHTML }) =>
        outerHTML.slice(0, 80),
      ),
    }
  })
  await page.emulateMedia({ media: null })
  const ofTheOffice = { letters: 0, headings: 1, classified: ['OFFICIAL-SENSITIVE'], pressed: [] }
  const letter = { letters: 1, headings: 0, classified: [], pressed: [] }
  const expected = shown.letters > 0 ? letter : ofTheOffice
  expect.soft(shown, `${page.url()} on paper`).toEqual(expected)
}
