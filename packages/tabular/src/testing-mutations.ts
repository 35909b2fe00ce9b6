import { xlsxFile } from './testing.ts'

/** Numbers that look like chance and are the same every time. */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const rows = [
  ['Name', 'Note', 'Born', 'Number'],
  ...Array.from({ length: 40 }, (_, row) => [
    `Invented Zoë ${row}`,
    `a "quoted", note\nof two lines ${row}`,
    `${1 + (row % 28)}/11/2026`,
    String(9_990_000_000 + row),
  ]),
]

/** Whole files, of which the others are mutations. */
export const wholeFiles: Readonly<Record<'csv' | 'xlsx', Uint8Array>> = {
  csv: new TextEncoder().encode(
    rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`).join(''),
  ),
  xlsx: xlsxFile({ rows }),
}

/** One way in which a file goes wrong on its way. */
export function mutated(whole: Uint8Array, number: (below: number) => number): Uint8Array {
  const at = number(whole.length)
  const length = 1 + number(64)
  const before = whole.subarray(0, at)
  const after = whole.subarray(Math.min(whole.length, at + length))
  const noise = Uint8Array.from({ length }, () => number(256))
  switch (number(7)) {
    case 0:
      return Uint8Array.from(whole, (byte, index) => (index === at ? byte ^ (1 << number(8)) : byte))
    case 1:
      return before
    case 2:
      return Buffer.concat([before, after])
    case 3:
      return Buffer.concat([before, noise, after])
    case 4:
      return Buffer.concat([before, whole.subarray(at, at + length), whole.subarray(at)])
    case 5:
      return Buffer.concat([whole.subarray(at), before])
    default:
      return Buffer.from(Buffer.from(whole).toString('utf8'), number(2) === 0 ? 'latin1' : 'utf16le')
  }
}
