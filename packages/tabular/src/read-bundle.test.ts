import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readBundle } from './read-bundle.ts'
import { TableRefusal } from './table-refusal.ts'
import { inPieces, xlsxFile } from './testing.ts'
import { writeBundle } from './write-bundle.ts'

const asked = { required: ['cases'], optional: ['returned forms', 'holds'] }
const cases = { name: 'cases', columns: ['old reference', 'stage'], rows: [['A/1', 'gathering']] }

async function tables(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const { sheets, otherFiles } = await readBundle(inPieces(bytes), asked)
  const read: Record<string, unknown> = { otherFiles }
  for (const [name, open] of sheets) {
    const table = await open()
    const rows: unknown[] = []
    for await (const row of table.rows) rows.push(row.cells)
    read[name] = [table.columns, ...rows]
  }
  return read
}
const faultOf = (bytes: Uint8Array) =>
  tables(bytes).then(
    () => 'read',
    (thrown: unknown) => (thrown instanceof TableRefusal ? thrown.fault : 'something else'),
  )
const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

describe('a bundle', () => {
  test('is read from a ZIP file of CSV files, whatever folder they lie in', async () => {
    const holds = { name: 'holds', columns: ['old reference'], rows: [['A/1']] }
    const read = {
      otherFiles: 0,
      cases: [cases.columns, ['A/1', 'gathering']],
      holds: [['old reference'], ['A/1']],
    }
    expect(await tables(writeBundle([cases, holds]))).toEqual(read)
    const nested = zip({
      'old/Cases.csv': 'old reference,stage\nA/1,gathering',
      'old/Returned-Forms.CSV': 'old reference\nA/1\n',
      'old/documents/letter.pdf': '%PDF',
      '__MACOSX/old/._Cases.csv': 'x',
    })
    expect(await tables(nested)).toEqual({
      otherFiles: 1,
      cases: [
        ['old reference', 'stage'],
        ['A/1', 'gathering'],
      ],
      'returned forms': [['old reference'], ['A/1']],
    })
  })

  test('is read from a workbook with a sheet for each table', async () => {
    const rows = [['old reference'], ['A/1']]
    const read = await tables(xlsxFile({ name: 'Cases', rows }))
    expect(read).toEqual({ otherFiles: 0, cases: rows })
  })

  test('is refused when it is none, or has a sheet that is not known, twice or not at all', async () => {
    expect(await faultOf(strToU8('old reference,stage\n'))).toBe('no-bundle')
    expect(await faultOf(zip({ 'letter.pdf': '%PDF' }))).toBe('no-bundle')
    expect(await faultOf(zip({ 'holds.csv': 'a\n1\n' }))).toBe('missing-sheet')
    expect(await faultOf(zip({ 'cases.csv': 'a\n1\n', 'notes.csv': 'a\n1\n' }))).toBe('unknown-sheet')
    expect(await faultOf(zip({ 'cases.csv': 'a\n1\n', 'old/cases.csv': 'a\n1\n' }))).toBe('repeated-sheet')
    expect(await faultOf(writeBundle([cases]).subarray(0, 120))).toBe('truncated')
    expect(await faultOf(new Uint8Array())).toBe('empty')
  })

  test('that unpacks to more than it may is refused before it is held', async () => {
    const bomb = zipSync({ 'cases.csv': new Uint8Array(60 * 1024 * 1024).fill(65) })
    expect(await faultOf(bomb)).toMatch(/expands-too-far|cell-too-long/)
  })

  test('has the same bytes for the same tables', () => {
    expect(writeBundle([cases])).toEqual(writeBundle([cases]))
  })
})
