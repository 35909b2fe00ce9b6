import { expect, test } from './browser-test.ts'
import { choose, fillDate, press } from './journey/fill-in.ts'
import { expectErrorState } from './rules/error-state.ts'
import { expectGoodPage } from './rules/page-rules.ts'

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('a recommendation is proposed, issued, followed by an action, and confirmed by a second person', async ({
  open,
}) => {
  const page = await open('coordinator')
  const chair = await open('chair', { javaScript: false })
  const main = page.getByRole('main')
  await page.goto('/cases?view=gathering')
  await page.locator('main table a.cdop-reference').first().click()
  await page.goto(`${page.url()}/panel`)
  await page.getByRole('link', { name: 'propose a recommendation from this case' }).click()
  await expectGoodPage(page)
  await page
    .getByLabel('What is to be done?')
    .fill('Every family has a safer sleep assessment before day 10.')
  await press(page, 'Propose')
  await expectErrorState(page)
  await choose(page, 'At which level?', 'Local')
  await choose(page, 'What is it about?', 'Safer sleeping')
  await choose(page, 'Where does it come from?', 'A panel meeting')
  await press(page, 'Propose')
  await expect(main).toContainText('Before it can be issued it needs')
  await expect(main).toContainText('Cases it came from')
  await expectGoodPage(page)

  await page.getByRole('button', { name: 'Change what is proposed' }).click()
  await expectGoodPage(page)
  await page.getByLabel('Which organisation does it ask?').selectOption({ index: 1 })
  await page.getByLabel('Which role or team answers for it?').fill('Head of midwifery')
  await page.getByLabel('What will be measured?').fill('Share of families assessed by day 10')
  await fillDate(page, 'By when? (needed to issue it)', daysFromNow(60))
  await press(page, 'Save')
  await choose(page, 'What happened?', 'Issue it: the organisation was told')
  await press(page, 'Record')
  await expect(main).toContainText('The organisation was told')

  await page.getByRole('button', { name: 'Agree an action' }).click()
  await expectGoodPage(page)
  await page.getByLabel('What is to be done?').fill('Train every community midwife.')
  await page.getByLabel('Which organisation does it?').selectOption({ index: 1 })
  await fillDate(page, 'By when?', daysFromNow(30))
  await press(page, 'Agree the action')
  await page.getByRole('link', { name: 'Action 1', exact: true }).click()
  await expectGoodPage(page)
  await choose(page, 'What happened?', 'It is done: give the evidence, for somebody else to confirm')
  await press(page, 'Record')
  await expectErrorState(page)
  await page
    .getByLabel('A reason, how far it is, or the evidence')
    .fill('The training log was seen: 44 of 44.')
  await press(page, 'Record')
  await expect(main).toContainText('To be confirmed')

  await chair.goto(page.url())
  await press(chair, 'Confirm that it is done')
  await expect(chair.getByRole('main')).toContainText('Confirmed as done')
  await expect(chair.getByRole('main')).not.toContainText('Cases it came from')
  await page.goto('/recommendations')
  await expect(main).toContainText('1 of 1 settled')
  await expectGoodPage(page)
})
