import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  placeColumns,
  type ReadingOptions,
  readTable,
  type TableFault,
  TableRefusal,
  writeCsv,
} from './index.ts'
import { inPieces } from './testing.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function read(bytes: Uint8Array, options: ReadingOptions = {}, size = 7) {
  const { columns, rows } = await readTable(inPieces(bytes, size), options)
  const found: { number: number; cells: readonly string[] }[] = []
  for await (const row of rows) found.push(row)
  return { columns, rows: found }
}

async function refusal(bytes: Uint8Array, options: ReadingOptions = {}): Promise<TableRefusal> {
  const outcome = await read(bytes, options).catch((error: unknown) => error)
  if (outcome instanceof TableRefusal) return outcome
  throw new Error('the file was read')
}

describe('reading a CSV file', () => {
  test('takes the first row as names and keeps the numbers a spreadsheet shows', async () => {
    const file = '\uFEFFName,Note\r\nRowan,"two\nlines"\r\n\r\n,\r\nAda,"a ""b"", c"\r\n'
    expect(await read(bytesOf(file))).toEqual({
      columns: ['Name', 'Note'],
      rows: [
        { number: 2, cells: ['Rowan', 'two\nlines'] },
        { number: 5, cells: ['Ada', 'a "b", c'] },
      ],
    })
  })

  test.each(['\n', '\r\n', '\r'])('reads whatever line break is used (%j)', async (end) => {
    const { rows } = await read(bytesOf(`a,b${end}1,2${end}3,4${end}`))
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  test('lets empty columns at the right pass', async () => {
    const { columns, rows } = await read(bytesOf('a,b,,\n1,2,,\n'))
    expect(columns).toEqual(['a', 'b'])
    expect(rows[0]?.cells).toEqual(['1', '2'])
  })

  const utf16 = (text: string): Uint8Array => Buffer.from(text, 'utf16le')
  const faults: [string, Uint8Array, TableFault, number | undefined][] = [
    ['nothing', bytesOf(''), 'empty', undefined],
    ['only a byte order mark', bytesOf('\uFEFF'), 'truncated', undefined],
    ['UTF-16 with its mark', utf16('\uFEFFa,b\n1,2\n'), 'utf-16', undefined],
    ['UTF-16 without it', utf16('a,b\n1,2\n'), 'utf-16', undefined],
    ['Windows-1252', Buffer.from('a,b\nZo\xEB,2\n', 'latin1'), 'not-utf-8', undefined],
    ['a letter cut in two at the end', bytesOf('a,b\n1,é').subarray(0, -1), 'not-utf-8', undefined],
    ['zero bytes', bytesOf('a,b\n1,2\n3,\u0000\n'), 'not-a-table', undefined],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-or-locked', undefined],
    ['semicolons', bytesOf('a;b\n1;2\n'), 'separator', 1],
    ['no name above a column', bytesOf('a,,c\n1,2,3\n'), 'no-header', 1],
    ['no rows', bytesOf('a,b\n'), 'no-rows', undefined],
    ['a row too short', bytesOf('a,b\n1,2\n3\n'), 'row-length', 3],
    ['a row too long', bytesOf('a,b\n1,2,3\n'), 'row-length', 2],
    ['a last line without its break', bytesOf('a,b\n1,2'), 'truncated', undefined],
    ['a quotation mark never closed', bytesOf('a,b\n1,2\n3,"4\n5,6\n'), 'truncated', 3],
    ['a quotation mark inside a value', bytesOf('a,b\n1,2" x\n'), 'quotes', 2],
  ]
  test.each(faults)('refuses %s', async (_, bytes, fault, row) => {
    const found = await refusal(bytes)
    expect([found.fault, found.row]).toEqual([fault, row])
    expect(found.cure).not.toBe('')
  })

  test('refuses what is beyond a limit, at the row where it is', async () => {
    const file = bytesOf(`a,b\n${'1,2\n'.repeat(10)}`)
    expect(await refusal(file, { limits: { rows: 9 } })).toMatchObject({ fault: 'too-many-rows', row: 11 })
    expect(await refusal(file, { limits: { bytes: 20 } })).toMatchObject({ fault: 'too-big' })
    expect(await refusal(file, { limits: { columns: 1 } })).toMatchObject({ fault: 'too-many-columns' })
    const long = bytesOf('a,b\n1,22222\n')
    expect(await refusal(long, { limits: { cell: 4 } })).toMatchObject({
      fault: 'cell-too-long',
      column: 'B',
    })
  })

  test('a file cut anywhere is refused, or cut exactly after a row', async () => {
    const whole = 'name,note\nRowan,"x, y"\nAda,é\n'
    const bytes = bytesOf(whole)
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = bytes.subarray(0, length)
      const outcome = await read(cut).catch((error: unknown) => error)
      const atRow = length === bytesOf('name,note\nRowan,"x, y"\n').length
      expect(outcome instanceof TableRefusal, `cut at ${length}`).toBe(!atRow)
    }
  })

  test('what was written is what is read, in pieces of any size', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\0]/.test(text))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        async (rows, size) => {
          const kept = rows.filter((row) => row.some((text) => text.trim() !== ''))
          fc.pre(kept.length > 0)
          const pieces: Uint8Array[] = []
          const fields = rows.map((row) => row.map((text) => ({ text })))
          for await (const piece of writeCsv(['a', 'b'], fields)) pieces.push(piece)
          const found = await read(Buffer.concat(pieces), {}, size)
          const guarded = (text: string): string =>
            /^[\s\uFEFF]*[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text
          expect(found.rows.map(({ cells }) => cells)).toEqual(kept.map((row) => row.map(guarded)))
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('the columns of a file', () => {
  const asked = { required: ['NHS number', 'Surname'], optional: ['Notes'] }
  const fault = (columns: string[], more = {}): unknown => {
    try {
      return placeColumns(columns, { ...asked, ...more })
    } catch (error) {
      return error instanceof TableRefusal ? [error.fault, error.column] : error
    }
  }

  test('are found in any order, however their names are spaced', () => {
    expect([...placeColumns(['SURNAME', 'nhs_number'], asked)]).toEqual([
      ['Surname', 0],
      ['NHS number', 1],
    ])
  })

  test('are refused when one is missing, unknown or there twice, without repeating what the file says', () => {
    expect(fault(['Surname', 'Notes'])).toEqual(['missing-column', 'NHS number'])
    expect(fault(['NHS number', 'Surname', 'Rowan Vale'])).toEqual(['unknown-column', 'C'])
    expect(fault(['NHS number', 'Surname', 'surname'])).toEqual(['repeated-column', 'C'])
    expect(fault(['Rowan', 'Vale'])).toEqual(['no-header', undefined])
    expect(fault(['NHS number', 'Surname', 'Other'], { others: 'ignored' })).toBeInstanceOf(Map)
  })
})
