import {
  type DeathFact,
  type DeathMeasure,
  type Denominators,
  deathsByAge,
  deathsByCategory,
  deathsByDeprivation,
  deathsByEthnicGroup,
  deathsByFlag,
  deathsByJointResponse,
  deathsByKeyWorker,
  deathsByMonth,
  deathsByRuralUrban,
  deathsBySex,
  deathsFromOneByYear,
  infantDeathsByYear,
  neonatalDeathsByYear,
  neonatalDeathsFrom24WeeksByYear,
  type ReviewFact,
  type ReviewMeasure,
  reviewsByAge,
  reviewsByDeprivation,
  reviewsByEthnicGroup,
  reviewsByExpectedness,
  reviewsByJointResponse,
  reviewsByMeeting,
  reviewsByMonth,
  reviewsByNumberOfFactors,
  reviewsByPlace,
  reviewsByRelevantDomain,
  reviewsBySafeguardingReview,
  reviewsBySex,
  reviewsBySocialCare,
  reviewsByTimeToMeeting,
  type Table,
  tabulate,
  timeTakenByCategory,
  timeTakenByInquest,
} from '@cdop/statistics'
import { z } from 'zod'
import { type Ground, MeasureId, tableOf } from './measure-tables.ts'

/**
 * Tables for use inside alone: exact, never in a release. None joins the tables of a release before what a reader could work out of
 * all of them together is protected. N6 and R6, by region, are not among them: no event says in which region an area lies.
 */
export const InternalId = z.enum([
  'N1b',
  'N1c',
  'N2b',
  'N3',
  'N4',
  'N5',
  'N7',
  'N8',
  'N8b',
  'N9b',
  'N10',
  'N11',
  'R4',
  'R5',
  'R5b',
  'R5c',
  'R7',
  'R7b',
  'R8',
  'R9',
  'R10',
  'R10b',
  'R10c',
  'T1',
  'T1b',
  'T2',
  'T2b',
  'Q1',
  'J1',
  'M1',
  'M2',
  'F1',
  'C1',
])
export type InternalId = z.infer<typeof InternalId>

/** Every exact figure there is: those that releases have too, and those for use inside alone. */
export const FigureId = z.enum([...MeasureId.options, ...InternalId.options])
export type FigureId = z.infer<typeof FigureId>

/** What is not counted by period: open cases stand on one day, completeness counts questions. */
export type TabulatedId = Exclude<FigureId, 'T2' | 'T2b' | 'Q1'>

/** The index of deprivation the facts of a table are by. */
function indexOf(facts: readonly (DeathFact | ReviewFact)[]): string {
  const known = facts.find(({ deprivation }) => deprivation !== 'not-known')
  return known?.deprivation.split('-')[0] ?? 'IMD2019'
}

const otherIndex =
  'By one index alone: where only another one is known of a neighbourhood, it is counted as not known.'

function ofDeaths(id: TabulatedId, { period, series, facts }: Ground): DeathMeasure | null {
  switch (id) {
    case 'N1b':
      return infantDeathsByYear(series)
    case 'N1c':
      return deathsFromOneByYear(series)
    case 'N2b':
      return deathsByAge(period)
    case 'N3':
      return deathsBySex(period)
    case 'N4':
      return deathsByEthnicGroup(period)
    case 'N5':
      return withNotes(deathsByDeprivation(period, indexOf(facts.deaths)), [otherIndex])
    case 'N7':
      return deathsByRuralUrban(period)
    case 'N8':
      return neonatalDeathsByYear(series)
    case 'N8b':
      return neonatalDeathsFrom24WeeksByYear(series)
    case 'N9b':
      return deathsByMonth(period)
    case 'N10':
      return deathsByCategory(period)
    case 'N11':
      return deathsByFlag(period)
    case 'J1':
      return deathsByJointResponse(period)
    case 'F1':
      return deathsByKeyWorker(period)
    default:
      return null
  }
}

function ofReviews(id: TabulatedId, { period, facts }: Ground): ReviewMeasure | null {
  switch (id) {
    case 'R4':
      return reviewsByAge(period)
    case 'R5':
      return reviewsBySex(period)
    case 'R5b':
      return reviewsByEthnicGroup(period)
    case 'R5c':
      return withNotes(reviewsByDeprivation(period, indexOf(facts.reviews)), [otherIndex])
    case 'R7':
      return reviewsByRelevantDomain(period)
    case 'R7b':
      return reviewsByNumberOfFactors(period)
    case 'R8':
      return reviewsBySafeguardingReview(period)
    case 'R9':
      return reviewsBySocialCare(period)
    case 'R10':
      return reviewsByExpectedness(period)
    case 'R10b':
      return reviewsByPlace(period)
    case 'R10c':
      return reviewsByJointResponse(period)
    case 'T1':
      return timeTakenByCategory(period)
    case 'T1b':
      return timeTakenByInquest(period)
    case 'M1':
      return reviewsByMeeting(period)
    case 'M2':
      return reviewsByTimeToMeeting(period)
    case 'C1':
      return reviewsByMonth(period)
    default:
      return null
  }
}

function withNotes<M extends { notes: string[] }>(measure: M, notes: readonly string[]): M {
  return { ...measure, notes: [...measure.notes, ...notes] }
}

/** The exact table of a figure that is counted by period, its rates divided by what was handed in. */
export function figureTableOf(
  id: TabulatedId,
  ground: Ground,
  divided: Readonly<{ denominators: Denominators; notes: readonly string[] }> = {
    denominators: {},
    notes: [],
  },
): Table {
  const released = MeasureId.safeParse(id)
  if (released.success) return tableOf(released.data, ground)
  const deaths = ofDeaths(id, ground)
  if (deaths !== null) {
    const noted = withNotes(deaths, [...ground.notes, ...divided.notes])
    return tabulate(ground.facts.deaths, noted, divided.denominators)
  }
  const reviews = ofReviews(id, ground)
  if (reviews === null) throw new RangeError(`no table ${id}`)
  return tabulate(ground.facts.reviews, withNotes(reviews, ground.notes))
}
