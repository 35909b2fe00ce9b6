import { roundedHalfAway } from '../count/format.ts'
import { countInterval, wilson } from '../interval/interval.ts'
import { type Statistic, totalCode } from '../measure/measure.ts'
import type { PublishedCell, PublishedStatistic, PublishedTable } from '../protection/published-table.ts'
import { reportingYearFrom } from '../reporting-year/reporting-year.ts'
import type { StatisticResult } from '../table/statistics-of.ts'
import type {
  FigureOfTable,
  Observation,
  ReleaseOfAnswer,
  StatisticalAnswer,
  TableDescription,
} from './answer.ts'
import { describeTable, rowsAreYears } from './describe-table.ts'

/** Deaths and reviews of the last days of a period become known for so long. */
const DELAY_DAYS = 90
const DAY = 86_400_000

type Figure = Pick<
  Observation,
  'value' | 'shorthand' | 'lower95' | 'upper95' | 'lower998' | 'upper998' | 'denominator'
>

/**
 * Every figure of a published table, in reading order: row by row, in each column its count and then what is worked out from it.
 * Made of the table's protected cells alone, so that two tables that show the same say the same here, whatever they hide.
 */
export function answerOf(
  tableId: string,
  table: PublishedTable,
  release: ReleaseOfAnswer,
): StatisticalAnswer {
  const described = describeTable(tableId, table)
  const columns = described.columns?.lines.map(({ code }) => code) ?? [totalCode]
  const cells = new Map(table.cells.map((cell) => [JSON.stringify([cell.row, cell.column]), cell]))
  const observations = described.rows.lines.flatMap(({ code: row }) => {
    const inReportingDelayPeriod = isDelayed(described, row, release.asKnownOn)
    return columns.flatMap((column) => {
      const cell = cells.get(JSON.stringify([row, column]))
      if (cell === undefined) throw new RangeError('a published table has every cell of its measure')
      const count = cell.count.kind === 'shown' ? cell.count.value : null
      return described.figures.map(
        (figure, at): Observation => ({
          row,
          column,
          figure: figure.code,
          ...figureOf(cell, table.measure.statistics[at - 1] ?? null, figure),
          count,
          inReportingDelayPeriod,
        }),
      )
    })
  })
  return { release, query: `table=${tableId}`, table: described, observations }
}

function isDelayed(described: TableDescription, row: string, asKnownOn: string): boolean {
  const own = rowsAreYears(described) ? described.years.find((year) => year === row) : undefined
  const last = own ?? described.years.at(-1)
  if (last === undefined) return false
  return Date.parse(asKnownOn) - Date.parse(reportingYearFrom(last).end) < DELAY_DAYS * DAY
}

function figureOf(cell: PublishedCell, statistic: Statistic | null, figure: FigureOfTable): Figure {
  if (statistic === null) {
    return cell.count.kind === 'shown' ? { ...nothing, value: cell.count.value } : inPlace('[c]')
  }
  const found = cell.statistics.find(({ label }) => label === statistic.label)
  // A total is no share of itself, the first year changes from none; a rate is missing only for want of a denominator.
  if (found === undefined) return inPlace(statistic.kind === 'rate' ? '[x]' : '[z]')
  return published(found, figure.places)
}

function published(statistic: PublishedStatistic, places: number): Figure {
  switch (statistic.kind) {
    case 'hidden':
      return inPlace('[c]')
    case 'denominator-too-small':
      return inPlace('[x]')
    case 'shown':
      return workedOut(statistic.result, (value) => Number(roundedHalfAway(value, places)))
  }
}

function workedOut(result: StatisticResult, rounded: (value: number) => number): Figure {
  switch (result.kind) {
    case 'no-percentage':
      return inPlace('[x]')
    case 'no-percent-change':
      return inPlace('[x]')
    case 'no-rate':
      return { ...inPlace('[x]'), denominator: result.denominator.value }
    case 'percent-change':
      return { ...nothing, value: rounded(result.percent) }
    case 'percentage': {
      const wide = wilson(result.numerator, result.denominator, 0.998)
      return {
        value: rounded(result.percent),
        shorthand: null,
        lower95: rounded(result.interval.low),
        upper95: rounded(result.interval.high),
        lower998: rounded(100 * wide.low),
        upper998: rounded(100 * wide.high),
        denominator: result.denominator,
      }
    }
    case 'rate': {
      const wide = countInterval(result.numerator, 0.998)
      const scale = result.per / result.denominator.value
      return {
        value: rounded(result.rate),
        shorthand: result.reliability === 'unreliable' ? '[u]' : null,
        lower95: rounded(result.interval.low),
        upper95: rounded(result.interval.high),
        lower998: rounded(wide.low * scale),
        upper998: rounded(wide.high * scale),
        denominator: result.denominator.value,
      }
    }
  }
}

const nothing: Omit<Figure, 'value'> = {
  shorthand: null,
  lower95: null,
  upper95: null,
  lower998: null,
  upper998: null,
  denominator: null,
}

function inPlace(shorthand: '[c]' | '[x]' | '[z]'): Figure {
  return { ...nothing, value: null, shorthand }
}
