import { type CsvField, writeCsv } from '@cdop/tabular'
import type { PlannedDeath } from '../replay/planned-death.ts'

/** Invented deaths as the incumbent's system would export them. */
export async function exportedFile(deaths: readonly PlannedDeath[]): Promise<Buffer> {
  const rows = deaths.map(exportedRow)
  const columns = Object.keys(rows[0] ?? {})
  const fields = rows.map((row) => columns.map((column): CsvField => ({ text: row[column] ?? '' })))
  const pieces: Uint8Array[] = []
  for await (const piece of writeCsv(columns, fields)) pieces.push(piece)
  return Buffer.concat(pieces)
}

function exportedRow({ notification, receivedOn }: PlannedDeath): Record<string, string> {
  const { notifier, child, residence, death, agencies } = notification
  return {
    'Date of Notification': receivedOn,
    'Notifier Name': notifier.name,
    'Notifier Role': notifier.role,
    'Notifier Agency': notifier.organisation,
    'Notifier Contact': notifier.contact,
    Surname: child.familyName,
    Forenames: child.givenNames,
    'NHS Number': child.nhsNumber,
    Gender: child.sex,
    Ethnicity: child.ethnicCategory,
    'Date of Birth': child.dateOfBirth.split('-').reverse().join('/'),
    'Live Birth': 'Yes',
    Address: child.address,
    Postcode: child.postcode,
    'Local Authority Code': residence.localAuthority,
    'Date of Death': death.dateOfDeath.split('-').reverse().join('/'),
    'Place of Death': death.placeOfDeath,
    'Expected Death': death.expectedness === 'expected' ? 'Yes' : 'No',
    'Circumstances of Death': death.circumstances,
    Coroner: death.coronerReferral,
    'GP Practice': agencies[0]?.name ?? '',
  }
}
