import type { ReportingRouter } from '@cdop/reporting/api'
import type { Staff } from '../casework/staff-area.ts'
import type { OperatorClient } from '../stack/operator-client.ts'
import published from './published-figures.json' with { type: 'json' }

/** One printed figure beside the one the services count. */
export type Comparison = {
  what: string
  population: string
  printed: string
  counted: string
  holds: boolean
}

type Reporting = ReturnType<typeof reportingOf>
type ExactFigure = Awaited<ReturnType<Reporting['exact']>>
type Cell = ExactFigure['cells'][number]
type Result = Cell['statistics'][number]['result']

function reportingOf(client: OperatorClient, staff: Staff) {
  const { areaId } = staff.area
  const service = async () =>
    (await client.onBehalfOf(staff.holding('analyst'))).to<ReportingRouter>('reporting')
  return {
    exact: async (measure: 'N1' | 'N2' | 'R1' | 'R3', reportingYear: string) =>
      (await service()).figure.exact.query({ areaId, measure, reportingYear }),
    build: async (reportingYear: string) =>
      (await service()).release.build.mutate({
        areaId,
        reportingYear,
        key: `replay-release-${reportingYear}`,
      }),
    read: async (
      releaseId: Awaited<
        ReturnType<Awaited<ReturnType<typeof service>>['release']['build']['mutate']>
      >['releaseId'],
    ) => (await service()).release.read.query({ areaId, releaseId }),
  }
}

function cellOf(figure: ExactFigure, row: string): Cell {
  const found = figure.cells.find((cell) => cell.row === row)
  if (found === undefined) throw new Error(`${figure.measure} has no row ${row}`)
  return found
}

function shown(cell: Cell, kind: Result['kind']): string {
  const found = cell.statistics.map(({ result }) => result).find((result) => result.kind === kind)
  if (found?.kind === 'rate') return found.rate.toFixed(1)
  if (found?.kind === 'percentage' || found?.kind === 'percent-change')
    return String(Math.round(found.percent))
  return 'none'
}

function comparison(
  figure: ExactFigure,
  what: string,
  printed: number | string,
  counted: number | string,
): Comparison {
  return {
    what,
    population: figure.populationName,
    printed: String(printed),
    counted: String(counted),
    holds: String(printed) === String(counted),
  }
}

/** Herefordshire and Worcestershire as printed, against the exact tables. */
export async function compareHerefordshireAndWorcestershire(
  client: OperatorClient,
  staff: Staff,
): Promise<readonly Comparison[]> {
  const reporting = reportingOf(client, staff)
  const figures = published.herefordshireAndWorcestershire
  const year = figures.reportingYear
  const deaths = await reporting.exact('N1', year)
  const reviews = await reporting.exact('R1', year)
  const factors = await reporting.exact('R3', year)
  const modifiable = cellOf(reviews, 'modifiable-factors-identified')
  const allReviews = reviews.cells.find((cell) => cell.row === 'total')
  return [
    comparison(deaths, 'Deaths notified', figures.notifications, cellOf(deaths, year).count),
    comparison(reviews, 'Reviews', figures.reviews, allReviews?.count ?? 'none'),
    comparison(
      reviews,
      'Reviews with modifiable factors',
      figures.reviewsWithModifiableFactors,
      modifiable.count,
    ),
    comparison(reviews, 'The same, per cent of reviews', 57, shown(modifiable, 'percentage')),
    ...Object.entries(figures.factors).map(([code, factor]) =>
      comparison(factors, `Reviews with ${factor.printedAs}`, factor.reviews, cellOf(factors, code).count),
    ),
  ]
}

/** England as printed, against the exact tables. */
export async function compareEngland(client: OperatorClient, staff: Staff): Promise<readonly Comparison[]> {
  const reporting = reportingOf(client, staff)
  const [before, after] = published.england.years
  if (before === undefined || after === undefined) throw new Error('two years were printed')
  const deaths = await reporting.exact('N1', after.reportingYear)
  const cell = cellOf(deaths, after.reportingYear)
  return [
    comparison(
      deaths,
      `Deaths ${before.reportingYear}`,
      before.deaths,
      cellOf(deaths, before.reportingYear).count,
    ),
    comparison(deaths, `Deaths ${after.reportingYear}`, after.deaths, cell.count),
    comparison(deaths, 'Change, per cent', after.changePercent ?? 'none', shown(cell, 'percent-change')),
    comparison(
      deaths,
      `Rate per 100,000 (${published.england.denominator.label})`,
      after.ratePer100000 ?? 'none',
      shown(cell, 'rate'),
    ),
  ]
}

/** The release of a year: how many of its cells are shown, and which tables were withheld. */
export async function releaseOf(client: OperatorClient, staff: Staff, reportingYear: string) {
  const reporting = reportingOf(client, staff)
  const { releaseId, withheld } = await reporting.build(reportingYear)
  return { release: await reporting.read(releaseId), withheld }
}
