import { describe, expect, test } from 'vitest'
import {
  byChanceFrom95,
  coverageOf,
  coverageOfSeveral,
  planted,
  seeded,
} from './testing-planted-agreement.ts'

const runs = 2_000
const cases = 400

describe('a planted figure lies inside its 95% interval 95% of the time', () => {
  test.each(
    planted
      .filter(({ name }) => name !== 'ten categories of death')
      .flatMap((one, at) =>
        (['kappa', 'ac1'] as const).map((coefficient) => ({ name: one.name, one, coefficient, at })),
      ),
  )('$name, $coefficient, of two panels', ({ one, coefficient, at }) => {
    const held = coverageOf(coefficient, one, cases, runs, seeded(1_960 + at))
    expect(Math.abs(held - 0.95)).toBeLessThan(byChanceFrom95(runs))
  })

  test.each(['kappa', 'ac1'] as const)('%s, of four panels with ratings missing', (coefficient) => {
    const held = coverageOfSeveral(coefficient, [0.5, 0.3, 0.2], cases, 250, seeded(1_971))
    expect(Math.abs(held - 0.95)).toBeLessThan(byChanceFrom95(250))
  })
})

test('an interval a fifth too narrow would be seen', () => {
  const [one] = planted
  if (one === undefined) throw new Error('nothing was planted')
  // 1.568 standard errors to each side instead of 1.96.
  const held = coverageOf('kappa', one, cases, runs, seeded(1_960), 0.883)
  expect(0.95 - held).toBeGreaterThan(byChanceFrom95(runs))
})
