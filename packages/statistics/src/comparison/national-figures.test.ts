import { expect, test } from 'vitest'
import { deaths, reviews } from '../count/count.ts'
import { roundedHalfAway } from '../count/format.ts'
import { percentChange } from '../count/percent-change.ts'
import { percentage } from '../count/percentage.ts'
import { nationalFigures, nationalFiguresBeside } from './national-figures.ts'

test('each figure names the release that printed it; a year that was revised stands with both', () => {
  expect(nationalFiguresBeside('N1', ['2021-22']).map(({ value, unit }) => [value, unit])).toEqual([
    [3_452, 'deaths'],
    [3_454, 'deaths'],
    [29.3, 'per-100,000-children'],
  ])
  for (const { release, reportingYear } of nationalFigures) {
    expect(release.length).toBeGreaterThan(20)
    expect(reportingYear).toMatch(/^20\d\d-\d\d$/)
  }
})

test('groups keep the name they were printed with: White of one year is not White British of the next', () => {
  const white = nationalFiguresBeside('N4', ['2022-23', '2023-24']).filter(({ label }) => /White/.test(label))
  expect(white.map(({ label }) => label)).toEqual(['White', 'White British'])
})

test('what is printed agrees with what is worked out from the counts printed', () => {
  const of = (measure: string, year: string, unit: string, label: RegExp = /./) =>
    nationalFiguresBeside(measure, [year]).find((one) => one.unit === unit && label.test(one.label))?.value ??
    0
  const change = percentChange(deaths(of('N1', '2022-23', 'deaths')), deaths(of('N1', '2023-24', 'deaths')))
  if (change.kind !== 'percent-change') throw new Error('a change')
  expect(roundedHalfAway(change.percent, 1)).toBe('-4.4')
  const share = percentage(
    reviews(of('R1', '2011-12', 'reviews', /modifiable/)),
    reviews(of('R1', '2011-12', 'reviews', /completed/)),
  )
  if (share.kind !== 'percentage') throw new Error('a share')
  expect(Math.round(share.percent)).toBe(of('R1', '2011-12', 'per-cent'))
})

test('nothing stands beside a table or a year of which nothing was printed', () => {
  expect(nationalFiguresBeside('N3', ['2023-24'])).toEqual([])
  expect(nationalFiguresBeside('N1', ['2008-09'])).toEqual([])
})
