import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'
import { press } from './fill-in.ts'

/** The coordinator has the pack of a meeting built, decides on what is doubtful in its case, and signs it. */
export async function buildPack(page: Page, meetingPath: string): Promise<void> {
  await page.goto(meetingPath)
  await page.getByRole('link', { name: 'Pack for the panel' }).click()
  await expect(page.getByRole('main')).toContainText('No pack of this meeting has been built yet.')
  await expectGoodPage(page)
  await press(page, 'Build the pack')
  await expect
    .poll(
      async () => {
        await page.goto(`${meetingPath}/pack`)
        return page.getByRole('main').textContent()
      },
      { message: 'the pack is built' },
    )
    .toMatch(/Ready to sign|Waiting for decisions/)
  await page.getByRole('link', { name: /^Leak report of case/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Leak report')
  await expectGoodPage(page)
  const choices = page.getByLabel('Take it out')
  if ((await choices.count()) > 0) {
    for (const choice of await choices.all()) await choice.check()
    await press(page, 'Save what you decided')
    await expectGoodPage(page)
  }
  await page.goto(`${meetingPath}/pack`)
  await press(page, 'Sign the pack')
  await expect(page.getByRole('main')).toContainText('Signed by one person')
  await expectGoodPage(page)
}

/** Another person signs it too: late, for the panel meets today, and among few deaths. From then on the panel reads it. */
export async function releasePack(page: Page, meetingPath: string): Promise<void> {
  await page.goto(`${meetingPath}/pack`)
  await page.getByLabel('Why does this pack come late?').fill('The last answer came today.')
  const few = page.getByLabel('Why is this pack released although few deaths are alike?')
  if (await few.isVisible()) await few.fill('Nothing else is told of the case.')
  await press(page, 'Sign and release the pack')
  await expect(page.getByRole('main')).toContainText('Released by')
  await expectGoodPage(page)
}
