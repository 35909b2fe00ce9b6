import { expect, test } from './browser-test.ts'
import { press } from './journey/fill-in.ts'
import { expectGoodPage } from './rules/page-rules.ts'

test('several agencies are asked at once, as the notification suggests, and each has a result', async ({
  open,
}) => {
  const page = await open('coordinator', { javaScript: false })
  await page.goto('/cases?view=gathering')
  await page.locator('main table a.cdop-reference').first().click()
  await page
    .getByRole('navigation', { name: 'Case' })
    .getByRole('link', { name: 'Information requests' })
    .click()
  const surgery = 'Invented Surgery for several'
  await page.getByLabel('Name of the organisation', { exact: true }).fill(surgery)
  await page.getByLabel('Kind of organisation', { exact: true }).selectOption({ label: 'General practice' })
  await page.getByLabel('Email address for requests', { exact: true }).fill('several@surgery.example')
  await press(page, 'Add organisation')
  await page.getByRole('link', { name: 'Ask several agencies at once' }).click()
  await expectGoodPage(page)
  await page.getByRole('checkbox', { name: surgery }).check()
  await press(page, 'Ask the agencies selected')
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('main')).toContainText(/All \d+ have had their turn/, { timeout: 100 })
  }).toPass({ timeout: 20_000 })
  await expectGoodPage(page)
  await expect(page.getByRole('row', { name: surgery })).toContainText('Asked.')
})
