import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'
import { press } from './fill-in.ts'

/** A reporting year runs from 1 April to 31 March. */
export type ReportingYear = { readonly code: string; readonly label: string }

/** The reporting year a civil date falls in, by its code and as pages write it. */
export function reportingYearOf(date: string): ReportingYear {
  const [year = 0, month = 0] = date.split('-').map(Number)
  const ends = month >= 4 ? year + 1 : year
  return {
    code: `${ends - 1}-${String(ends % 100).padStart(2, '0')}`,
    label: `Year ending 31 March ${ends}`,
  }
}

/** One exact count, as the analyst reads it off the page. */
export async function exactCount(
  page: Page,
  figure: string,
  year: ReportingYear,
  row: RegExp,
): Promise<number> {
  await page.goto('/figures')
  await page.getByLabel('Figure', { exact: true }).selectOption({ label: figure })
  await page.getByLabel('Reporting year', { exact: true }).selectOption(year.code)
  await press(page, 'Show figure')
  await expect(page.getByRole('main')).toContainText('not for publication')
  const cell = page.getByRole('row', { name: row }).first().getByRole('cell').first()
  return Number(((await cell.textContent()) ?? '').replaceAll(',', ''))
}

/** The analyst holds the area's share with modifiable factors against all areas: too few reviews are known here to say anything. */
export async function compareCaseMix(page: Page, year: ReportingYear): Promise<void> {
  await page.goto('/figures')
  await page.getByRole('link', { name: 'Modifiable factors by case mix' }).click()
  await expectGoodPage(page)
  await page.getByLabel('Last reporting year', { exact: true }).selectOption(year.code)
  await press(page, 'Compare')
  await expect(page.getByRole('main')).toContainText('not for publication')
  await expectGoodPage(page)
}

/** The analyst builds a release of a year. Answers its path. */
async function buildRelease(page: Page, year: ReportingYear): Promise<string> {
  await page.goto('/releases')
  await expectGoodPage(page)
  await page.getByLabel('Reporting year', { exact: true }).selectOption(year.code)
  await press(page, 'Build release')
  await expect(page).toHaveURL(/\/releases\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('main')).toContainText('[c]')
  await expectGoodPage(page)
  return new URL(page.url()).pathname
}

/**
 * Somebody else than the builder reads the preview and signs it; there are no files before. Answers false where another
 * release of the area was signed meanwhile, so that the year has to be built again.
 */
async function signRelease(analyst: Page, publisher: Page, path: string): Promise<boolean> {
  await expect(analyst.getByRole('main')).toContainText('not for publication')
  await expect(analyst.getByRole('link', { name: /^Download as CSV/ })).toHaveCount(0)
  await publisher.goto('/releases')
  await expectGoodPage(publisher)
  await publisher.locator(`a[href="${path}"]`).click()
  const main = publisher.getByRole('main')
  await expect(main).toContainText('not for publication')
  await expectGoodPage(publisher)
  const yes = publisher.getByLabel('Yes, I have read every table')
  if ((await yes.count()) === 0) return false
  await yes.check()
  await press(publisher, 'Save decision')
  await expect(main).toContainText(/Signed by|Build the year again/)
  await expectGoodPage(publisher)
  return ((await main.textContent()) ?? '').includes('Signed by')
}

/** The analyst builds a release of a year and somebody else signs it, however often others are quicker. Answers its path. */
export async function publishRelease(analyst: Page, publisher: Page, year: ReportingYear): Promise<string> {
  const path = await buildRelease(analyst, year)
  if (!(await signRelease(analyst, publisher, path))) return publishRelease(analyst, publisher, year)
  await analyst.reload()
  return path
}

/** The analyst downloads every table of the release that is open. */
export async function downloadTables(page: Page): Promise<readonly { name: string; csv: string }[]> {
  const files = []
  for (const link of await page.getByRole('link', { name: /^Download as CSV/ }).all()) {
    const downloading = page.waitForEvent('download')
    await link.click()
    const download = await downloading
    const pieces: Buffer[] = []
    for await (const piece of await download.createReadStream()) pieces.push(Buffer.from(piece))
    files.push({ name: download.suggestedFilename(), csv: Buffer.concat(pieces).toString('utf8') })
  }
  return files
}

/** Somebody looks at the newest release in the explorer and takes a table along in every format; gives back the files' names. */
export async function exploreRelease(page: Page): Promise<readonly string[]> {
  await page.goto('/explorer')
  await page.getByRole('main').locator('ul.govuk-list a').first().click()
  await expect(page.getByRole('heading', { name: 'Cite this' })).toBeVisible()
  await expectGoodPage(page)
  const names = []
  for (const link of await page.getByRole('link', { name: /of this table$/ }).all()) {
    const downloading = page.waitForEvent('download')
    await link.click()
    names.push((await downloading).suggestedFilename())
  }
  return names
}
