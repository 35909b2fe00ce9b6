import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'
import type { Agency } from './ask-agency.ts'
import { downloadCopy } from './download-copy.ts'
import { choose, fillDate, press } from './fill-in.ts'
import { daysAgo } from './invented-child.ts'

/** The coordinator enters part of what an agency said on the telephone; it is marked, and the agency is still waited for. */
export async function enterOnBehalf(page: Page, casePath: string, { name }: Agency): Promise<void> {
  await page.goto(`${casePath}/requests`)
  await page.getByRole('table').getByRole('row', { name }).getByRole('link').click()
  expect(await downloadCopy(page, /^Reporting form.*Word file/)).toMatch(
    /^child-death-reporting-[\d-]+\.docx$/,
  )
  await page.getByRole('link', { name: 'Enter answers on behalf of the agency' }).click()
  await page.getByLabel('Who told you?').fill('Invented Caller')
  await page.getByLabel('What are they in their agency?').fill('Practice nurse')
  await choose(page, 'How did they tell you?', 'By telephone')
  await fillDate(page, 'When did they tell you?', daysAgo(0))
  await press(page, 'Continue')
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Upload a form the agency filled in' }).click()
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Back' }).click()
  await page.getByRole('link', { name: 'About you' }).click()
  await expectGoodPage(page)
  await page.getByLabel('Your role', { exact: true }).fill('Practice nurse')
  await press(page, 'Continue')
  await choose(page, 'Is this all the agency has to say?', 'No: we still wait for the rest')
  await press(page, 'Record as told by the agency')
  await expect(page.getByRole('main')).toContainText('Transcribed: the agency told it by telephone')
  await expectGoodPage(page)
}
