import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './browser-test.ts'
import { choose, press } from './journey/fill-in.ts'
import { pdfWith } from './journey/invented-pdf.ts'
import { expectErrorState } from './rules/error-state.ts'
import { expectGoodPage } from './rules/page-rules.ts'

/** In two halves: whole it would have this source quarantined. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

async function add(page: Page, buffer: Buffer, name = 'An invented report.pdf'): Promise<void> {
  await choose(page, 'What is the document?', 'Letter')
  await page.getByLabel('Where does it come from?').selectOption({ index: 1 })
  await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'application/pdf', buffer })
  await press(page, 'Add the document')
}

/** The rows of the list, once the scanner has spoken of all. */
async function scanned(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('main')).not.toContainText('Waiting to be scanned', { timeout: 500 })
  }).toPass()
}

test('a document is added, scanned and opened from an origin of its own; one with malware never is', async ({
  open,
  stack,
}) => {
  const page = await open('coordinator')
  await page.goto('/cases?view=gathering')
  await page.locator('main table a.cdop-reference').first().click()
  await page.getByRole('navigation', { name: 'Case' }).getByRole('link', { name: 'Documents' }).click()
  await page.getByRole('button', { name: 'Add a document' }).click()
  await expectGoodPage(page)
  await add(page, Buffer.from('no PDF at all'))
  await expect(page.getByRole('alert')).toContainText('is not of the kind its name says')
  await expectErrorState(page)
  await add(page, pdfWith())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Documents')
  await scanned(page)
  await expectGoodPage(page)

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: /^1\. Letter/ }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^[A-Z]{3}-\d{4}-[\w-]+-1\.pdf$/)
  expect((await readFile(await download.path())).equals(pdfWith())).toBe(true)
  expect(new URL(download.url()).origin).not.toBe(stack.portalUrl)
  const again = await page.request.get(download.url())
  expect(again.status()).toBe(404)
  expect(again.headers()['content-security-policy']).toContain('sandbox')

  await page.getByRole('link', { name: 'Versions and redaction of document 1' }).click()
  await expectGoodPage(page)
  await choose(page, 'Is anything in this version to be redacted?', 'Nothing to redact')
  await press(page, 'Save')
  await expect(page.getByRole('main')).toContainText('May be given outside the office')

  await page.getByRole('link', { name: 'Take out document 1' }).click()
  await expectGoodPage(page)
  await page.getByLabel('Why does it not belong to this case?').fill('It is of another case')
  await press(page, 'Take it out and destroy it')
  await expect(page.getByRole('main')).toContainText('Taken out: destroyed')
  await expect(page.getByRole('link', { name: /^1\. Letter/ })).toHaveCount(0)
})

test('a document in which the scanner finds malware is never opened, also without JavaScript', async ({
  open,
}) => {
  const page = await open('coordinator', { javaScript: false })
  await page.goto('/cases?view=gathering')
  await page.locator('main table a.cdop-reference').last().click()
  await page.goto(`${page.url()}/documents/new`)
  await add(page, pdfWith(EICAR))
  await scanned(page)
  await expect(page.getByRole('main')).toContainText('Malware found: destroyed')
  await expect(page.getByRole('link', { name: /^1\. Letter/ })).toHaveCount(0)
})
