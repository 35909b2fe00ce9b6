import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { captureRecapture } from './capture-recapture.ts'

const lists = fc
  .record({ both: fc.nat(200), onlyFirst: fc.nat(200), onlySecond: fc.nat(200) })
  .map(({ both, onlyFirst, onlySecond }) => ({ first: both + onlyFirst, second: both + onlySecond, both }))

describe('two lists of the same deaths', () => {
  test('give Chapman’s estimate: 10 and 15 with 5 on both would be 28.3, but 5 is too few to say so', () => {
    expect(captureRecapture({ first: 10, second: 15, both: 5 })).toBeNull()
    expect(captureRecapture({ first: 20, second: 30, both: 10 })?.estimate).toBeCloseTo(58.1818, 4)
  })

  test('that agree entirely leave next to nothing to be missed', () => {
    const found = captureRecapture({ first: 40, second: 40, both: 40 })
    expect(found).toMatchObject({ estimate: 40, seen: 40, interval: { low: 40 } })
    expect(found?.interval.high).toBe(40)
  })

  test('never estimate fewer deaths than were seen, and the estimate lies within its interval', () => {
    fc.assert(
      fc.property(lists, (counts) => {
        const found = captureRecapture(counts)
        if (found === null) return counts.both < 7
        const { estimate, seen, interval } = found
        return (
          estimate >= seen - 1e-9 &&
          interval.low >= seen &&
          interval.low <= Math.ceil(estimate) &&
          Math.floor(estimate) <= interval.high
        )
      }),
    )
  })

  test('hold the true number within the 95% interval about 95 times in 100', () => {
    let state = 20_260_302
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32
    }
    const deaths = 80
    let within = 0
    let told = 0
    for (let run = 0; run < 2_000; run++) {
      const counts = { first: 0, second: 0, both: 0 }
      for (let death = 0; death < deaths; death++) {
        const inFirst = random() < 0.8
        const inSecond = random() < 0.7
        if (inFirst) counts.first++
        if (inSecond) counts.second++
        if (inFirst && inSecond) counts.both++
      }
      const found = captureRecapture(counts)
      if (found === null) continue
      told++
      if (found.interval.low <= deaths && deaths <= found.interval.high) within++
    }
    expect(told).toBe(2_000)
    expect(within / told).toBeGreaterThan(0.93)
    expect(within / told).toBeLessThan(0.985)
  })

  test.each([
    [{ first: 5, second: 9, both: 6 }],
    [{ first: -1, second: 9, both: 0 }],
    [{ first: 7.5, second: 9, both: 7 }],
  ])('cannot be %j', (counts) => {
    expect(() => captureRecapture(counts)).toThrow(RangeError)
  })
})
