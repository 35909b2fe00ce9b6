import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'
import { press } from './fill-in.ts'

/** Somebody new on the panel wants to read, is asked for the confidentiality statement, signs and goes on; once. */
export async function signAtFirstReading(page: Page): Promise<void> {
  await page.goto('/panel-meetings')
  const meeting = page.locator('main td a[href^="/panel-meetings/"]').first()
  const wanted = String(await meeting.getAttribute('href'))
  await meeting.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before you read for the panel')
  await expectGoodPage(page)
  await press(page, 'Sign and continue')
  await expect(page.getByRole('alert')).toContainText('Tick the box to say that you have read and agree')
  await expectGoodPage(page)
  await page.getByLabel('I have read and agree').check()
  await press(page, 'Sign and continue')
  await expect(page).toHaveURL(new RegExp(`${wanted}$`))
  await page.goto('/panel-induction')
  await expect(page.getByRole('main')).toContainText('Your statement holds until')
  await expectGoodPage(page)
}
