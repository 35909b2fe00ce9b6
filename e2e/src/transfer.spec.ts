import { expect, test } from './browser-test.ts'
import { choose, press } from './journey/fill-in.ts'
import { childOfOtherArea } from './journey/invented-children.ts'
import { recordNotification } from './journey/notify.ts'
import { expectGoodPage } from './rules/page-rules.ts'

test('a record is offered to another area, taken over there, and leaves a stub', async ({ open }) => {
  const page = await open('coordinator', { javaScript: false })
  const main = page.getByRole('main')
  await recordNotification(page, childOfOtherArea)
  await page.getByRole('link', { name: 'Read the notification and decide' }).click()
  const notification = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'Ask another area to take this' }).click()
  await press(page, 'Ask this area')
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible()
  await expectGoodPage(page)
  await page.getByLabel('Area', { exact: true }).selectOption({ index: 1 })
  await choose(page, 'Why should they take it?', 'The child normally lived there')
  await page
    .getByLabel('How will what is learnt be shared with you?')
    .fill('At the joint learning day in June.')
  await press(page, 'Ask this area')
  await expect(main).toContainText('Waiting for their answer')
  await expectGoodPage(page)

  const other = await open('otherCoordinator')
  const asked = other.getByRole('link', { name: /died in/ }).first()
  await expect(async () => {
    await other.goto('/transfers')
    await expect(asked).toBeVisible({ timeout: 500 })
  }).toPass()
  await expectGoodPage(other)
  await asked.click()
  await expect(other.getByRole('main')).toContainText('At the joint learning day in June.')
  await expect(other.getByRole('main')).not.toContainText(childOfOtherArea.familyName)
  await expectGoodPage(other)
  await press(other, 'Take this record')
  await expect(async () => {
    await other.reload()
    await expect(other.getByRole('main')).toContainText('Taken over', { timeout: 500 })
  }).toPass()
  await other.getByRole('link', { name: 'Read the notification' }).click()
  await expect(other.getByRole('main')).toContainText(childOfOtherArea.familyName)
  await expect(other.getByRole('main')).toContainText('In scope for this panel')

  await expect(async () => {
    await page.goto(notification)
    await expect(main).toContainText('This record is with the other area now', { timeout: 500 })
  }).toPass()
  await expect(main).not.toContainText(childOfOtherArea.familyName)
  await expectGoodPage(page)
})
