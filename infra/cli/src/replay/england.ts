import { AuthorityCode } from '@cdop/domain'
import { firstDayOf, type PlannedDeath, plannedDeaths } from './planned-death.ts'
import published from './published-figures.json' with { type: 'json' }

/** England as one area: the printed national counts, year by year. The year's own deaths and the year before. */
export function england(): readonly { reportingYear: string; deaths: readonly PlannedDeath[] }[] {
  return published.england.years.map((year, index) => ({
    reportingYear: year.reportingYear,
    deaths: plannedDeaths({
      count: year.deaths,
      expected: Math.round(year.deaths * 0.6),
      from: firstDayOf(year.reportingYear),
      authorities: [AuthorityCode.parse('E92000001')],
      nhsNumbersFrom: 200_000 + index * 100_000,
    }),
  }))
}
