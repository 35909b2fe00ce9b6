import type { Page } from '@playwright/test'
import { expect, test } from './browser-test.ts'
import { press } from './journey/fill-in.ts'
import type { InventedChild } from './journey/invented-child.ts'
import { importedChildren } from './journey/invented-children.ts'
import { expectErrorState } from './rules/error-state.ts'
import { expectGoodPage } from './rules/page-rules.ts'

/** A file as another system exports it. */
function fileOf(children: readonly InventedChild[], changes: Readonly<Record<string, string>> = {}): Buffer {
  const rows = children.map((child) => ({
    'Date of Notification': child.diedOn,
    'Notifier Contact': 'robin.sedge@hospital.example',
    Surname: child.familyName,
    Forenames: child.givenNames,
    'NHS Number': child.nhsNumber,
    Gender: 'F',
    'Date of Birth': child.bornOn,
    Address: child.address.replaceAll(',', ''),
    Postcode: child.postcode,
    'Local Authority Code': 'E08000035',
    'Date of Death': child.diedOn,
    'Place of Death': 'Home',
    'Circumstances of Death': child.circumstances,
    ...changes,
  }))
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
  return Buffer.from(lines.map((line) => `${line.join(',')}\n`).join(''))
}

async function upload(page: Page, buffer: Buffer): Promise<void> {
  await page.goto('/notifications')
  await page.getByRole('button', { name: 'Import a file' }).click()
  await page.getByRole('button', { name: 'Import a file' }).click()
  await expectGoodPage(page)
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'export.csv', mimeType: 'text/csv', buffer })
  await press(page, 'Upload and check')
}

/** Comes back to the page until its heading says so, as somebody without a script does. */
async function until(page: Page, heading: string): Promise<void> {
  await expect(async () => {
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading, { timeout: 500 })
  }).toPass({ timeout: 40_000 })
  await expectGoodPage(page)
}

for (const [manner, children] of Object.entries(importedChildren)) {
  const javaScript = manner === 'with JavaScript'

  test(`a file of notifications is weighed, confirmed and taken in whole, ${manner}`, async ({ open }) => {
    const page = await open('coordinator', { javaScript })
    await upload(page, fileOf(children))
    await until(page, 'Confirm the import')
    await expect(page.getByRole('main')).toContainText('What would be added')
    await press(page, 'Import 2 notifications')
    await until(page, 'The notifications were imported')
    await page.getByRole('link', { name: 'Go to the notifications to decide' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notifications')

    await test.step('the same file again is recognised', async () => {
      await upload(page, fileOf(children))
      await until(page, 'The file was not imported')
      await expect(page.getByRole('main')).toContainText('The same file was uploaded before')
      await page.getByRole('link', { name: /^Already imported on/ }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The notifications were imported')
    })

    await test.step('another is cancelled and leaves nothing', async () => {
      await upload(page, fileOf(children, { 'Place of Death': 'School' }))
      await until(page, 'Confirm the import')
      await press(page, 'Cancel this import')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('The import was cancelled')
      await expectGoodPage(page)
    })
  })
}

test('a file with a wrong row is not imported, and its errors name rows and columns, never what stands there', async ({
  open,
}) => {
  const page = await open('coordinator')
  const children = importedChildren['with JavaScript']
  await page.goto('/imports/new')
  await press(page, 'Upload and check')
  await expectErrorState(page)
  await upload(page, fileOf(children, { 'Date of Death': '31/02/2026', Gender: 'Zebedee' }))
  await until(page, 'The file was not imported')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download the list of 4 errors (CSV)' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/^import-errors-[0-9a-f]{8}\.csv$/)
  const pieces: Uint8Array[] = []
  for await (const piece of await download.createReadStream()) pieces.push(piece)
  const errors = Buffer.concat(pieces).toString('utf8')
  expect(errors).toContain('2,Date of Death,a date,')
  expect(errors).not.toMatch(/Zebedee|31.02/)
})
