import type { Db } from '@cdop/database'
import { AreaId, type Clock, type Instant, PlainDate, requireArea } from '@cdop/domain'
import {
  nationalFiguresBeside,
  openCasesByHold,
  openCasesByStage,
  type Period,
  type ReportingYear,
  tabulate,
} from '@cdop/statistics'
import { z } from 'zod'
import { areaName } from '../area/area-store.ts'
import { rateDenominators } from '../denominator/rate-denominators.ts'
import { deathRowsKnownAt } from '../fact/known-facts.ts'
import { openCasesKnownAt } from '../fact/known-open-cases.ts'
import { requires } from '../rpc.ts'
import { AskedPeriod, askedPeriod } from './asked-period.ts'
import { completenessFigure } from './completeness-figure.ts'
import { ExactFigure, exactFigure } from './exact-figure.ts'
import { figureDays } from './figure-days.ts'
import { FigureId, figureTableOf } from './figure-tables.ts'
import { headlineBounds } from './headline-bounds.ts'
import { type Ground, groundOf } from './measure-tables.ts'
import { isRunning, requireBegun, WrittenReportingYear } from './reporting-year-input.ts'

type Asked = Readonly<{
  areaId: AreaId
  measure: FigureId
  year: ReportingYear
  period: Period
  at: Instant
}>

/** Open cases stand on a day: the last of the period, or today while it runs. */
function dayOf({ end }: Period, clock: Clock): PlainDate {
  const today = clock.today()
  return end < today ? PlainDate.parse(end) : today
}

function inPeriod({ months, years }: Period, died: { diedOn: string; diedInYear: string }): boolean {
  return months === null
    ? years.some(({ code }) => code === died.diedInYear)
    : months.includes(died.diedOn.slice(0, 7))
}

/** Tables whose rows are years. */
const seriesOfYears: readonly FigureId[] = ['N1', 'N1b', 'N1c']

/** England, where something was printed of the years the table shows; beside a run of months nothing is set. */
function national(measure: FigureId, { period, series }: Ground) {
  if (period.months !== null) return []
  const years = seriesOfYears.includes(measure) ? series : period.years
  return nationalFiguresBeside(
    measure,
    years.map(({ code }) => code),
  )
}

async function figureOf(tx: Db, clock: Clock, asked: Asked): Promise<ExactFigure> {
  const { areaId, measure, period, at } = asked
  const about = { areaName: await areaName(tx, areaId), asKnownOn: at }
  if (measure === 'T2' || measure === 'T2b') {
    const day = dayOf(period, clock)
    const open = await openCasesKnownAt(tx, areaId, day, at)
    const table = tabulate(open, measure === 'T2' ? openCasesByStage(day) : openCasesByHold(day))
    return exactFigure(measure, table, about)
  }
  if (measure === 'Q1') {
    const rows = await deathRowsKnownAt(tx, areaId, period.years, at)
    const deaths = rows.filter((row) => inPeriod(period, row))
    return ExactFigure.parse({
      ...completenessFigure(deaths, period.label),
      ...about,
      days: [],
      bounds: [],
      national: [],
    })
  }
  const ground = await groundOf(tx, clock, asked)
  const { series } = ground
  const running = isRunning(asked.year, clock)
  const divided = await rateDenominators(tx, areaId, measure, { period, series, running })
  const table = figureTableOf(measure, ground, divided)
  return exactFigure(measure, table, {
    ...about,
    days: figureDays(measure, ground),
    bounds: headlineBounds(measure, table),
    national: national(measure, ground),
  })
}

/**
 * The exact table of a measure for a reporting year that has ended or is running, for several years together or for a run of months,
 * from the facts as known now. Audited before the answer leaves.
 * @throws Refusal `date-in-future` for a year or months that have not begun
 */
export const readExactFigure = requires('figure:read')
  .input(
    z.strictObject({
      areaId: AreaId,
      measure: FigureId,
      reportingYear: WrittenReportingYear,
      ...AskedPeriod,
    }),
  )
  .output(ExactFigure)
  .query(({ ctx: { actor, parts }, input }) => {
    const { areaId, measure, reportingYear } = input
    requireArea(actor, areaId)
    requireBegun(reportingYear, parts.clock)
    const period = askedPeriod(reportingYear, input, parts.clock)
    const year = period.years.at(-1) ?? reportingYear
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'figure.exact',
        object: { kind: 'figure', id: `${measure.toLowerCase()}:${year.code}` },
      })
      return figureOf(tx, parts.clock, { areaId, measure, year, period, at: parts.clock.now() })
    })
  })
