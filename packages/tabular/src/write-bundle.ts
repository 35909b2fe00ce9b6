import { type CsvField, csvLine } from '@cdop/statistics'
import { zipSync } from 'fflate'

/** A table of a bundle: its name, its columns, its rows. */
export type BundleTable = Readonly<{
  name: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}>

const text = (words: string): CsvField => ({ text: words })

/** A bundle as a ZIP file of CSV files, the same bytes for the same tables. Held in memory whole. */
export function writeBundle(tables: readonly BundleTable[]): Uint8Array {
  const encoder = new TextEncoder()
  const files = tables.map(({ name, columns, rows }) => {
    const lines = [columns, ...rows].map((cells) => `${csvLine(cells.map(text))}\r\n`)
    return [`${name}.csv`, encoder.encode(`\uFEFF${lines.join('')}`)] as const
  })
  return zipSync(Object.fromEntries(files), { mtime: '1980-01-01T00:00:00' })
}
