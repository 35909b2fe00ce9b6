import { MonthCode } from '../fact/death-fact.ts'
import { type ReportingYear, reportingYearOf } from '../reporting-year/reporting-year.ts'

/**
 * What a table is of: one reporting year, several in a row put together, or a run of months. A run of months counts by month,
 * years by year.
 */
export type Period = Readonly<{
  /** As printed. */
  label: string
  /** The reporting years it lies in, oldest first. */
  years: readonly ReportingYear[]
  /** Every month of a run of months, oldest first; null for whole years. */
  months: readonly string[] | null
  /** ISO dates, both included. */
  start: string
  end: string
}>

/** At most this many years are put together. */
export const MOST_YEARS = 10

/**
 * Reporting years in a row as one period, "pooled".
 * @throws RangeError unless there is one at least, ten at most, each the one after the one before
 */
export function yearsTogether(years: readonly ReportingYear[]): Period {
  const [first] = years
  const last = years.at(-1)
  if (first === undefined || last === undefined || years.length > MOST_YEARS) {
    throw new RangeError(`a period is of 1 to ${MOST_YEARS} years`)
  }
  const inARow = years.every((year, at) => at === 0 || startYear(year) === startYear(first) + at)
  if (!inARow) throw new RangeError('the years of a period follow each other')
  const { start } = first
  const { end } = last
  const label =
    years.length === 1 ? first.label : `${seriesLabel(first, last)} (${years.length} years together)`
  return { label, years, months: null, start, end }
}

/**
 * Every month from one to another, "2023-04" to "2025-03" for the 24 months of a two-year report.
 * @throws RangeError for what is no month, runs backwards or is longer than ten years
 */
export function runOfMonths(first: string, last: string): Period {
  const valid = MonthCode.safeParse(first).success && MonthCode.safeParse(last).success
  const [from, to] = [monthNumber(first), monthNumber(last)]
  if (!valid || to < from || to - from >= MOST_YEARS * 12) {
    throw new RangeError(`a run of months goes forwards, for ${MOST_YEARS} years at most`)
  }
  const months = Array.from({ length: to - from + 1 }, (_, at) => monthOf(from + at))
  const years = new Map(
    months.map((month) => {
      const year = reportingYearOf(`${month}-01`)
      return [year.code, year]
    }),
  )
  return {
    label: `${monthLabel(first)} to ${monthLabel(last)} (${months.length} months)`,
    years: [...years.values()],
    months,
    start: `${first}-01`,
    end: new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5)), 0)).toISOString().slice(0, 10),
  }
}

/** A reporting year is a period by itself. */
export function asPeriod(period: Period | ReportingYear): Period {
  return 'months' in period ? period : yearsTogether([period])
}

/** Years side by side, as printed: "Year ending 31 March 2023 to year ending 31 March 2025". */
export function seriesLabel(first: ReportingYear, last: ReportingYear): string {
  return first.code === last.code
    ? first.label
    : `${first.label} to ${last.label.toLowerCase().replace('march', 'March')}`
}

/** "April 2023" */
export function monthLabel(month: string): string {
  const name = monthNames[Number(month.slice(5)) - 1]
  return `${name} ${month.slice(0, 4)}`
}

/** The twelve months of a reporting year, April first. */
export function monthsOfYear(year: ReportingYear): readonly string[] {
  const first = monthNumber(year.start.slice(0, 7))
  return Array.from({ length: 12 }, (_, at) => monthOf(first + at))
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function startYear({ start }: ReportingYear): number {
  return Number(start.slice(0, 4))
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
}

function monthOf(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`
}
