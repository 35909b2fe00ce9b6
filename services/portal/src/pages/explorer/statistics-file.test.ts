import { odsFaults, readOds } from '@cdop/paper/testing'
import {
  deathsByPlace,
  fingertipsColumns,
  layoutOf,
  printed,
  protect,
  reportingYearFrom,
  type StatisticalAnswer,
  Table,
} from '@cdop/statistics'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { chart } from '../../statistical-chart/chart.ts'
import { publishedAnswer, statisticalAnswer } from '../../testing/reporting-answers.ts'
import { FileFormat, statisticsFile } from './statistics-file.ts'

const release = publishedAnswer()
const answers = (['N1', 'N2', 'N9', 'R1', 'R3'] as const).map((id) => statisticalAnswer(id))
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const fileOf = (format: FileFormat, told: readonly StatisticalAnswer[] = answers) =>
  statisticsFile(format, 'release', release, told)

/** RFC 4180, read the plain way. */
function readCsv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && quoted === undefined && bare === '') break
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end === '\r\n') rows.push([])
  }
  const [head = [], ...lines] = rows.filter((row) => row.length > 0)
  return lines.map((line) => Object.fromEntries(line.map((cell, at) => [head[at] ?? '', cell])))
}

/** What every format must say of a figure: value or shorthand, and its limits. */
function saidIn({ table, observations }: StatisticalAnswer): string[] {
  return observations.map((one) => {
    const figure = table.figures.find(({ code }) => code === one.figure)
    if (figure === undefined) throw new Error('a figure of the table')
    const limits = [one.lower95, one.upper95].map((limit) => printed(limit, figure))
    return [
      table.tableId,
      one.figure,
      one.row,
      one.column,
      printed(one.value, figure),
      one.shorthand ?? '',
      ...limits,
    ].join('|')
  })
}

const Told = z.object({ release: z.object({ releaseId: z.string() }), answers: z.array(z.unknown()) })

describe('a release as a file', () => {
  test('as CSV has the columns of Fingertips one for one, and says every figure', () => {
    const text = textOf(fileOf('csv').bytes)
    expect(text.startsWith(`${fingertipsColumns.join(',')},Shorthand,`)).toBe(true)
    const rows = readCsv(text)
    const said = rows.map((row) =>
      [
        ...['Table', 'Figure', 'Row code', 'Column code', 'Value', 'Shorthand'],
        ...['Lower CI 95.0 limit', 'Upper CI 95.0 limit'],
      ]
        .map((column) => row[column])
        .join('|'),
    )
    expect(said).toEqual(answers.flatMap(saidIn))
    for (const row of rows) {
      expect(row['Release']).toBe(release.releaseId)
      expect(row['Query']).toBe(`table=${row['Table']}`)
      expect(row['Shorthand'] === '[c]').toBe(
        row['Value note'] === 'Value suppressed for disclosure control reasons',
      )
      if (row['Shorthand'] === '[c]') expect(row['Value']).toBe('')
    }
    expect(rows[0]).toMatchObject({
      Sex: 'Persons',
      Age: '0-17 yrs',
      'Time period': '2023/24',
      'Time period range': '1y',
    })
    expect(rows.find((row) => row['Table'] === 'N2')).toMatchObject({
      Sex: 'Female',
      Age: '0 to 27 days',
      'Category Type': '',
    })
  })

  test('as JSON says every figure', () => {
    const read = Told.parse(JSON.parse(textOf(fileOf('json').bytes)))
    expect(read.release.releaseId).toBe(release.releaseId)
    expect(read.answers).toEqual(answers)
  })

  test('as a spreadsheet says every figure, one table a sheet, and keeps the guidance on spreadsheets', () => {
    const { bytes } = fileOf('ods')
    expect(odsFaults(bytes)).toEqual([])
    const sheets = readOds(bytes)
    expect(sheets.map(({ name }) => name)).toEqual([
      'Cover',
      'Contents',
      'Notes',
      'N1',
      'N2',
      'N9',
      'R1',
      'R3',
    ])
    for (const answer of answers) {
      const { table, observations } = answer
      const rows = sheets.find(({ name }) => name === table.tableId)?.rows ?? []
      expect(rows.map(([first]) => first).join('\n')).toContain(release.releaseId)
      const cells = rows.slice(5).map((row) => row.slice(1))
      const expected = observations.flatMap((one) => {
        const figure = table.figures.find(({ code }) => code === one.figure)
        if (figure === undefined) throw new Error('a figure of the table')
        const inPlace = one.shorthand ?? '[x]'
        const written = (value: number | null) => (value === null ? inPlace : printed(value, figure))
        const limits = [written(one.lower95), written(one.upper95)]
        if (figure.kind === 'rate')
          return [written(one.value), one.value === null ? inPlace : (one.shorthand ?? 'reliable'), ...limits]
        return figure.kind === 'percentage' ? [written(one.value), ...limits] : [written(one.value)]
      })
      expect(cells.flat()).toEqual(expected)
    }
  })

  test('is described for programs column by column', () => {
    const metadata = z
      .object({
        url: z.string(),
        tableSchema: z.object({ columns: z.array(z.object({ titles: z.string() })) }),
      })
      .parse(JSON.parse(textOf(fileOf('csv-metadata.json').bytes)))
    expect(metadata.url).toBe(fileOf('csv').name)
    const [head = ''] = textOf(fileOf('csv').bytes).split('\r\n')
    expect(metadata.tableSchema.columns.map(({ titles }) => titles).join(',')).toBe(head)
  })

  test('is the same bytes each time', () => {
    for (const format of FileFormat.options) expect(fileOf(format)).toEqual(fileOf(format))
  })

  test('has nothing of what is hidden: two areas that show the same have the same files, whatever they hide', () => {
    const measure = deathsByPlace(reportingYearFrom('2024-25'))
    const made = (home: number, school: number, hidden: number) => {
      const counts = measure.rows.codes.map(({ code }) =>
        code === 'hospital-neonatal-unit'
          ? 60
          : code === 'home-of-normal-residence'
            ? home
            : code === 'school'
              ? school
              : code === 'public-place'
                ? hidden
                : 0,
      )
      const all = [...counts, counts.reduce((sum, count) => sum + count, 0)]
      const cells = layoutOf(measure).positions.map((position, at) => ({ ...position, count: all[at] }))
      return Table.parse({ measure, denominators: {}, cells })
    }
    const answerFor = (table: Table) => {
      const outcome = protect(table)
      return outcome.outcome === 'published' ? statisticalAnswer('N9', table) : null
    }
    let compared = 0
    const few = fc.integer({ min: 1, max: 4 })
    fc.assert(
      fc.property(few, few, few, few, (a, b, c, d) => {
        const rest = a + b + c - d - 1
        if (rest < 1 || rest > 4) return
        const one = answerFor(made(a, b, c))
        const other = answerFor(made(d, rest, 1))
        if (one === null || other === null) return
        if (JSON.stringify(one.observations) !== JSON.stringify(other.observations)) return
        compared += 1
        for (const figure of one.table.figures) {
          expect(String(chart(other, figure))).toBe(String(chart(one, figure)))
        }
        for (const format of FileFormat.options)
          expect(fileOf(format, [other])).toEqual(fileOf(format, [one]))
      }),
      { numRuns: 40 },
    )
    expect(compared).toBeGreaterThan(3)
  })
})
