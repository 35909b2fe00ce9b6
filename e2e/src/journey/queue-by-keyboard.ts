import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'
import { daysAgo, written } from './invented-child.ts'
import { Keyboard } from './keyboard.ts'

/**
 * By keyboard alone: the coordinator narrows the queue and widens it again, comes back to the notification they were on,
 * and records that the national database was told of the death today.
 */
export async function tellNationalDatabaseByKeyboard(page: Page): Promise<void> {
  const keys = new Keyboard(page)
  const notification = page.url()
  await page.goto('/notifications')
  await keys.tabTo(page.locator('summary', { hasText: 'Filter this list' }))
  await keys.press('Enter')
  await keys.tabTo(page.getByLabel('Recorded by a coordinator', { exact: true }))
  await keys.press('Space')
  await keys.enter('Notifications')
  await expect(page).toHaveURL(/\?view=to-decide&door=coordinator$/)
  await expectGoodPage(page)
  await keys.tabTo(page.getByRole('link', { name: 'Recorded by a coordinator' }))
  await keys.enter('Notifications')
  await expect(page).toHaveURL(/\?view=to-decide$/)

  await page.goto(notification)
  await keys.tabTo(page.getByRole('link', { name: 'Record when NCMD was told' }))
  await keys.enter('When was NCMD told of the death?')
  await expectGoodPage(page)
  const [year = '', month = '', day = ''] = daysAgo(0).split('-')
  for (const [part, typed] of Object.entries({ Day: day, Month: month, Year: year })) {
    await keys.typeInto(part, typed)
  }
  await keys.enter('Notification')
  await expect(page.getByRole('main')).toContainText(`NCMD told on ${written(daysAgo(0))}`)
}
