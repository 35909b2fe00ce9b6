import { columnKey } from './columns.ts'
import { csvTable } from './csv/csv-table.ts'
import { counted, isZip, peeked } from './read-table.ts'
import { type Table, type TableLimits, usualLimits } from './table.ts'
import { TableRefusal } from './table-refusal.ts'
import { heldZip, type Sheet, xlsxSheets } from './xlsx/xlsx-table.ts'
import type { Zip } from './xlsx/zip.ts'

/** Several tables in one file, by the names they were asked for. Each is opened and read once. */
export type Bundle = Readonly<{
  sheets: ReadonlyMap<string, () => Promise<Table>>
  /** Files of a ZIP that are no table. */
  otherFiles: number
}>

/**
 * Reads a bundle: an XLSX workbook with a sheet for each table, or a ZIP file with a CSV file for each, named alike but for
 * case, spaces and signs. The file is held in memory packed; its tables are unpacked piece by piece, all together within
 * the limits. Throws a `TableRefusal`, here or while rows are read.
 */
export async function readBundle(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  asked: { required: readonly string[]; optional: readonly string[]; limits?: Partial<TableLimits> },
): Promise<Bundle> {
  const limits = { ...usualLimits, ...asked.limits }
  const { start, all } = await peeked(counted(bytes, limits.bytes))
  if (start.length === 0) throw new TableRefusal('empty')
  if (!isZip(start)) throw new TableRefusal('no-bundle')
  const zip = await heldZip(all, limits)
  const found = zip.has('_rels/.rels') ? await xlsxSheets(zip, limits) : csvSheets(zip, limits)
  if (found.length === 0) throw new TableRefusal('no-bundle')
  const known = new Map([...asked.required, ...asked.optional].map((name) => [columnKey(name), name]))
  const sheets = new Map<string, () => Promise<Table>>()
  for (const { name, open } of found) {
    const sheet = known.get(columnKey(name))
    if (sheet === undefined) throw new TableRefusal('unknown-sheet')
    if (sheets.has(sheet)) throw new TableRefusal('repeated-sheet', { column: sheet })
    sheets.set(sheet, open)
  }
  const missing = asked.required.find((name) => !sheets.has(name))
  if (missing !== undefined) throw new TableRefusal('missing-sheet', { column: missing })
  return { sheets, otherFiles: zip.has('_rels/.rels') ? 0 : filesOf(zip).length - found.length }
}

/** What a program adds to a ZIP for itself is no file of anybody's. */
const filesOf = (zip: Zip): readonly string[] =>
  zip.names().filter((name) => !name.endsWith('/') && !name.startsWith('__MACOSX/') && !/(^|\/)\./.test(name))

function csvSheets(zip: Zip, limits: TableLimits): Sheet[] {
  // A part that was cut has another length or checksum than the list says.
  return filesOf(zip)
    .filter((name) => /\.csv$/i.test(name))
    .map((name) => ({
      name: name.replace(/^.*\//, '').replace(/\.csv$/i, ''),
      open: () => csvTable(asynchronous(zip.open(name)), limits, { lastLineMayBeOpen: true }),
    }))
}

async function* asynchronous(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces
}
