import { type CsvField, csvLine } from '@cdop/statistics'

/**
 * A CSV file (RFC 4180, UTF-8 with a byte order mark for spreadsheets), piece by piece. Text that a spreadsheet would
 * take for a formula is written so that it is not; a number field must be a plain number, else a RangeError is thrown.
 */
export async function* writeCsv(
  columns: readonly string[],
  rows: AsyncIterable<readonly CsvField[]> | Iterable<readonly CsvField[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = `\uFEFF${csvLine(columns.map((column) => ({ text: column })))}\r\n`
  for await (const row of rows) {
    text += `${csvLine(row)}\r\n`
    if (text.length < pieceLength) continue
    yield encoder.encode(text)
    text = ''
  }
  if (text !== '') yield encoder.encode(text)
}

const pieceLength = 65_536
