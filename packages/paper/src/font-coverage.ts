/** One run of code points that a font has a glyph for; both ends are included. */
type Run = readonly [from: number, to: number]

/** The table of a font by its tag. @throws RangeError when there is none */
function tableOf(font: DataView, tag: string): number {
  const tables = font.getUint16(4)
  for (let index = 0; index < tables; index += 1) {
    const at = 12 + index * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((offset) => font.getUint8(at + offset)))
    if (name === tag) return font.getUint32(at + 8)
  }
  throw new RangeError(`the font has no table ${tag}`)
}

/** Where the subtable of the whole of Unicode begins: format 12, by groups. @throws RangeError without one */
function wholeUnicode(font: DataView, cmap: number): number {
  const subtables = font.getUint16(cmap + 2)
  for (let index = 0; index < subtables; index += 1) {
    const at = cmap + font.getUint32(cmap + 4 + index * 8 + 4)
    if (font.getUint16(at) === 12) return at
  }
  throw new RangeError('the font says nothing of the whole of Unicode')
}

/** The code points a TrueType font can show. @throws RangeError when it does not say so for all of Unicode */
export function fontCoverage(bytes: Uint8Array): (codePoint: number) => boolean {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = wholeUnicode(font, tableOf(font, 'cmap'))
  const groups = font.getUint32(at + 12)
  const runs: Run[] = Array.from({ length: groups }, (_, index) => {
    const group = at + 16 + index * 12
    return [font.getUint32(group), font.getUint32(group + 4)]
  })
  return (codePoint) => runs.some(([from, to]) => from <= codePoint && codePoint <= to)
}
