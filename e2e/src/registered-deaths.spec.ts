import type { Page } from '@playwright/test'
import { expect, test } from './browser-test.ts'
import { childrenRegistered, manners } from './journey/children-of-both-manners.ts'
import { reportingYearOf } from './journey/figures.ts'
import { press } from './journey/fill-in.ts'
import type { InventedChild } from './journey/invented-child.ts'
import { recordNotification } from './journey/notify.ts'
import { expectGoodPage } from './rules/page-rules.ts'

/** As somebody writes a name they only heard. */
const misspelt = (name: string) => name.toLowerCase().replace('wether', 'weather').replace(/ss$/, 's')
const british = (date: string) => date.split('-').toReversed().join('/')
const listOf = (child: InventedChild, entry: string) => [
  'Entry number,Date registered,Date of death,Date of birth,Surname,Forenames,Sex,NHS number,Coroner',
  `${entry},${british(child.diedOn)},${british(child.diedOn)},${british(child.bornOn)},${child.familyName},${child.givenNames},F,${child.nhsNumber},N`,
]

async function search(page: Page, words: string): Promise<void> {
  await page.goto('/search')
  await page.getByLabel('Child’s name, NHS number or case reference').fill(words)
  await press(page, 'Search')
  await expectGoodPage(page)
}

for (const [at, manner] of manners.entries()) {
  test(`a death that was registered and never notified is found, notified, and found again by name and number, ${manner}`, async ({
    open,
  }) => {
    const child = childrenRegistered[manner]
    const entry = `LDS/77${at}`
    const page = await open('coordinator', { javaScript: manner === 'with JavaScript' })
    const year = `/registrations?year=${reportingYearOf(child.diedOn).code}`
    await page.goto(year)
    await expectGoodPage(page)
    await page.getByLabel('Registrar of births and deaths').check()
    await page.getByLabel('The list', { exact: true }).setInputFiles({
      name: 'register.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`${listOf(child, entry).join('\n')}\n`),
    })
    await press(page, 'Load the list')
    const waiting = page.getByRole('table', {
      name: 'Registered deaths nobody has notified, as far as is known',
    })
    await expect(waiting).toContainText(child.familyName)
    await expectGoodPage(page)
    await waiting.getByRole('link', { name: new RegExp(`entry ${entry}`) }).click()
    await expectGoodPage(page)
    await press(page, 'Save')
    await expect(page.getByRole('alert')).toContainText('Select what you found')

    await search(page, child.familyName)
    await expect(page.getByRole('main')).toContainText('No child was found')

    await recordNotification(page, child)
    await page.goto(year)
    await expect(page.getByRole('main')).not.toContainText(child.familyName)
    for (const words of [misspelt(child.familyName), child.nhsNumber.replace(/^(...)(...)/, '$1 $2 ')]) {
      await search(page, words)
      await expect(page.getByRole('table')).toContainText(child.familyName)
      expect(new URL(page.url()).pathname).not.toMatch(new RegExp(`${misspelt(child.familyName)}|999`, 'i'))
    }
  })
}
