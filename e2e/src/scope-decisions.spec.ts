import { expect, test } from './browser-test.ts'
import { childrenFromAbroad, manners } from './journey/children-of-both-manners.ts'
import { choose, press } from './journey/fill-in.ts'
import { recordNotification } from './journey/notify.ts'
import { expectGoodPage } from './rules/page-rules.ts'

for (const manner of manners) {
  test(`answers are corrected, the partners choose to review, and where the child lived is decided, ${manner}`, async ({
    open,
  }) => {
    const page = await open('coordinator', { javaScript: manner === 'with JavaScript' })
    const main = page.getByRole('main')
    await recordNotification(page, childrenFromAbroad[manner])
    await page.getByRole('link', { name: 'Read the notification and decide' }).click()
    await expect(main).toContainText('In scope for this panel')
    await expect(main).toContainText('This postcode is not in the ONS Postcode Directory')

    await page.getByRole('link', { name: 'Change answers' }).click()
    await expectGoodPage(page)
    await choose(page, 'Country where the child normally lived (optional)', 'Elsewhere')
    await press(page, 'Continue')
    await expect(main).toContainText('Nothing is changed until you save')
    await expectGoodPage(page)
    await press(page, 'Save changes')
    await expect(main).toContainText('Answers changed')
    await expect(main).toContainText(
      'You can decide once it is recorded whether the partners review this death',
    )

    await page.getByRole('link', { name: 'See what was changed' }).click()
    await expect(main).toContainText('Country where the child normally lived')
    await expect(main).toContainText('Became')
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Back', exact: true }).click()

    await page.getByRole('link', { name: 'Record what the partners decided' }).click()
    await press(page, 'Save decision')
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible()
    await expectGoodPage(page)
    await choose(page, 'What have the partners decided?', 'Review the death')
    await press(page, 'Save decision')
    await expect(main).toContainText('the partners chose to review the death')

    await page.getByRole('link', { name: 'Decide where the child normally lived' }).click()
    await expectGoodPage(page)
    const authority = 'Local authority where the child normally lived'
    await page.getByLabel(authority, { exact: true }).selectOption({ label: 'Leeds City Council' })
    await choose(page, 'What is the decision based on?', 'The principal of two homes')
    await press(page, 'Save decision')
    await expect(main).toContainText('by the decision on residency')
    await expect(main).toContainText('The principal of two homes')
    await expectGoodPage(page)
  })
}
