import { expect, test } from './browser-test.ts'
import { choose, fillDate, press } from './journey/fill-in.ts'
import { daysAgo } from './journey/invented-child.ts'
import { expectGoodPage } from './rules/page-rules.ts'

test('a regional meeting is arranged with another area, which takes part with a panel meeting of its own; people go to it, it is moved, and called off in both', async ({
  open,
}) => {
  const theme = 'Deaths of children with an invented disorder'
  const page = await open('coordinator', { javaScript: false })
  await page.goto('/panel-meetings')
  await page.getByRole('link', { name: 'Regional meetings with other areas' }).click()
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'Arrange a regional meeting' }).click()
  await expectGoodPage(page)
  await page.getByRole('group', { name: 'Which areas do you ask?' }).getByRole('checkbox').first().check()
  await page.getByLabel('What do the areas meet on?').fill(theme)
  await page.getByLabel('Terms of reference').fill('The area that arranges it chairs.')
  await fillDate(page, 'When do the areas meet?', daysAgo(0))
  await page.getByLabel('From what time?').fill('09:30')
  await page.getByLabel('Until what time?').fill('13:00')
  await page.getByLabel('Where?').fill('An invented room')
  await press(page, 'Arrange it and ask the areas')
  const main = page.getByRole('main')
  await expect(main).toContainText('has not answered yet')
  await expectGoodPage(page)
  const path = new URL(page.url()).pathname

  const other = await open('otherCoordinator')
  await expect(async () => {
    expect((await other.goto(path))?.status()).toBe(200)
  }).toPass()
  await expect(other.getByRole('main')).toContainText(theme)
  await expectGoodPage(other)
  await press(other, 'Take part')
  await other.getByRole('link', { name: /own panel meeting/ }).click()
  await expect(other.getByRole('main')).toContainText('Where: An invented room')
  const theirs = new URL(other.url()).pathname
  await expect(async () => {
    await page.reload()
    await expect(main).toContainText('takes part', { timeout: 500 })
  }).toPass()

  await page.getByRole('link', { name: 'Say who goes to the panels of the other areas' }).click()
  await choose(page, 'Who goes as a member?', 'Grace Okello')
  await choose(page, 'Who chairs in the other areas?', 'Helen Marsh')
  await expectGoodPage(page)
  await press(page, 'Save who goes')
  await expect(main).toContainText('Grace Okello (police)')
  await expect(main).toContainText('Helen Marsh (public health, chairs)')
  await expect(async () => {
    await other.goto(path)
    await expect(other.getByRole('main')).toContainText('Grace Okello', { timeout: 500 })
  }).toPass()
  await expectGoodPage(other)

  await page.getByRole('link', { name: 'Change or cancel the regional meeting' }).click()
  await expectGoodPage(page)
  await page.getByLabel('Where?').fill('Another invented room')
  await press(page, 'Save the regional meeting')
  await expect(main).toContainText('Another invented room')
  await expect(async () => {
    await other.goto(theirs)
    await expect(other.getByRole('main')).toContainText('Where: Another invented room', { timeout: 500 })
  }).toPass()

  await page.getByRole('link', { name: 'Change or cancel the regional meeting' }).click()
  await choose(page, 'Why is it cancelled?', 'No case is ready')
  await press(page, 'Cancel the regional meeting')
  await expect(main).toContainText('This regional meeting was cancelled')
  await expectGoodPage(page)
  await expect(async () => {
    await other.goto(theirs)
    await expect(other.getByRole('main')).toContainText('This meeting was cancelled', { timeout: 500 })
  }).toPass()
})
