import type { Actor, ImportId } from '@cdop/domain'
import { writeCsv } from '@cdop/tabular'
import { PIECE_BYTES } from './import/file-pieces.ts'
import { ImportJob } from './import/import-jobs.ts'
import { jobs } from './jobs.ts'
import { aKey, type GivenIntake } from './testing.ts'

/** A row of the incumbent's export, of an invented child. */
export const exportedRow: Readonly<Record<string, string>> = {
  'Date of Notification': '28/02/2026',
  'Notifier Name': 'Orla Pennywhistle',
  'Notifier Role': 'Paediatrician',
  'Notifier Agency': 'Invented Infirmary',
  'Notifier Contact': 'notifier@infirmary.example',
  Surname: 'Quillfeather',
  Forenames: 'Marigold Anneka',
  'NHS Number': '999 000 0018',
  Gender: 'F',
  Ethnicity: 'White British',
  'Date of Birth': '11/07/2019',
  'Live Birth': 'Yes',
  Address: '7 Invented Crescent, Nowhere Garth',
  Postcode: 'ls11ur',
  'Local Authority Code': 'E08000035',
  'Date of Death': '27/02/2026',
  'Time of Death': '04:15',
  'Place of Death': 'Home of normal residence',
  'Expected Death': 'No',
  'Gestation (weeks)': '',
  'Circumstances of Death': 'Found unresponsive',
  'Cause of Death': '',
  Coroner: 'Investigation',
  'JAR Triggers': 'SUDIC',
  'GP Practice': 'Invented Surgery',
  'GP Email': '',
  'Hospital Trust': '',
  'Case Status': 'Open',
}

/** A CSV file of such rows, each right but for the changes. */
export async function exportedFile(
  rows: readonly Readonly<Record<string, string>>[],
  columns: readonly string[] = Object.keys(exportedRow),
): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const fields = rows.map((row) =>
    columns.map((column) => ({ text: { ...exportedRow, ...row }[column] ?? '' })),
  )
  for await (const piece of writeCsv(columns, fields)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Uploads a file as the portal does; nothing has looked at it yet. */
export async function upload(
  { as, mine, coordinator }: GivenIntake,
  bytes: Uint8Array,
  { pieceBytes = PIECE_BYTES, mapping = 'ecdop' }: { pieceBytes?: number; mapping?: string } = {},
): Promise<ImportId> {
  const { areaId } = mine
  const calls = as(coordinator).import
  const { importId } = await calls.begin({ areaId, key: aKey(), mapping })
  let piece = 0
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const part = Buffer.from(bytes.subarray(at, at + pieceBytes))
    await calls.append({ areaId, importId, piece, bytes: part.toString('base64') })
    piece += 1
  }
  await calls.finish({ areaId, importId, key: aKey(), pieces: piece })
  return importId
}

/** Runs a job of an import as the worker does. */
export async function runJob(
  { parts, mine, coordinator }: Pick<GivenIntake, 'parts' | 'mine' | 'coordinator'>,
  name: string,
  importId: ImportId,
): Promise<void> {
  const payload = ImportJob.parse({
    areaId: mine.areaId,
    importId,
    onBehalfOf: coordinator.personId,
    requestId: coordinator.requestId,
  })
  await jobs(parts)[name]?.(payload)
}

/** How an import stands, as a person of the area sees it. */
export function standing(
  { as, mine, coordinator }: GivenIntake,
  importId: ImportId,
  actor: Actor = coordinator,
) {
  return as(actor).import.read({ areaId: mine.areaId, importId })
}
