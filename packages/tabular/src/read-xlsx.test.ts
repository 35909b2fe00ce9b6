import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type ReadingOptions, readTable, type TableFault, TableRefusal } from './index.ts'
import { inPieces, type TestWorkbook, xlsxFile } from './testing.ts'
import { dateOfSerial, timeOfSerial } from './xlsx/date-serial.ts'
import { meaningOf } from './xlsx/date-styles.ts'

async function read(bytes: Uint8Array, options: ReadingOptions = {}) {
  const { kind, columns, rows } = await readTable(inPieces(bytes), options)
  const found: { number: number; cells: readonly string[] }[] = []
  for await (const row of rows) found.push(row)
  return { kind, columns, rows: found }
}

async function refusal(bytes: Uint8Array, options: ReadingOptions = {}): Promise<TableRefusal> {
  const outcome = await read(bytes, options).catch((error: unknown) => error)
  if (outcome instanceof TableRefusal) return outcome
  throw new Error('the file was read')
}

const rows = [
  ['Name', 'Born', 'Time', 'Number'],
  ['Róisín & Sons', { serial: 46340, style: 1 }, { serial: 0.395833333333333, style: 2 }, 9990000018],
  ['', '', '', ''],
  ['二 <x>', { serial: 46340.5, style: 1 }, '', 0.1],
] as const
const formats = ['dd/mm/yyyy', 'hh:mm']

describe('reading an XLSX file', () => {
  test.each(['shared', 'inline'] as const)(
    'gives texts, dates, times and numbers as typed (%s)',
    async (texts) => {
      expect(await read(xlsxFile({ rows, formats, texts }))).toEqual({
        kind: 'xlsx',
        columns: ['Name', 'Born', 'Time', 'Number'],
        rows: [
          { number: 2, cells: ['Róisín & Sons', '2026-11-14', '09:30', '9990000018'] },
          { number: 4, cells: ['二 <x>', '2026-11-14T12:00', '', '0.1'] },
        ],
      })
    },
  )

  test('counts dates from 1904 when the file does', async () => {
    const book = { rows: [['Born'], [{ serial: 44878, style: 1 }]], formats, from1904: true }
    expect((await read(xlsxFile(book))).rows[0]?.cells).toEqual(['2026-11-14'])
  })

  test('reads a hidden second sheet as none, and refuses a visible one', async () => {
    const book = { rows: [['a'], ['1']] }
    expect((await read(xlsxFile({ ...book, otherSheets: ['_lists'] }))).rows).toHaveLength(1)
    expect((await refusal(xlsxFile({ ...book, otherSheets: ['More'] }))).fault).toBe('several-sheets')
  })

  const cell = (xml: string): TestWorkbook => ({
    rows: [
      ['a', 'b'],
      ['1', { xml }],
    ],
  })
  const faults: [string, Uint8Array, TableFault, string | undefined][] = [
    ['a formula that failed', xlsxFile(cell('<c r="B2" t="e"><v>#N/A</v></c>')), 'cell-error', 'B'],
    ['a formula without a value', xlsxFile(cell('<c r="B2"><f>1+1</f></c>')), 'cell-error', 'B'],
    ['a text that is not there', xlsxFile(cell('<c r="B2" t="s"><v>99</v></c>')), 'damaged', 'B'],
    ['a value beyond the columns', xlsxFile({ rows: [['a'], ['1', '2']] }), 'row-length', 'B'],
    ['rows out of order', xlsxFile({ rows: [['a'], [{ xml: '</row><row r="1">' }]] }), 'damaged', undefined],
    [
      'a document type, which could define a bomb of entities',
      xlsxFile({
        rows: [['a']],
        parts: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><x/>' },
      }),
      'damaged',
      undefined,
    ],
    ['a zip file of something else', zipSync({ 'a.txt': strToU8('hello') }), 'not-a-table', undefined],
    ['an empty zip file', zipSync({}), 'not-a-table', undefined],
  ]
  test.each(faults)('refuses %s', async (_, bytes, fault, column) => {
    const found = await refusal(bytes)
    expect([found.fault, found.column]).toEqual([fault, column])
  })

  test('a file cut anywhere is refused', async () => {
    const bytes = xlsxFile({ rows, formats })
    for (let length = 4; length < bytes.length; length += 37) {
      expect((await refusal(bytes.subarray(0, length))).fault, `cut at ${length}`).toMatch(
        /truncated|damaged/,
      )
    }
  })

  test('a file with any byte of its sheet changed is refused or says the same', async () => {
    const bytes = xlsxFile({ rows, formats })
    const whole = await read(bytes)
    for (let at = 0; at < bytes.length; at += 23) {
      const changed = Uint8Array.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 0x55
      const outcome = await read(changed).catch((error: unknown) => error)
      if (!(outcome instanceof TableRefusal)) expect(outcome, `byte ${at}`).toEqual(whole)
    }
  })

  test('a bomb is refused before it is unpacked', async () => {
    const bomb = xlsxFile({ rows: [['a'], ['0'.repeat(30_000_000)]], texts: 'shared' })
    expect(bomb.length).toBeLessThan(100_000)
    expect((await refusal(bomb)).fault).toBe('expands-too-far')
  })

  test('many parts that are small each are limited together', async () => {
    const book = { rows: [['a'], ...Array.from({ length: 200 }, (_, index) => [`text ${index}`])] }
    expect((await refusal(xlsxFile(book), { limits: { unpackedBytes: 5000 } })).fault).toBe('expands-too-far')
    expect((await refusal(xlsxFile(book), { limits: { textBytes: 1000 } })).fault).toBe('expands-too-far')
  })
})

describe('the days a spreadsheet counts', () => {
  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, undefined],
    [61, '1900-03-01'],
    [46340.9999999, '2026-11-15'],
    [0, undefined],
    [-1, undefined],
    [2_958_465, '9999-12-31'],
    [2_958_466, undefined],
  ])('%d is %s', (serial, date) => {
    expect(dateOfSerial(serial, { since1904: false })).toBe(date)
  })

  test('a time is to the minute and within a day', () => {
    expect(timeOfSerial(0.395833)).toBe('09:30')
    expect(timeOfSerial(1.5)).toBeUndefined()
  })

  test.each([
    ['dd/mm/yyyy', 'date'],
    ['[$-809]d mmmm yyyy;@', 'date'],
    ['mmm', 'date'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm', 'time'],
    ['General', 'number'],
    ['0.00_);[Red]("d"0)', 'number'],
    ['#,##0 "days"', 'number'],
    ['\\d0', 'number'],
  ])('the format %s is a %s', (format, meaning) => {
    expect(meaningOf(format)).toBe(meaning)
  })
})
