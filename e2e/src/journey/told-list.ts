import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'
import { fillDate, press } from './fill-in.ts'
import type { InventedChild } from './invented-child.ts'

/** The coordinator tells everybody who must hear of the death, and records it in one form. */
export async function recordEverybodyTold(page: Page, casePath: string, child: InventedChild): Promise<void> {
  await page.goto(casePath)
  await expect(page.getByRole('main')).toContainText('Not yet told: 7')
  await page.goto(`${casePath}/told`)
  const telling = page.getByRole('group', { name: 'Who told them, and when?', exact: true })
  await telling.getByLabel('Who told them', { exact: true }).fill('Robin Sedge')
  await fillDate(telling, 'When they were told', child.diedOn)
  for (const answer of await page.getByLabel('Told, as above', { exact: true }).all()) await answer.check()
  await expectGoodPage(page)
  await press(page, 'Save')
  await expect(page.getByRole('main')).toContainText('Everybody who must be told of the death has been')
  await expectGoodPage(page)
}
