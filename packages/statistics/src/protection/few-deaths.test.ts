import { expect, test } from 'vitest'
import { DeathFact } from '../fact/death-fact.ts'
import { deathsByAgeAndSex } from '../measure/death-measures.ts'
import { reportingYearFrom } from '../reporting-year/reporting-year.ts'
import { tabulate } from '../table/tabulate.ts'
import { protect } from './protect.ts'

/** Worcestershire 2017/18 as its panel printed it: 25 notifications, 76% male, 60% under one year. The children are invented. */
const deaths: readonly DeathFact[] = Array.from({ length: 25 }, (_, at) =>
  DeathFact.parse({
    caseId: `case-${at}`,
    areaId: 'area',
    diedInYear: '2017-18',
    ageBand: at < 10 ? '0-27d' : at < 15 ? '28-364d' : at < 20 ? '1-4y' : '15-17y',
    sex: at % 4 === 3 ? 'female' : 'male',
    ethnicGroup: 'not-known',
    placeOfDeath: 'not-known',
    expectedness: 'not-known',
  }),
)

test('no percentage of 25 deaths leaves, for 76% of 25 is 19 and nothing else', () => {
  const of25 = Array.from({ length: 26 }, (_, count) => Math.round((100 * count) / 25))
  expect(of25.filter((percent) => percent === 76)).toHaveLength(1)
  const protection = protect(tabulate(deaths, deathsByAgeAndSex(reportingYearFrom('2017-18'))))
  if (protection.outcome === 'withheld') throw new Error('the totals can be shown')
  const statistics = protection.table.cells.flatMap((cell) => cell.statistics)
  expect(statistics.length).toBeGreaterThan(20)
  expect(statistics.filter(({ kind }) => kind === 'shown')).toEqual([])
  expect(statistics.some(({ kind }) => kind === 'denominator-too-small')).toBe(true)
})
