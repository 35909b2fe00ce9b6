import type { Page } from '@playwright/test'
import { expect, test } from './browser-test.ts'
import { press } from './journey/fill-in.ts'
import { expectGoodPage } from './rules/page-rules.ts'

/** Something is added to the timeline by its year alone, and taken out again. */
async function writeOfLife(page: Page, path: string): Promise<void> {
  await page.goto(`${path}/timeline/new`)
  await page.getByRole('group', { name: 'When was it?' }).getByLabel('Year').fill('2024')
  await page.getByLabel('What happened?').fill('An invented move to another town')
  await page.getByLabel('The panel’s office knows it').check()
  await press(page, 'Add to the timeline')
  await page.goto(`${path}/timeline?show=life`)
  await expect(page.getByRole('main')).toContainText('An invented move to another town')
  await page
    .getByRole('link', { name: /^Take this[\s\S]*About 2024$/ })
    .first()
    .click()
  await expectGoodPage(page)
  await page.getByLabel('Why does it not stand?').fill('It was another child')
  await press(page, 'Take it out')
  await page.goto(`${path}/timeline?show=life`)
  await expect(page.getByRole('main')).not.toContainText('An invented move to another town')
}

/** What a link or a button of this page brings as a file. */
async function fileBy(page: Page, role: 'link' | 'button', name: string): Promise<[string, string[]]> {
  const downloading = page.waitForEvent('download')
  await page.getByRole(role, { name, exact: true }).click()
  const download = await downloading
  const pieces: Uint8Array[] = []
  for await (const piece of await download.createReadStream()) pieces.push(piece)
  return [download.suggestedFilename(), Buffer.concat(pieces).toString('utf8').trimEnd().split('\r\n')]
}

/** The list leaves as a file: all of it, without names; and with them once it is said why. */
async function takeListOut(page: Page): Promise<void> {
  await page.goto('/cases?view=all')
  const shown = await page.locator('main table a.cdop-reference').allTextContents()
  const [name, lines] = await fileBy(page, 'link', 'Download this list as a file')
  expect(name).toMatch(/^cases-all-\d{4}-\d\d-\d\d\.csv$/)
  expect(lines.slice(1, 1 + shown.length).map((line) => line.split(',')[0])).toEqual(shown)
  await page.getByRole('link', { name: 'with names', exact: true }).click()
  await expectGoodPage(page)
  await press(page, 'Download with names')
  await expect(page.getByRole('main')).toContainText('Select why you need the names')
  await page.getByLabel('To go on working while').check()
  await page.getByLabel('What is the file for').fill('An invented rehearsal of a day without the service')
  const [named, rows] = await fileBy(page, 'button', 'Download with names')
  expect(named).toMatch(/^cases-all-with-names-\d{4}-\d\d-\d\d\.csv$/)
  expect(rows[0]).toMatch(/^\uFEFFCase,Family name,Given names,/)
  expect(rows).toHaveLength(lines.length)
  expect(rows[1]).toMatch(/^[^,]+,[^,]+,[^,]+,/)
}

test('a case of one’s own: its name, who else is there, and a handover', async ({ open }) => {
  const asha = await open('coordinator', { javaScript: true })
  await asha.goto('/cases?view=mine')
  const path = await asha.locator('main table a.cdop-reference').last().getAttribute('href')
  if (path === null) throw new Error('a case leads somewhere')
  await asha.goto(`${path}/people`)
  await expect(asha.getByText('Child', { exact: true })).toBeAttached()
  await press(asha, 'Hide names on this screen')
  await expect(asha.getByText('Child', { exact: true })).toBeHidden()
  await expectGoodPage(asha)
  await press(asha, 'Show names on this screen')

  const bronwen = await open('secondCoordinator', { javaScript: false })
  await bronwen.goto(path)
  await expect(bronwen.getByText('Asha Linden is at this case too')).toBeVisible()
  await expect(asha.getByText('Bronwen Askew is at this case too')).toBeVisible({ timeout: 10_000 })

  await bronwen.goto('/coordinators')
  await expectGoodPage(bronwen)
  await bronwen.getByRole('link', { name: 'Hand over the cases of Asha Linden' }).first().click()
  await expectGoodPage(bronwen)
  await bronwen.getByLabel('Who takes them over?').selectOption({ label: 'Bronwen Askew' })
  await bronwen.getByLabel('No, they are handed over for good').check()
  await bronwen.getByLabel('Only those I choose').check()
  await bronwen.locator(`input[name="cases"][value="${path.split('/').at(-1)}"]`).check()
  await press(bronwen, 'Hand over')
  await bronwen.goto(path)
  await expect(bronwen.getByText('Coordinator: Bronwen Askew')).toBeVisible()
  await writeOfLife(bronwen, path)
  for (const page of [asha, bronwen]) await takeListOut(page)

  await bronwen.goto('/cases?view=mine')
  await bronwen.getByRole('link', { name: 'Save this view' }).click()
  await expectGoodPage(bronwen)
  await bronwen.getByLabel('What do you want to call it?').fill('What Asha gave me')
  await bronwen.getByLabel('Begin with this view').check()
  await press(bronwen, 'Save the view')
  await bronwen.goto('/cases')
  await expect(bronwen.getByRole('link', { name: /^What Asha gave me \(\d+\)$/ })).toBeVisible()
  await bronwen.getByRole('link', { name: 'Change the views you saved' }).click()
  await expectGoodPage(bronwen)
  await press(bronwen, 'Delete “What Asha gave me”')
  await expect(bronwen.getByRole('main')).toContainText('You have saved no view')
})
