import { expect, test } from './browser-test.ts'
import { press } from './journey/fill-in.ts'
import { expectGoodPage } from './rules/page-rules.ts'

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
})
