import { expect, test } from './browser-test.ts'
import { choose, fillDate, press } from './journey/fill-in.ts'
import { expectErrorState } from './rules/error-state.ts'
import { expectGoodPage } from './rules/page-rules.ts'

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

for (const { javaScript, code, reason } of [
  { javaScript: true, code: 'family-request', reason: 'The family asked for time' },
  { javaScript: false, code: 'criminal-proceedings', reason: 'Criminal investigation or proceedings' },
]) {
  test(`a case has to wait, it goes on, and then it is over, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    open,
  }) => {
    const page = await open('coordinator', { javaScript })
    await page.goto('/cases?view=gathering')
    await page.locator('main table a.cdop-reference').first().click()
    await page.getByRole('link', { name: 'What the case has to wait for' }).click()
    await page.getByRole('button', { name: 'Record a hold' }).click()
    await choose(page, 'What does the case have to wait for?', reason)
    await page.locator(`input[name="stages-${code}"][value="review-meeting"]`).check()
    await fillDate(page, 'When did it begin?', daysFromNow(-1))
    await page.getByLabel('Whom to ask how it stands').fill('An invented detective')
    await fillDate(page, 'When did somebody last hear that it goes on?', daysFromNow(-1))
    await fillDate(page, 'When should somebody ask again?', daysFromNow(21))
    await press(page, 'Record the hold')

    const one = page.getByRole('link', { name: /^Say that it goes on/ }).filter({ hasText: reason })
    await one.click()
    await expectGoodPage(page)
    await press(page, 'Save that it goes on')
    await expect(page.getByRole('alert')).toContainText('Enter the date to ask again')
    if (javaScript) await expectErrorState(page)
    await page.getByLabel('Whom to ask how it stands').fill('Another invented detective')
    await fillDate(page, 'When did somebody last hear that it goes on?', daysFromNow(-1))
    await fillDate(page, 'When should somebody ask again?', daysFromNow(28))
    await press(page, 'Save that it goes on')
    await expect(page.getByRole('main')).toContainText('Another invented detective')

    await one.click()
    await fillDate(page, 'When did it end?', daysFromNow(-1))
    await press(page, 'Save that it is over')
    await expect(page.getByRole('heading', { name: 'Over', exact: true })).toBeVisible()
    await expect(one).toBeHidden()
  })
}

for (const javaScript of [true, false]) {
  test(`an inquest is opened, keeps the case waiting, and ends with its hold, ${javaScript ? 'with' : 'without'} JavaScript`, async ({
    open,
  }) => {
    const page = await open('coordinator', { javaScript })
    await page.goto('/cases?view=gathering')
    await page
      .locator('main table a.cdop-reference')
      .nth(javaScript ? 1 : -1)
      .click()
    await page.getByRole('link', { name: 'What others do about the death' }).click()
    await page.getByRole('button', { name: 'Record a proceeding' }).click()
    await expectGoodPage(page)
    await choose(page, 'What is being done?', 'Inquest')
    await fillDate(page, 'When did it begin?', daysFromNow(-1))
    await choose(page, 'Does the case have to wait for it?', 'Yes')
    await page.getByLabel('Whom to ask how it stands').fill('An invented coroner’s officer')
    await fillDate(page, 'When did somebody last hear that it goes on?', daysFromNow(-1))
    await fillDate(page, 'When should somebody ask again?', daysFromNow(28))
    await press(page, 'Record the proceeding')
    await page.getByRole('link', { name: /^Record what was done or that it is over/ }).click()
    await expectGoodPage(page)
    await choose(page, 'How did it end?', 'Concluded')
    await fillDate(page, 'When did it end?', daysFromNow(-1))
    await press(page, 'Save that it is over')
    await expect(page.getByRole('main')).toContainText('No longer, since')
  })
}
