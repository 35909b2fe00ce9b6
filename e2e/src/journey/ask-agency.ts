import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'
import { downloadCopy } from './download-copy.ts'
import { choose, press } from './fill-in.ts'

export type Agency = { readonly name: string; readonly email: string }

/** The coordinator adds an organisation and asks it what it knows about the child. */
export async function askAgency(page: Page, casePath: string, { name, email }: Agency): Promise<void> {
  await page.goto(casePath)
  await page
    .getByRole('navigation', { name: 'Case' })
    .getByRole('link', { name: 'Information requests' })
    .click()
  await expectGoodPage(page)
  await page.getByLabel('Name of the organisation', { exact: true }).fill(name)
  await page.getByLabel('Kind of organisation', { exact: true }).selectOption({ label: 'General practice' })
  await page.getByLabel('Email address for requests', { exact: true }).fill(email)
  await press(page, 'Add organisation')
  await expect(page.getByLabel('Organisation', { exact: true })).toHaveValue(/./)
  await press(page, 'Send request')
  await expect(page.getByRole('table').getByRole('row', { name })).toBeVisible()
  await expectGoodPage(page)
}

/** The coordinator asks the agency, with its request, for the ambulance stage of the care pathway. */
export async function askForStage(page: Page, casePath: string, { name }: Agency): Promise<void> {
  await page.goto(`${casePath}/forms`)
  await choose(page, 'Which agency?', name)
  await choose(page, 'Which forms?', 'Care pathway')
  await choose(page, 'Which stages?', 'Ambulance and transfer to hospital')
  await press(page, 'Ask for these forms')
  await expect(page.getByRole('table').getByRole('row', { name: 'Care pathway' })).toContainText(name)
}

/** The coordinator reads what came back, keeps a copy, looks at sending it back, and accepts it. */
export async function readReturn(page: Page, casePath: string, agency: Agency, words: string): Promise<void> {
  await page.goto(`${casePath}/requests`)
  const row = page.getByRole('table').getByRole('row', { name: agency.name })
  await expect(row).toContainText('Returned: to be read')
  await row.getByRole('link').click()
  await expect(page.getByRole('main')).toContainText(words)
  await expectGoodPage(page)
  expect(await downloadCopy(page, /^JSON of Reporting form/)).toMatch(/^[A-Z0-9-]+-reporting-[12]\.json$/)
  await page.getByRole('link', { name: 'Send the form back' }).click()
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Back', exact: true }).click()
  await press(page, 'Accept the form')
  await expect(page.getByRole('table').getByRole('row', { name: agency.name })).toContainText('Accepted')
}
