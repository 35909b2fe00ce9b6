/** One field of a CSV file: words, which are guarded against being read as a formula, or a number of ours. */
export type CsvField = Readonly<{ text: string }> | Readonly<{ number: string }>

const startsFormula = /^[\s\uFEFF]*[=+\-@\t\r\n＝＋－＠]/u
const plainNumber = /^-?\d+(\.\d+)?$/

/** One line of CSV (RFC 4180), without its line break. Throws a RangeError when a number field is no plain number. */
export function csvLine(fields: readonly CsvField[]): string {
  return fields.map(written).join(',')
}

function written(field: CsvField): string {
  if ('number' in field) {
    if (!plainNumber.test(field.number)) throw new RangeError('a number field holds no number')
    return field.number
  }
  const safe = startsFormula.test(field.text) ? `'${field.text}` : field.text
  return /[",\r\n']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
