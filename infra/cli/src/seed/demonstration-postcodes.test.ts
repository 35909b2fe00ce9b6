import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { demonstrationCases, demonstrationPostcode } from './demonstration-cases.ts'

const rowsOf = (name: string) =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

test('every child of the demonstration lives at a postcode of its list, in a small area whose decile is known', () => {
  const listed = new Map(rowsOf('demonstration-postcodes.csv').map((row) => [row[2], row]))
  const areas = new Set(rowsOf('demonstration-deprivation.csv').map(([lsoa]) => lsoa))
  const lived = demonstrationCases.map((one, index) => demonstrationPostcode(one, index))
  expect(new Set(lived).size).toBe(demonstrationCases.length)
  for (const postcode of lived) expect(areas).toContain(listed.get(postcode)?.[6])
})
