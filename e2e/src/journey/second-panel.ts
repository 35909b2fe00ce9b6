import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'
import { choose, fillDate, press } from './fill-in.ts'
import { daysAgo } from './invented-child.ts'

/** The coordinator draws every case of today for a meeting to code a second time. */
export async function drawForSecondPanel(page: Page, meetingPath: string): Promise<void> {
  await page.goto('/panel-agreement')
  await expect(page.getByRole('main')).toContainText('No figure is shown of fewer than 50')
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Cases coded twice' }).click()
  await expectGoodPage(page)
  await press(page, 'Draw cases')
  await expect(page.getByRole('alert')).toContainText('Select the meeting that codes them')
  await expectGoodPage(page)
  const meetingId = meetingPath.slice(meetingPath.lastIndexOf('/') + 1)
  await page.getByLabel('Which meeting codes them?').selectOption(meetingId)
  await fillDate(page, 'From which day on were the cases agreed?', daysAgo(0))
  await page.getByLabel('Which share of them is coded twice?').fill('100')
  await press(page, 'Draw cases')
  await expect(page.getByRole('main')).toContainText('Not started')
  await expectGoodPage(page)
}

/** Another chair codes it, and is told nothing of what the first panel agreed. */
export async function codeBlind(
  page: Page,
  { reference, summary, told }: { reference: string; summary: string; told: readonly string[] },
): Promise<void> {
  await page.goto('/double-coding')
  await expectGoodPage(page)
  await page.getByRole('link', { name: `Code ${reference}` }).click()
  await expect(page.getByRole('main')).toContainText(summary)
  for (const words of told) await expect(page.getByRole('main')).not.toContainText(words)
  await expectGoodPage(page)
  const path = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Category of death' }).click()
  await choose(page, 'Category of death', '9. Infection')
  await expectGoodPage(page)
  await press(page, 'Continue')
  await page.goto(`${path}/check`)
  await expect(page.getByRole('main')).toContainText('You cannot finish yet')
  await expectGoodPage(page)
  expect((await page.goto(`${path}/compare`))?.status()).toBe(404)
}

/** The coordinator takes the case back from the second panel. */
export async function takeBack(page: Page, reference: string): Promise<void> {
  await page.goto('/double-coding')
  await press(page, `Take back ${reference}`)
  await expect(page.getByRole('button', { name: `Take back ${reference}` })).toHaveCount(0)
  await expectGoodPage(page)
}
