import { expect, test } from 'vitest'
import { previousReportingYear, ReportingYear, reportingYearFrom, reportingYearOf } from './reporting-year.ts'

const ending2024 = {
  code: '2023-24',
  start: '2023-04-01',
  end: '2024-03-31',
  label: 'Year ending 31 March 2024',
}

test.each(['2023-04-01', '2023-12-31', '2024-02-29', '2024-03-31'])(
  '%s is in the year ending 2024',
  (date) => {
    expect(reportingYearOf(date)).toEqual(ending2024)
  },
)

test('1 April begins the next year', () => {
  expect(reportingYearOf('2024-04-01').label).toBe('Year ending 31 March 2025')
})

test.each(['2023-24', '2023/24', 'Year ending 31 March 2024', 'Year ending March 2024'])(
  '%s is understood',
  (text) => {
    expect(reportingYearFrom(text)).toEqual(ending2024)
  },
)

test.each(['2023-25', '2023', '', 'Year ending 31 April 2024'])('"%s" is refused', (text) => {
  expect(() => reportingYearFrom(text)).toThrow()
})

test('a date that does not exist is refused', () => {
  expect(() => reportingYearOf('2023-02-29')).toThrow()
})

test('a year whose parts disagree is refused', () => {
  expect(ReportingYear.safeParse(ending2024).success).toBe(true)
  expect(ReportingYear.safeParse({ ...ending2024, end: '2024-04-30' }).success).toBe(false)
})

test('the century turns', () => {
  expect(reportingYearOf('2099-12-01').code).toBe('2099-00')
  expect(previousReportingYear(reportingYearFrom('2000-01')).code).toBe('1999-00')
})
