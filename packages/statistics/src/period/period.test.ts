import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportingYearFrom } from '../reporting-year/reporting-year.ts'
import { asPeriod, monthsOfYear, runOfMonths, yearsTogether } from './period.ts'

const years = (...codes: string[]) => codes.map(reportingYearFrom)

test('one year is a period with the words of the year', () => {
  const [year] = years('2023-24')
  if (year === undefined) throw new Error('a year')
  expect(asPeriod(year)).toEqual({
    label: year.label,
    years: [year],
    months: null,
    start: '2023-04-01',
    end: '2024-03-31',
  })
})

test('years put together say how many they are, and follow each other', () => {
  const pooled = yearsTogether(years('2021-22', '2022-23', '2023-24'))
  expect(pooled).toMatchObject({
    label: 'Year ending 31 March 2022 to year ending 31 March 2024 (3 years together)',
    start: '2021-04-01',
    end: '2024-03-31',
  })
  expect(() => yearsTogether(years('2021-22', '2023-24'))).toThrow(RangeError)
  expect(() => yearsTogether(years('2023-24', '2022-23'))).toThrow(RangeError)
  expect(() => yearsTogether([])).toThrow(RangeError)
})

test('24 months are the months of two years, and a run may begin anywhere', () => {
  const run = runOfMonths('2023-04', '2025-03')
  expect(run.months).toHaveLength(24)
  expect(run).toMatchObject({ label: 'April 2023 to March 2025 (24 months)', end: '2025-03-31' })
  expect(run.years.map(({ code }) => code)).toEqual(['2023-24', '2024-25'])
  expect(runOfMonths('2024-01', '2024-02')).toMatchObject({ end: '2024-02-29', start: '2024-01-01' })
  for (const [first, last] of [
    ['2024-02', '2024-01'],
    ['2024-13', '2025-01'],
    ['2014-01', '2024-01'],
    ['nonsense', '2024-01'],
  ] as const) {
    expect(() => runOfMonths(first, last)).toThrow(RangeError)
  }
})

test('the months of a run lie in its years, each once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2008, max: 2030 }), fc.nat(11), fc.nat(119), (year, month, more) => {
      const first = `${year}-${String(month + 1).padStart(2, '0')}`
      const end = year * 12 + month + more
      const last = `${Math.floor(end / 12)}-${String((end % 12) + 1).padStart(2, '0')}`
      const run = runOfMonths(first, last)
      expect(run.months).toHaveLength(more + 1)
      const inYears = run.years.flatMap(monthsOfYear)
      expect(run.months?.every((one) => inYears.includes(one))).toBe(true)
      expect(new Set(inYears).size).toBe(inYears.length)
    }),
  )
})
