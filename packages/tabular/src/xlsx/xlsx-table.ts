import { type Table, type TableLimits, tableOf } from '../table.ts'
import { TableRefusal } from '../table-refusal.ts'
import { readDateStyles } from './date-styles.ts'
import { readSharedTexts } from './shared-texts.ts'
import { sheetRows } from './sheet-rows.ts'
import { readWorkbook } from './workbook.ts'
import { openZip, type Zip } from './zip.ts'

/** A sheet of a workbook that is not hidden, to be read once. */
export type Sheet = Readonly<{ name: string; open: () => Promise<Table> }>

/** The sheets of an XLSX file (ECMA-376) that is held packed; each is unpacked and read piece by piece. */
export async function xlsxSheets(zip: Zip, limits: TableLimits): Promise<readonly Sheet[]> {
  const { sheets, texts, styles, from1904 } = await readWorkbook(zip)
  const words = {
    texts: texts === undefined ? undefined : await readSharedTexts(zip.open(texts, limits.textBytes)),
    styles: styles === undefined ? [] : await readDateStyles(zip.open(styles)),
    from1904,
  }
  return sheets.map(({ name, part }) => ({
    name,
    open: () => tableOf('xlsx', sheetRows(zip.open(part), words, limits), limits, { everyCell: false }),
  }))
}

/**
 * An XLSX file as a table: its one visible sheet. The file is held packed, since the list of its parts stands at its
 * end.
 */
export async function xlsxTable(bytes: AsyncIterable<Uint8Array>, limits: TableLimits): Promise<Table> {
  const sheets = await xlsxSheets(await heldZip(bytes, limits), limits)
  if (sheets.length > 1) throw new TableRefusal('several-sheets')
  const [only] = sheets
  if (only === undefined) throw new TableRefusal('not-a-table')
  return await only.open()
}

/** A zip file, held in memory packed. */
export async function heldZip(bytes: AsyncIterable<Uint8Array>, limits: TableLimits): Promise<Zip> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  return openZip(Buffer.concat(pieces), limits)
}
