import { columnKey, TableRefusal } from '@cdop/tabular'

/**
 * Where a column of an official list stands, by the names it has had: they carry the year of what they code, so that
 * `lad24cd` of one edition is `lad25cd` of the next. Earlier names are preferred; of one name the newest year. Null
 * when there is none.
 */
export function officialColumn(columns: readonly string[], names: readonly RegExp[]): number | null {
  const keys = columns.map(columnKey)
  for (const name of names) {
    const newest = keys
      .filter((key) => name.test(key))
      .toSorted()
      .at(-1)
    if (newest !== undefined) return keys.indexOf(newest)
  }
  return null
}

/** The same for a column without which the list cannot be read. @throws TableRefusal naming what was looked for */
export function requiredColumn(columns: readonly string[], names: readonly RegExp[], called: string): number {
  const place = officialColumn(columns, names)
  if (place === null) throw new TableRefusal('missing-column', { row: 1, column: called })
  return place
}
