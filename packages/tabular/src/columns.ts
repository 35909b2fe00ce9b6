import { columnLetters } from './column-letters.ts'
import { TableRefusal } from './table-refusal.ts'

/** A column's name as it is compared: without case, accents of width, spaces or signs. `NHS_number` is `NHS Number`. */
export function columnKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/**
 * Where each column asked for stands, by the name it was asked for. Throws a `TableRefusal` when a name is there twice,
 * when a required one is missing and, unless `others` are let be, when the file has a column nobody asked for.
 */
export function placeColumns(
  columns: readonly string[],
  asked: { required: readonly string[]; optional?: readonly string[]; others?: 'refused' | 'ignored' },
): ReadonlyMap<string, number> {
  const known = new Map([...asked.required, ...(asked.optional ?? [])].map((name) => [columnKey(name), name]))
  const places = new Map<string, number>()
  const seen = new Set<string>()
  let unknown: number | undefined
  for (const [index, heading] of columns.entries()) {
    const key = columnKey(heading)
    const name = known.get(key)
    if (name === undefined) unknown ??= index
    else places.set(name, index)
    if (seen.has(key)) throw new TableRefusal('repeated-column', { row: 1, column: columnLetters(index) })
    seen.add(key)
  }
  if (places.size === 0) throw new TableRefusal('no-header', { row: 1 })
  const missing = asked.required.find((name) => !places.has(name))
  if (missing !== undefined) throw new TableRefusal('missing-column', { row: 1, column: missing })
  if (unknown !== undefined && asked.others !== 'ignored') {
    throw new TableRefusal('unknown-column', { row: 1, column: columnLetters(unknown) })
  }
  return places
}
