import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { type FoundRow, type Table, type TableLimits, tableOf } from '../table.ts'
import { TableRefusal } from '../table-refusal.ts'
import { textBytes } from './text-bytes.ts'

type Ending = Readonly<{ lastLineMayBeOpen: boolean }>

/** A CSV file (RFC 4180; any line break) as a table. */
export async function csvTable(
  bytes: AsyncIterable<Uint8Array>,
  limits: TableLimits,
  ending: Ending,
): Promise<Table> {
  const table = await tableOf('csv', csvRows(bytes, limits, ending), limits, { everyCell: true })
  const [only] = table.columns
  if (table.columns.length === 1 && only !== undefined && /[;\t|]/.test(only)) {
    throw new TableRefusal('separator', { row: 1 })
  }
  return table
}

async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  limits: TableLimits,
  ending: Ending,
): AsyncGenerator<FoundRow> {
  let number = 0
  const parser = parse({
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    // A quotation mark that is never closed would otherwise gather the whole rest of the file.
    max_record_size: limits.cell * 32,
  })
  // What goes wrong before the parser reaches the reader below as the parser's own error.
  pipeline(Readable.from(textBytes(bytes, ending)), parser, () => undefined)
  try {
    for await (const cells of parser) {
      number += 1
      yield { number, cells: cellsOf(cells) }
    }
  } catch (error) {
    throw refusalOf(error, parser.info.records + 1)
  }
}

function cellsOf(record: unknown): string[] {
  if (!Array.isArray(record)) throw new TypeError('a record is a list of values')
  return record.map(String)
}

function refusalOf(error: unknown, row: number): unknown {
  if (!(error instanceof CsvError)) return error
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new TableRefusal('truncated', { row })
    case 'CSV_MAX_RECORD_SIZE':
      return new TableRefusal('cell-too-long', { row })
    default:
      return new TableRefusal('quotes', { row })
  }
}
