import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layout } from '../table/layout.ts'
import { givenLayout, withTotals } from '../testing.ts'
import { attackRounded } from './attack-rounded.ts'
import { percentageOfRounded, rateOfRounded, roundTable } from './round-table.ts'
import type { RoundedCount } from './rounding-rule.ts'

const written = (counts: readonly RoundedCount[]) =>
  counts.map((count) => (count.kind === 'rounded' ? count.value : count.kind === 'hidden' ? '[c]' : '[z]'))

describe('a rounded table', () => {
  test('12, 3, 7 of 22: 1 to 7 are hidden, the rest and the total are to the nearest 5', () => {
    const rounded = roundTable(givenLayout(3, 0), [12, 3, 7, 22])
    expect(written(rounded.counts)).toEqual([10, '[c]', '[c]', 20])
    expect(rounded.shareShown).toBe(0.5)
    expect(rounded.meanAbsoluteError).toBe(2)
    expect(rounded.note).toContain('Counts from 1 to 7 are hidden ([c])')
  })

  test('zero stays zero', () => {
    expect(written(roundTable(givenLayout(2, 0), [0, 100, 100]).counts)).toEqual([0, 100, 100])
  })

  test('leaves out a total beside which a count would be told nearly exactly, and says so', () => {
    // 10 and 10 are 8 to 12 each; with a total of 15 (13 to 17) neither could be more than 9.
    const rounded = roundTable(givenLayout(2, 0), [8, 8, 16])
    expect(written(rounded.counts)).toEqual([10, 10, '[z]'])
    expect(rounded.fewestValues).toBe(5)
    expect(rounded.note).toContain('left out')
  })

  test('Worcestershire 2017/18: of 25 deaths the shares that were printed, 76% and 24%, are not to be had', () => {
    const { counts } = roundTable(givenLayout(2, 0), [19, 6, 25])
    expect(written(counts)).toEqual([20, '[c]', 25])
    const [boys, girls, all] = counts
    if (boys === undefined || girls === undefined || all === undefined) throw new Error('three cells')
    // 20 of 25, not 19: nobody gets back to the count from the share.
    expect([percentageOfRounded(boys, all), percentageOfRounded(girls, all)]).toEqual([80, null])
  })

  test('works out rates from what is shown alone', () => {
    expect(rateOfRounded({ kind: 'rounded', value: 20 }, 1000, 100)).toBe(2)
    expect(rateOfRounded({ kind: 'hidden' }, 1000, 100)).toBeNull()
    expect(rateOfRounded({ kind: 'rounded', value: 20 }, 0, 100)).toBeNull()
  })

  test('leaves each count but zero at least three values, and the truth among them, whoever adds up', () => {
    const cells = fc.array(fc.nat({ max: 40 }), { minLength: 6, maxLength: 6 })
    fc.assert(
      fc.property(cells, ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]) => {
        const bones = givenLayout(2, 3)
        const truth = withTotals([
          [a, b, c],
          [d, e, f],
        ])
        const { counts, rule, fewestValues } = roundTable(bones, truth)
        const spans = attackRounded(bones, counts, rule) ?? []
        for (const [at, count] of truth.entries()) {
          const { min, max } = spans[at] ?? { min: -1, max: -1 }
          expect(min <= count && (max === null || count <= max)).toBe(true)
          if (count > 0) expect(max === null ? 3 : max - min + 1).toBeGreaterThanOrEqual(3)
          expect(counts[at]).not.toEqual({ kind: 'rounded', value: count % 5 === 0 ? -1 : count })
        }
        expect(fewestValues === null || fewestValues >= 3).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('is attacked as trying every table would', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 3, maxLength: 3 }), (row) => {
        const bones = givenLayout(3, 0)
        const { counts, rule } = roundTable(bones, [...row, row.reduce((sum, count) => sum + count, 0)])
        const possible: number[][] = [[], [], [], []]
        const every = Array.from({ length: 24 }, (_, at) => at)
        for (const one of every)
          for (const two of every)
            for (const three of every) {
              const tried = [one, two, three, one + two + three]
              const fits = tried.every((count, at) => {
                const shown = counts[at]
                if (shown?.kind === 'left-out') return true
                if (shown?.kind === 'hidden') return count >= 1 && count <= 7
                const isHidden = count >= 1 && count <= 7
                return !isHidden && 5 * Math.round(count / 5) === shown?.value
              })
              if (fits) for (const [at, count] of tried.entries()) possible[at]?.push(count)
            }
        const spans = attackRounded(bones, counts, rule) ?? []
        for (const [at, { min, max }] of spans.entries()) {
          const found = possible[at] ?? []
          expect(min).toBe(Math.min(...found))
          if (max !== null && max < 24) expect(max).toBe(Math.max(...found))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('of rows that overlap shows none above its total', () => {
    const bones = layout('overlapping', ['smoking', 'sleep'], [])
    expect(written(roundTable(bones, [12, 9, 60]).counts)).toEqual([10, 10, 60])
    // A row that nearly every review has would be told by the total.
    const near = roundTable(bones, [12, 9, 12])
    expect(near.fewestValues).toBeGreaterThanOrEqual(3)
  })
})
