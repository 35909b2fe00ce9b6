import { type Table, type TableLimits, tableOf } from '../table.ts'
import { readDateStyles } from './date-styles.ts'
import { readSharedTexts } from './shared-texts.ts'
import { sheetRows } from './sheet-rows.ts'
import { readWorkbook } from './workbook.ts'
import { openZip } from './zip.ts'

/**
 * An XLSX file (ECMA-376) as a table: its one visible sheet. The file is held packed, since the list of its parts
 * stands at its end; the sheet is unpacked and read piece by piece.
 */
export async function xlsxTable(bytes: AsyncIterable<Uint8Array>, limits: TableLimits): Promise<Table> {
  const pieces: Uint8Array[] = []
  for await (const piece of bytes) pieces.push(piece)
  const zip = openZip(Buffer.concat(pieces), limits)
  const { sheet, texts, styles, from1904 } = await readWorkbook(zip)
  const words = {
    texts: texts === undefined ? undefined : await readSharedTexts(zip.open(texts, limits.textBytes)),
    styles: styles === undefined ? [] : await readDateStyles(zip.open(styles)),
    from1904,
  }
  return await tableOf('xlsx', sheetRows(zip.open(sheet), words, limits), limits, { everyCell: false })
}
