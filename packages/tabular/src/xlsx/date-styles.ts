import { tellXml } from './read-xml.ts'

/** What a number means by its cell's style. */
export type NumberStyle = 'number' | 'date' | 'time'

/** ECMA-376 part 1, 18.8.30: formats that have a number and no text; the second range is of East Asian dates. */
const ownDates = new Set([14, 15, 16, 17, 22, ...range(27, 36), ...range(50, 58)])
const ownTimes = new Set([18, 19, 20, 21, 45, 46, 47])

/** The meaning of numbers for each style a cell may name, in the order of the file. */
export async function readDateStyles(pieces: Iterable<Uint8Array>): Promise<readonly NumberStyle[]> {
  const formats = new Map<string, string>()
  const styles: NumberStyle[] = []
  let inCells = false
  await tellXml(pieces, {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '')
      if (name === 'cellXfs') inCells = true
      if (name !== 'xf' || !inCells) return
      const id = attributes['numFmtId'] ?? '0'
      styles.push(styleOf(Number(id), formats.get(id)))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

function styleOf(id: number, format: string | undefined): NumberStyle {
  if (format === undefined) return ownDates.has(id) ? 'date' : ownTimes.has(id) ? 'time' : 'number'
  return meaningOf(format)
}

/** A format of the file's own: letters of a date outside quotation marks, brackets and escapes. */
export function meaningOf(format: string): NumberStyle {
  const section = format.split(';')[0] ?? ''
  const letters = section
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replaceAll(/general/gi, '')
  if (/[dy]/i.test(letters)) return 'date'
  if (/[hs]/i.test(letters)) return 'time'
  return /m/i.test(letters) ? 'date' : 'number'
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
