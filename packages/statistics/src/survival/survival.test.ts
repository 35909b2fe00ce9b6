import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysUntil, kaplanMeier, type Waited, type WaitingCurve } from './kaplan-meier.ts'
import { FEWEST_ANSWERS, gainsOfEach, lastOfSeveral, type Wait } from './last-of-several.ts'

/** Weeks in remission under 6-MP (Freireich and others 1963; Gehan 1965). */
const remission: Waited[] = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map((days) => ({ days, came: true })),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((days) => ({ days, came: false })),
]
const came = (...days: number[]): Waited[] => days.map((one) => ({ days: one, came: true }))

describe('the curve agrees with the published one of the remission data', () => {
  const curve = kaplanMeier(remission)
  test.each([
    [6, 21, 3, 0.8571, 0.0764, 0.6197, 0.9516],
    [7, 17, 1, 0.8067, 0.0869, 0.5631, 0.9228],
    [10, 15, 1, 0.7529, 0.0963, 0.5032, 0.8894],
    [13, 12, 1, 0.6902, 0.1068, 0.4316, 0.8491],
    [16, 11, 1, 0.6275, 0.1141, 0.3675, 0.8049],
    [22, 7, 1, 0.5378, 0.1282, 0.2678, 0.7468],
    [23, 6, 1, 0.4482, 0.1346, 0.1881, 0.6801],
  ])('at %i', (days, atRisk, events, waiting, error, low, high) => {
    const step = curve.steps.find((one) => one.days === days)
    expect(step).toMatchObject({ atRisk, came: events })
    expect([step?.waiting, step?.error, step?.low, step?.high].map((value) => value?.toFixed(4))).toEqual(
      [waiting, error, low, high].map((value) => value.toFixed(4)),
    )
  })

  test('and its median, whose upper limit nobody can say', () => {
    expect(daysUntil(curve, 0.5)).toEqual({ days: 23, low: 13, high: null })
    expect(daysUntil(curve, 0.9)).toMatchObject({ days: null })
  })
})

test('when everything came it is the share that was waited for longer', () => {
  const curve = kaplanMeier(came(1, 2, 2, 4))
  expect(curve.steps.map(({ days, waiting }) => [days, waiting])).toEqual([
    [1, 0.75],
    [2, 0.25],
    [4, 0],
  ])
  expect(curve.steps.at(-1)).toMatchObject({ low: 0, high: null })
})

test('nothing comes of nothing, and days are whole', () => {
  expect(kaplanMeier([]).steps).toEqual([])
  expect(kaplanMeier([{ days: 3, came: false }]).steps).toEqual([])
  expect(() => kaplanMeier(came(-1))).toThrow(RangeError)
  expect(() => kaplanMeier(came(1.5))).toThrow(RangeError)
  expect(() => kaplanMeier(came(1), 95)).toThrow(RangeError)
})

test('what was waited several times is told once with how often, and the curve is the same', () => {
  const counted = [
    { days: 6, came: true, times: 3 },
    ...remission.slice(3).map((one) => ({ ...one, times: 1 })),
  ]
  expect(kaplanMeier(counted)).toEqual(kaplanMeier(remission))
  expect(() => kaplanMeier([{ days: 1, came: true, times: 0 }])).toThrow(RangeError)
})

/** Waits that go by one curve. */
const waits = (curve: WaitingCurve, days: readonly number[]) => days.map((one) => ({ days: one, curve }))

describe('the last of several', () => {
  const curve = kaplanMeier(came(...Array.from({ length: 40 }, (_, at) => at + 1)))

  test('is not foretold from too few', () => {
    const few = kaplanMeier(came(...Array.from({ length: FEWEST_ANSWERS - 1 }, (_, at) => at + 1)))
    expect(lastOfSeveral(waits(few, [0]))).toBeNull()
  })

  test('of one is its median, of more is later, and of what has been waited for is counted from today', () => {
    expect(lastOfSeveral(waits(curve, [0]))?.days).toBe(20)
    // Both within t days: (t / 40)², half of it at 28.3 days.
    expect(lastOfSeveral(waits(curve, [0, 0]))?.days).toBe(29)
    // Waited for 20 days: uniform on the 20 that are left.
    expect(lastOfSeveral(waits(curve, [20]))?.days).toBe(10)
    expect(lastOfSeveral(waits(curve, []))).toMatchObject({ days: 0, gains: [] })
    expect(lastOfSeveral(waits(curve, [40]))?.days).toBeNull()
  })

  test('moves most by the answer that is expected last', () => {
    const [fresh, old] = lastOfSeveral(waits(curve, [0, 35]))?.gains ?? []
    expect(fresh).toBeGreaterThan(old ?? Number.NaN)
  })

  test('is never expected sooner when one more is waited for, lies within its limits, and every answer helps', () => {
    const several = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(several, fc.integer({ min: 0, max: 30 }), (waitedFor, another) => {
        const one = lastOfSeveral(waits(curve, waitedFor))
        const more = lastOfSeveral(waits(curve, [...waitedFor, another]))
        expect(more?.days ?? 99).toBeGreaterThanOrEqual(one?.days ?? 99)
        for (const gain of one?.gains ?? []) expect(gain).toBeGreaterThanOrEqual(-1e-9)
      }),
      { numRuns: 50 },
    )
  })

  test('of two kinds that take differently long moves most by the slow one', () => {
    const slow = kaplanMeier(came(...Array.from({ length: 30 }, (_, at) => 3 * at + 10)))
    const [quick = 0, late = 0] = gainsOfEach([...waits(curve, [0]), ...waits(slow, [0])]) ?? []
    expect(late).toBeGreaterThan(5 * quick)
    const few = kaplanMeier(came(1, 2, 3))
    expect(gainsOfEach([...waits(curve, [0]), ...waits(few, [0])])).toBeNull()
  })

  test('gains what the mean wait of all has more than the mean wait of the others', () => {
    const slow = kaplanMeier(came(...Array.from({ length: 30 }, (_, at) => 2 * at + 5)))
    const horizon = 63
    const left = (of: WaitingCurve, day: number) => of.steps.findLast(({ days }) => days <= day)?.waiting ?? 1
    const mean = (of: readonly Wait[]) =>
      Array.from({ length: horizon }, (_, day) => {
        const come = of.map(({ curve: by, days }) =>
          left(by, days) === 0 ? 0 : 1 - left(by, days + day) / left(by, days),
        )
        return 1 - come.reduce((product, one) => product * one, 1)
      }).reduce((sum, one) => sum + one, 0)
    const several = fc.array(fc.record({ days: fc.nat(50), isSlow: fc.boolean() }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(several, (drawn) => {
        const all = [
          { days: 0, curve: slow },
          ...drawn.map(({ days, isSlow }) => ({ days, curve: isSlow ? slow : curve })),
        ]
        for (const [at, gain] of (gainsOfEach(all) ?? []).entries()) {
          expect(gain).toBeCloseTo(mean(all) - mean(all.filter((_, other) => other !== at)), 9)
        }
      }),
      { numRuns: 30 },
    )
  })
})
