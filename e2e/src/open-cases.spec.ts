import type { Page } from '@playwright/test'
import { expect, test } from './browser-test.ts'
import { choose, press } from './journey/fill-in.ts'
import { daysAgo } from './journey/invented-child.ts'
import { openCaseChild } from './journey/invented-children.ts'
import { pdfWith } from './journey/invented-pdf.ts'
import { zipFile } from './journey/zip-file.ts'
import { expectGoodPage } from './rules/page-rules.ts'

type Cells = Readonly<Record<string, string>>

function csv(rows: readonly Cells[]): string {
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
  return lines.map((line) => `${line.join(',')}\n`).join('')
}

const reference = { 'old reference': 'OLD/7' }

/** A case another system has open, with what two agencies were asked. */
function bundle(): Buffer {
  const { familyName, givenNames, nhsNumber, bornOn, diedOn, address, postcode } = openCaseChild
  const asked = { ...reference, 'agency kind': 'General practice', 'asked on': daysAgo(100) }
  return zipFile({
    'cases.csv': csv([
      {
        ...reference,
        stage: 'gathering',
        'confirmed by': 'hospital doctor',
        'confirmed by name': 'Robin Sedge',
        'confirmed by organisation': 'Invented Infirmary',
        'confirmed on': diedOn,
        'Date of Notification': diedOn,
        'Notifier Contact': 'robin.sedge@hospital.example',
        Surname: familyName,
        Forenames: givenNames,
        'NHS Number': nhsNumber,
        Gender: 'F',
        'Date of Birth': bornOn,
        Address: address.replaceAll(',', ''),
        Postcode: postcode,
        'Local Authority Code': 'E08000035',
        'Date of Death': diedOn,
        'Place of Death': 'Home',
        'Circumstances of Death': openCaseChild.circumstances,
      },
    ]),
    'requests.csv': csv([
      {
        ...asked,
        agency: 'Old Mill Surgery',
        'agency mailbox': 'old.mill@surgery.example',
        'chased on': daysAgo(60),
        'answered on': '',
      },
      {
        ...asked,
        agency: 'New Mill Surgery',
        'agency mailbox': 'new.mill@surgery.example',
        'chased on': '',
        'answered on': daysAgo(80),
      },
    ]),
    'returned-forms.csv': csv([
      {
        ...reference,
        agency: 'New Mill Surgery',
        'form number': 'B',
        'form name': 'Agency report',
        'returned on': daysAgo(80),
        'Any dog in the house': 'None',
      },
    ]),
    'documents.csv': csv([
      {
        ...reference,
        'file name': 'scan-1.pdf',
        kind: 'Letter',
        agency: 'Old Mill Surgery',
        'agency kind': 'General practice',
      },
      { ...reference, 'file name': 'scan-2.pdf', kind: '', agency: '', 'agency kind': '' },
    ]),
  })
}

/** Comes back to the page until its heading says so. */
async function until(page: Page, heading: string): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading, { timeout: 500 })
  }).toPass({ timeout: 40_000 })
}

/** One file comes for its row, one is left out with a reason, and one that no row names is not kept. */
async function addTheFiles(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: /^Sign off/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Add the files, or say why one is left out' }).click()
  await expectGoodPage(page)
  const pdf = { mimeType: 'application/pdf', buffer: pdfWith() }
  await page.getByLabel('Add files').setInputFiles([
    { name: 'scan-1.pdf', ...pdf },
    { name: 'scan-9.pdf', ...pdf },
  ])
  await press(page, 'Add the files')
  await expect(page.getByRole('alert')).toContainText('No row of the bundle names the file')
  await expectGoodPage(page)
  await page.getByLabel('Row of the sheet of documents').selectOption({ index: 2 })
  await choose(page, 'What becomes of the row?', 'Left out: the file cannot be found')
  await press(page, 'Save')
  await expect(async () => {
    await page.reload()
    const main = page.getByRole('main')
    await expect(main).toContainText('Every document has its file', { timeout: 500 })
  }).toPass({ timeout: 40_000 })
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Back' }).click()
}

test('a case that is open in another system is rehearsed, signed off and taken in, and nobody is written to', async ({
  open,
}) => {
  const page = await open('coordinator', { javaScript: false })
  await page.goto('/imports/new')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download an empty bundle (ZIP)' }).click()
  expect((await downloading).suggestedFilename()).toBe('empty-bundle.zip')
  await page.getByLabel('Where the file comes from').selectOption('open-cases-ecdop')
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'bundle.zip', mimeType: 'application/zip', buffer: bundle() })
  await press(page, 'Upload and check')
  await until(page, 'Sign off the open cases')
  await expectGoodPage(page)
  await expect(page.getByRole('main')).toContainText('Old Mill Surgery')
  await expect(page.getByRole('main')).toContainText('Cases overdue today: Review meeting')
  await addTheFiles(page)
  await press(page, 'Sign off and take in 1 case')
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('row', { name: /^Returned forms 1 1 0$/ })).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 40_000 })
  await expect(page.getByRole('row', { name: /^Documents 2 1 1$/ })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Column F of the returned forms: 1 answer not mapped')
  await page.getByRole('group', { name: 'Take over chasing from which day?' }).getByLabel('Day').fill('1')
  await page.getByLabel('Month').fill('6')
  await page.getByLabel('Year').fill('2099')
  await press(page, 'Take over chasing')
  await expect(page.getByRole('main')).toContainText('are chased from 1 June 2099')
  await expectGoodPage(page)
})
