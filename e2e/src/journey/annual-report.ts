import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'
import { press } from './fill-in.ts'

/**
 * The analyst begins the annual report from a release: a number without a source is found, a figure is read from the release, and
 * the report is not published.
 */
export async function beginAnnualReport(page: Page): Promise<void> {
  await page.goto('/annual-reports')
  await expectGoodPage(page)
  await press(page, 'Begin the report')
  await expect(page).toHaveURL(/\/annual-reports\/[0-9a-f-]{36}$/)
  await expectGoodPage(page)
  const path = new URL(page.url()).pathname
  await page.goto(`${path}/sections/reviews`)
  await page.getByLabel('Text of the section').fill('Twelve reviews were completed.')
  await press(page, 'Preview')
  await expect(page.getByRole('main')).toContainText('“Twelve” has no source')
  await expectGoodPage(page)
  await page.getByLabel('Text of the section').fill('Agencies learnt from {{R1 total count}} reviews.')
  await press(page, 'Save')
  await expect(page.getByRole('main')).toContainText(/Agencies learnt from (?:\d+|\[[c?]\]) reviews\./)
  await expectGoodPage(page)
  await page.goto(`${path}/checks`)
  await expect(page.getByRole('main')).toContainText('The independent scrutineer has not signed')
  await expect(page.getByRole('button', { name: 'Publish the report' })).toHaveCount(0)
  await expectGoodPage(page)
  // There is nothing to print of what is not published.
  expect((await page.request.get(`${path}/report.pdf`)).status()).toBe(404)
}
