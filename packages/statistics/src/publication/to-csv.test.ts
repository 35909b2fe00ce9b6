import { describe, expect, test } from 'vitest'
import { deathsByYear } from '../measure/death-measures.ts'
import type { Measure } from '../measure/measure.ts'
import { mostFrequentModifiableFactors, reviewsByModifiability } from '../measure/review-measures.ts'
import { protect } from '../protection/protect.ts'
import type { PublishedTable } from '../protection/published-table.ts'
import { reportingYearFrom } from '../reporting-year/reporting-year.ts'
import { layoutOf } from '../table/layout.ts'
import { Table } from '../table/table.ts'
import { csvLine } from './csv-line.ts'
import { toCsv } from './to-csv.ts'

const year = reportingYearFrom('2021-22')
const publication = {
  releaseId: 'release-7',
  title: 'Child death review',
  area: 'Herefordshire and Worcestershire',
}

function published(measure: Measure, counts: readonly number[], denominators = {}): PublishedTable {
  const outcome = protect(
    Table.parse({
      measure,
      denominators,
      cells: layoutOf(measure).positions.map((position, at) => ({ ...position, count: counts[at] })),
    }),
  )
  if (outcome.outcome === 'withheld') throw new Error(outcome.says)
  return outcome.table
}

function linesOf(table: PublishedTable, part = {}): string[] {
  return toCsv(table, { ...publication, ...part }).split('\r\n')
}

describe('a downloaded table', () => {
  test('names its title, population, period and release, and hides what is hidden', () => {
    const lines = linesOf(published(reviewsByModifiability(year), [30, 25, 2, 57]))
    expect(lines[0]).toBe('\uFEFFTitle,Child death review')
    expect(lines.some((line) => line.startsWith('Population,"Reviews completed by the panel'))).toBe(true)
    expect(lines).toContain('Period,Year ending 31 March 2022')
    expect(lines).toContain('Release,release-7')
    expect(lines.join('\n')).toContain('not a finding that this death would have been prevented')
    expect(lines.slice(-6)).toEqual([
      'Modifiability,Number,% of all reviews,% of all reviews: lower 95% limit,% of all reviews: upper 95% limit',
      'Modifiable factors identified,30,52.6,39.9,65.0',
      'No modifiable factors identified,[c],[c],[c],[c]',
      'Inadequate information to judge,[c],[c],[c],[c]',
      'Total,57,,,',
      '',
    ])
  })

  test('marks rates of fewer than 20 [u], rates of none [x], and writes falls as plain numbers', () => {
    const years = ['2019-20', '2020-21', '2021-22'].map(reportingYearFrom)
    const children = { value: 100_000, name: 'Children', source: 'Invented' }
    const denominators = Object.fromEntries(years.map(({ code }) => [code, children]))
    const lines = linesOf(published(deathsByYear(years), [20, 19, 0], denominators))
    expect(lines.slice(-4, -1)).toEqual([
      'Year ending 31 March 2020,20,,20.0,,12.2,30.9',
      'Year ending 31 March 2021,19,-5.0,19.0,[u],11.4,29.7',
      'Year ending 31 March 2022,0,-100.0,[x],[x],[x],[x]',
    ])
  })

  test('ranks factors, but not the hidden ones', () => {
    const codebook = ['a', 'b', 'c', 'd'].map((code) => ({ code, label: code }))
    const lines = linesOf(published(mostFrequentModifiableFactors(year, codebook), [1, 20, 4, 30, 60]))
    expect(lines.slice(-6, -1).map((line) => line.split(',')[0])).toEqual(['d', 'b', 'a', 'c', 'All reviews'])
  })

  test('cannot carry a formula', () => {
    const lines = linesOf(published(reviewsByModifiability(year), [30, 25, 20, 75]), {
      title: '=HYPERLINK("http://attacker")',
      notes: ['+1', '-1', '@x', ' \t=1', 'plain', 'two\r\nlines'],
    })
    expect(lines[0]).toBe(`\uFEFFTitle,"'=HYPERLINK(""http://attacker"")"`)
    for (const text of [`"'+1"`, `"'-1"`, `"'@x"`, `"' \t=1"`]) expect(lines).toContain(`Note,${text}`)
    expect(lines).toContain('Note,plain')
  })

  test('writes a number only where there is one', () => {
    expect(csvLine([{ number: '-4.4' }, { text: 'a,b' }])).toBe('-4.4,"a,b"')
    expect(() => csvLine([{ number: '=1' }])).toThrow(RangeError)
  })
})
