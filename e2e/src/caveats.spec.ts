import { expect, test } from './browser-test.ts'
import { choose, fillDate, press } from './journey/fill-in.ts'
import { expectGoodPage } from './rules/page-rules.ts'

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)

test('an answer is put under a caveat, the panel reads that something is withheld, and it is lifted', async ({
  open,
}) => {
  const page = await open('coordinator', { javaScript: false })
  await page.goto('/cases?view=listed')
  const reference = page.locator('main table a.cdop-reference').first()
  const name = (await reference.textContent())?.trim() ?? ''
  await reference.click()
  await page
    .getByRole('navigation', { name: 'Case' })
    .getByRole('link', { name: 'Information requests' })
    .click()
  await page
    .getByRole('link', { name: /read what was returned/ })
    .first()
    .click()
  await page.getByRole('link', { name: /^Put under a caveat ?: Was the child known/ }).click()
  await expectGoodPage(page)
  await choose(page, 'Why must it be withheld?', 'A prosecution is pending')
  await page.getByLabel('In words: what could it harm, and until when?').fill('An invented trial')
  await page.getByLabel('Who asked for it?').fill('An invented inspector')
  await fillDate(page, 'When?', inAMonth())
  await press(page, 'Put under the caveat')
  await expectGoodPage(page)

  const panel = await open('panelMember', { javaScript: false })
  await panel.goto('/panel-meetings')
  const meetings = await panel
    .locator('main a[href^="/panel-meetings/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const listed = panel.getByRole('link', { name, exact: true })
  for (const path of meetings) {
    if (path === '' || (await listed.count()) > 0) break
    await panel.goto(path)
  }
  await listed.click()
  await expect(panel.getByRole('main')).toContainText('Something is withheld here, in 1 place.')
  await expect(panel.getByRole('main')).not.toContainText('prosecution')

  await page.getByRole('link', { name: 'A prosecution is pending' }).click()
  await expectGoodPage(page)
  await page.getByLabel('Why may it be shown?').fill('The invented trial is over')
  await press(page, 'Lift the caveat')
  await expect(page.getByRole('heading', { name: 'Lifted', exact: true })).toBeVisible()
  await expectGoodPage(page)
  await panel.reload()
  await expect(panel.getByRole('main')).not.toContainText('Something is withheld here')
})
