import { expect, type Page } from '@playwright/test'
import { people, type Who } from './people.ts'

/** Signs somebody in as a person does it: the button, the identity provider's page, and back. */
export async function signIn(page: Page, who: Who): Promise<void> {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel(people[who]).check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  if (who === 'scrutineer') {
    await page.getByLabel('Leeds').check()
    await page.getByRole('button', { name: 'Continue' }).click()
  }
  await expect(page.getByRole('banner')).toContainText(people[who])
}
