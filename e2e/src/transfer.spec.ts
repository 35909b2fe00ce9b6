import type { Page } from '@playwright/test'
import { expect, test } from './browser-test.ts'
import { askAgency } from './journey/ask-agency.ts'
import { childrenOfOtherAreas, manners } from './journey/children-of-both-manners.ts'
import { choose, press } from './journey/fill-in.ts'
import type { InventedChild } from './journey/invented-child.ts'
import { acceptNotification, confirmDeathAndIdentity, recordNotification } from './journey/notify.ts'
import { openMailedLink } from './journey/return-form.ts'
import { expectGoodPage } from './rules/page-rules.ts'

/** Asks the one other area there is to take the record of this page. */
async function ask(page: Page, link: string, plan: string): Promise<void> {
  await page.getByRole('link', { name: link }).click()
  await page.getByLabel('Area', { exact: true }).selectOption({ index: 1 })
  await choose(page, 'Why should they take it?', 'The child normally lived there')
  await page.getByLabel('How will what is learnt be shared with you?').fill(plan)
  await expectGoodPage(page)
  await press(page, 'Ask this area')
  await expect(page.getByRole('main')).toContainText('Waiting for their answer')
}

/** Takes what another area offers, once the offer has come. */
async function take(page: Page, child: InventedChild, plan: string): Promise<void> {
  const main = page.getByRole('main')
  const asked = page.getByRole('link', { name: /died in/ }).first()
  await expect(async () => {
    await page.goto('/transfers')
    await expect(asked).toBeVisible({ timeout: 500 })
  }).toPass()
  await expectGoodPage(page)
  await asked.click()
  await expect(main).toContainText(plan)
  await expect(main).not.toContainText(child.familyName)
  await expectGoodPage(page)
  await press(page, 'Take this record')
  await expect(async () => {
    await page.reload()
    await expect(main).toContainText('Taken over', { timeout: 500 })
  }).toPass()
}

/** What is left where a record was says where it went, and not who the child was. */
async function expectStub(page: Page, child: InventedChild, path: string): Promise<void> {
  const main = page.getByRole('main')
  await expect(async () => {
    await page.goto(path)
    await expect(main).toContainText('This record is with the other area now', { timeout: 500 })
  }).toPass()
  await expect(main).not.toContainText(child.familyName)
}

for (const manner of manners) {
  test(`a record is offered to another area, taken over there, and handed back as a case while its agency writes, ${manner}`, async ({
    open,
    stack,
  }) => {
    const child = childrenOfOtherAreas[manner]
    const javaScript = manner === 'with JavaScript'
    const page = await open('coordinator', { javaScript })
    await recordNotification(page, child)
    await confirmDeathAndIdentity(page, child)
    const notification = new URL(page.url()).pathname
    await ask(page, 'Ask another area to take this', 'At the joint learning day in June.')

    const other = await open('otherCoordinator', { javaScript })
    await take(other, child, 'At the joint learning day in June.')
    await other.getByRole('link', { name: 'Read the notification' }).click()
    await expect(other.getByRole('main')).toContainText(child.familyName)
    await expectStub(page, child, notification)
    await expectGoodPage(page)

    const { casePath, reference } = await acceptNotification(other)
    const agency = javaScript
      ? { name: 'Tenterfield Surgery', email: 'records@tenterfield.example' }
      : { name: 'Sallowfield Surgery', email: 'records@sallowfield.example' }
    await askAgency(other, casePath, agency)
    const reporter = await open('nobody', { javaScript })
    await openMailedLink(reporter, stack, { agency, reference, child })
    await reporter.getByRole('link', { name: 'About you' }).click()

    await other.goto(casePath)
    await ask(other, 'Ask another area to take this case', 'By a letter of the panel’s chair.')
    await take(page, child, 'By a letter of the panel’s chair.')
    await expectStub(other, child, casePath)
    await expect
      .poll(async () => (await page.goto(casePath))?.status(), {
        message: 'the case opens where it came back to',
      })
      .toBe(200)
    await expect(page.locator('body')).toContainText(reference)
    await expect(page.getByRole('row', { name: agency.name })).toBeVisible()

    // The page was open before the case went: what is typed in it is kept where the case is now, a part of the section too.
    await reporter.getByLabel('Your name', { exact: true }).fill('Morgan Tye')
    await choose(reporter, 'Have you completed this section?', 'No, I will come back to it later')
    await press(reporter, 'Continue')
    await expect(reporter.getByRole('group', { name: 'Was the child known to your agency?' })).toBeVisible()
  })
}
