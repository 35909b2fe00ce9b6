import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from '../rules/page-rules.ts'
import type { RunningStack } from '../stack/running-stack.ts'
import type { Agency } from './ask-agency.ts'
import { downloadCopy } from './download-copy.ts'
import { choose, press } from './fill-in.ts'
import type { Hands } from './hands.ts'
import { type InventedChild, identifiersOf } from './invented-child.ts'
import { pdfWith } from './invented-pdf.ts'
import { mailTo } from './mail.ts'

/** The agency's reporter opens the mailed link; nothing about a child is said until the mailed code is entered. */
export async function openMailedLink(
  page: Page,
  stack: RunningStack,
  { agency, reference, child }: { agency: Agency; reference: string; child: InventedChild },
): Promise<void> {
  const request = await mailTo(stack, agency.email, /Return the reporting form/)
  expect(request.text).toContain(reference)
  const link = /https?:\/\/\S+\/requests\/\S+/.exec(request.text)?.[0] ?? ''
  const opened = await page.goto(link)
  const before = (await opened?.text()) ?? ''
  for (const known of [...identifiersOf(child), reference, agency.name, agency.email]) {
    expect(before).not.toContain(known)
  }
  await expectGoodPage(page)
  await press(page, 'Send me a code')
  await expectGoodPage(page)
  await page.getByLabel('Enter the 6-digit code').fill('12')
  await press(page, 'Continue')
  await expect(page).toHaveTitle(/^Error: /)
  await expectGoodPage(page)
  const mailed = await mailTo(stack, agency.email, /Your code is/)
  await page.getByLabel('Enter the 6-digit code').fill(/\b\d{6}\b/.exec(mailed.text)?.[0] ?? '')
  await press(page, 'Continue')
  await expect(page.getByRole('main')).toContainText(child.familyName)
  await expectGoodPage(page)
}

/** What else the reporter can do with the form, each page of it looked at, and back. */
export async function lookAround(page: Page): Promise<void> {
  for (const other of [
    'Nothing is known about this child',
    'Pass the form to a colleague',
    'Upload a form you filled in elsewhere',
  ]) {
    await page.getByRole('link', { name: other }).click()
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Back' }).click()
  }
  expect(await downloadCopy(page, /^Child death reporting form.*Word file/)).toMatch(
    /^child-death-reporting-[\d-]+\.docx$/,
  )
}

/** The last question of every section: it is completed, and the reporter goes on. */
async function completeSection(hands: Hands): Promise<void> {
  await hands.choose('Have you completed this section?', 'Yes, I have completed it')
  await hands.press('Continue')
}

/** The reporter fills in the form page by page, checks it and returns it: by mouse, or by keyboard alone. */
export async function returnForm(page: Page, child: InventedChild, hands: Hands): Promise<void> {
  await page.getByRole('link', { name: 'Add documents that support your answers' }).click()
  await choose(page, 'What is the document?', 'Letter')
  const file = { name: 'invented-letter.pdf', mimeType: 'application/pdf', buffer: pdfWith() }
  await page.getByLabel('File', { exact: true }).setInputFiles(file)
  await press(page, 'Add the document')
  await expect(page.getByRole('main')).toContainText(file.name)
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Go back to the form' }).click()
  await hands.open('About you')
  await expectGoodPage(page)
  await hands.fill('Your name', 'Morgan Tye')
  await hands.fill('Your role', 'Practice manager')
  await completeSection(hands)
  await hands.choose('Was the child known to your agency?', 'Yes')
  await hands.choose(/^Services involved/, 'Primary care')
  await expectGoodPage(page)
  await completeSection(hands)
  await hands.choose('Known conditions', 'Asthma')
  await expectGoodPage(page)
  await completeSection(hands)
  await hands.choose('Did anyone in the household smoke?', 'No')
  await hands.choose('Did the mother smoke in pregnancy?', 'No')
  await hands.choose('Social care status', 'Never known to social care')
  await hands.choose('Was there domestic abuse in the household?', 'No')
  await expectGoodPage(page)
  await completeSection(hands)
  await hands.fill('Summary of your agency’s involvement', child.involvement)
  await expectGoodPage(page)
  await completeSection(hands)
  await expectGoodPage(page)
  await completeSection(hands)
  await hands.open('Ambulance and transfer to hospital')
  await hands.choose('Do you hold information about this stage?', 'No')
  await expectGoodPage(page)
  await completeSection(hands)
  await hands.open('Check your answers and send them')
  await expect(page.getByRole('main')).toContainText(child.involvement)
  await expectGoodPage(page)
  await hands.press('Send the form')
  await expect(page).toHaveTitle(/^Error: /)
  await expectGoodPage(page)
  await hands.choose('Declaration', 'I answer for my agency, and the answers are right as far as we know')
  await hands.press('Send the form')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Form returned')
  await expectGoodPage(page)
  expect(await downloadCopy(page, /^PDF of Child death reporting form/)).toMatch(
    /^[A-Z0-9-]+-reporting-[12]\.pdf$/,
  )
  await page.getByRole('link', { name: 'correct your answers' }).click()
  await expectGoodPage(page)
  await page.goto('/return/receipt')
}

/** The reporter leaves; the browser no longer opens the form. */
export async function leaveForm(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Leave the form' }).click()
  await expectGoodPage(page)
  await press(page, 'Leave the form')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have left the form')
  await expectGoodPage(page)
  expect((await page.goto('/return'))?.status()).toBe(404)
}
