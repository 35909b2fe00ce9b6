import { type Count, countOf, type Population } from '../count/count.ts'
import { type Percentage, percentage } from '../count/percentage.ts'
import { quantile } from '../response-time/response-times.ts'

/** How long something took, in whole days: the middle one, and the quarter and three quarters of them. */
export type DaysTaken<P extends Population> = Readonly<{
  count: Count<P>
  quartiles: Readonly<{ low: number; median: number; high: number }> | null
  within6Months: Percentage<P>
  within12Months: Percentage<P>
  over12Months: Percentage<P>
}>

/** Below so many, quartiles would be the days of single children. */
const fewestForQuartiles = 10

/** From one day to another: days in between, and whether six or twelve calendar months were enough. */
export type Taken = Readonly<{ days: number; months: 'within-6' | 'within-12' | 'over-12' }>

/**
 * Days from one statutory date to another. Quartiles lie between two values in proportion (type 7 of Hyndman and Fan 1996, as
 * spreadsheets have it); months are the calendar's and are handed in with the days. Unfinished cases are not in it: what share of all is
 * done by when, those that wait included, is Kaplan and Meier's (`daysUntil`).
 * @throws RangeError for days that are not whole and 0 or more
 */
export function daysTaken<P extends Population>(population: P, taken: readonly Taken[]): DaysTaken<P> {
  if (taken.some(({ days }) => !Number.isInteger(days) || days < 0)) {
    throw new RangeError('what was taken is a whole number of days')
  }
  const sorted = taken.map(({ days }) => days).sort((one, other) => one - other)
  const count = countOf(population, taken.length)
  const share = (...of: readonly Taken['months'][]) =>
    percentage<Population>(
      countOf(population, taken.filter(({ months }) => of.includes(months)).length),
      count,
    )
  return {
    count,
    quartiles:
      sorted.length < fewestForQuartiles
        ? null
        : { low: quantile(sorted, 0.25), median: quantile(sorted, 0.5), high: quantile(sorted, 0.75) },
    within6Months: { ...share('within-6'), population },
    within12Months: { ...share('within-6', 'within-12'), population },
    over12Months: { ...share('over-12'), population },
  }
}
