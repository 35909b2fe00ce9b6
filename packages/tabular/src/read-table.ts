import { csvTable } from './csv/csv-table.ts'
import { type Table, type TableLimits, usualLimits } from './table.ts'
import { TableRefusal } from './table-refusal.ts'
import { xlsxTable } from './xlsx/xlsx-table.ts'

export type ReadingOptions = Readonly<{
  limits?: Partial<TableLimits>
  /**
   * A CSV file whose last line has no line break may have been cut inside its last value, and is refused as truncated
   * unless this is true.
   */
  lastLineMayBeOpen?: boolean
}>

/**
 * Reads a CSV (UTF-8, with or without a byte order mark) or XLSX file as a table, told apart by its first bytes.
 * Rows come one by one; CSV is never held whole, XLSX only packed. Throws a `TableRefusal`, here or while the rows
 * are read.
 */
export async function readTable(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: ReadingOptions = {},
): Promise<Table> {
  const limits = { ...usualLimits, ...options.limits }
  const { start, all } = await peeked(counted(bytes, limits.bytes))
  if (start.length === 0) throw new TableRefusal('empty')
  if (isZip(start)) return await xlsxTable(all, limits)
  // The container of XLS, and of any Office file with a password.
  if (startsWith(start, [0xd0, 0xcf, 0x11, 0xe0])) throw new TableRefusal('old-or-locked')
  return await csvTable(all, limits, { lastLineMayBeOpen: options.lastLineMayBeOpen ?? false })
}

const startLength = 8

export const isZip = (start: Uint8Array): boolean => startsWith(start, [0x50, 0x4b])

/** The first bytes, and all of them from the first on. */
export async function peeked(
  bytes: AsyncGenerator<Uint8Array>,
): Promise<{ start: Uint8Array; all: AsyncGenerator<Uint8Array> }> {
  let start: Uint8Array = new Uint8Array(0)
  while (start.length < startLength) {
    const next = await bytes.next()
    if (next.done === true) break
    start = Buffer.concat([start, next.value])
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield start
    yield* bytes
  }
  return { start, all: all() }
}

/** Passes bytes on. Throws a `TableRefusal` when there are too many. */
export async function* counted(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  most: number,
): AsyncGenerator<Uint8Array> {
  let count = 0
  for await (const chunk of bytes) {
    count += chunk.length
    if (count > most) throw new TableRefusal('too-big')
    yield chunk
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
