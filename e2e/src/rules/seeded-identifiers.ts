import { expect, type Page } from '@playwright/test'

/** More are not needed: every case of the demonstration was told by the same program. */
const CASES = 8

/** Who the children of the demonstration were, as the coordinator sees it after asking. */
export async function seededIdentifiers(coordinator: Page): Promise<readonly string[]> {
  await coordinator.goto('/cases?view=closed')
  const cases = await coordinator
    .locator('main table a.cdop-reference')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const found: string[] = []
  for (const path of cases.filter((path) => !path.includes('?')).slice(0, CASES)) {
    await coordinator.goto(path)
    await coordinator.getByRole('button', { name: 'Show name' }).click()
    const child = coordinator.getByRole('region', { name: 'The child' })
    const values = child.locator('.govuk-summary-list__value')
    await expect(values).toHaveCount(4)
    const answers = await values.allTextContents()
    const [name = '', born = '', , number = ''] = answers.map((answer) => answer.trim())
    found.push(...name.split(' '), born, number, number.replaceAll(' ', ''))
  }
  return [...new Set(found)].filter((word) => word.length > 3 && word !== 'Not known')
}
