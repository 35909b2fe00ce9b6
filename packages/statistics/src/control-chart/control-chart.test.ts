import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bernoulliCusum, cusumOf, poissonCusum } from './cusum.ts'
import { poissonChances, proportionFunnel, rateFunnel } from './funnel-limits.ts'
import { gChart, gChartByDeviations, nelsonTransformed, tChart } from './rare-event.ts'
import { averageRunLength, signalWithin } from './run-length.ts'

describe('funnel limits', () => {
  test('of few deaths are those of the Poisson distribution, interpolated', () => {
    const { method, limits } = rateFunnel(0.00025, 50_000)
    expect(method).toBe('exact')
    const counts = limits.map(({ low, high }) => [low * 50_000, high * 50_000])
    expect(counts[0]?.[0]).toBeCloseTo(5.515440533799106, 8)
    expect(counts[0]?.[1]).toBeCloseTo(20.421054052624967, 8)
    expect(counts[1]?.[0]).toBeCloseTo(2.5428601441921264, 8)
    expect(counts[1]?.[1]).toBeCloseTo(25.30261586569856, 8)
  })

  // The national tool for public health indicators, 80.642448% of all: printed in per cent with six decimals.
  test.each([
    [2, 25.885383, 100, 0, 100],
    [18, 62.390093, 98.894803, 51.864359, 100],
    [395, 76.74611, 84.538786, 74.499177, 86.785719],
    [110_000, 80.408963, 80.875933, 80.274317, 81.010578],
  ])(
    'of shares of %i by the normal distribution are those the national tool prints',
    (n, low2, high2, low3, high3) => {
      const { limits } = proportionFunnel(0.80642448, n, 'normal')
      const printed = limits.flatMap(({ low, high }) => [100 * low, 100 * high])
      for (const [at, expected] of [low2, high2, low3, high3].entries()) {
        expect(Math.abs((printed[at] ?? 0) - expected)).toBeLessThan(2e-6)
      }
    },
  )

  test('of few reviews are those of the binomial distribution; of many both ways agree', () => {
    const few = proportionFunnel(0.57, 56)
    expect(few.method).toBe('exact')
    expect((few.limits[0]?.low ?? 0) * 56).toBeCloseTo(24.097807445204623, 8)
    const exact = proportionFunnel(0.4, 4_000, 'exact').limits[0]
    const near = proportionFunnel(0.4, 4_000).limits[0]
    expect(proportionFunnel(0.4, 4_000).method).toBe('normal')
    expect(Math.abs((exact?.low ?? 0) - (near?.low ?? 1))).toBeLessThan(0.0003)
  })

  test('need a share, a rate and somebody', () => {
    expect(() => proportionFunnel(0, 5)).toThrow(RangeError)
    expect(() => proportionFunnel(0.5, 0)).toThrow(RangeError)
    expect(() => rateFunnel(0.1, 0)).toThrow(RangeError)
  })
})

describe('charts of rare events', () => {
  test('a g chart has so much beyond its limits as the level says, and no more', () => {
    const some = [14, 3, 40, 22, 8, 19, 31, 2, 60, 11, 27, 5]
    const chart = gChart(some, 0.95)
    if (chart === null) throw new Error('there are enough')
    const p = 1 / (chart.mean + 1)
    const above = (count: number) => (1 - p) ** (count + 1)
    expect(above(chart.high)).toBeLessThanOrEqual(0.025)
    expect(above(chart.high - 1)).toBeGreaterThan(0.025)
    expect(1 - above(chart.low - 1)).toBeLessThanOrEqual(0.025)
    expect(1 - above(chart.low)).toBeGreaterThan(0.025)
    expect(above(chart.centre)).toBeLessThanOrEqual(0.5)
    expect(above(chart.centre - 1)).toBeGreaterThan(0.5)
    expect(gChartByDeviations([9, 9])).toEqual({ mean: 9, low: 0, high: 9 + 3 * Math.sqrt(90) })
  })

  test('a t chart has exponential limits', () => {
    const days = Array.from({ length: 12 }, () => 100)
    const chart = tChart(days, 0.998)
    expect(chart?.centre).toBeCloseTo(69.3147180559945, 9)
    expect(chart?.low).toBeCloseTo(0.1000500333583534, 9)
    expect(chart?.high).toBeCloseTo(690.775527898214, 8)
  })

  // Montgomery, Introduction to Statistical Quality Control, time between failures of a valve: exponent printed as 0.2777.
  test.each([
    [286, 4.80986],
    [948, 6.70903],
    [536, 5.7265],
    [4, 1.46958],
  ])('%i hours become the published %d', (hours, printed) => {
    expect(Math.abs(nelsonTransformed(hours) - printed)).toBeLessThan(0.004)
  })

  test('say nothing of fewer than ten intervals, or where everything came at once', () => {
    expect(gChart([1, 2, 3])).toBeNull()
    expect(tChart(Array.from({ length: 30 }, () => 0))).toBeNull()
    expect(() => gChart([1.5])).toThrow(RangeError)
    expect(() => tChart([-1])).toThrow(RangeError)
  })
})

describe('how long a CUSUM runs', () => {
  // Lucas (1985) as the package of Lawson prints it: h 6, k 2, mean 1.88, and risen by 0.9627 standard deviations.
  test.each([
    [0, '37.20'],
    [0.9627, '5.49'],
  ])('is what was published, risen by %d deviations: %s', (shift, printed) => {
    const chances = poissonChances(1.88 + shift * Math.sqrt(1.88))
    const scheme = { denominator: 1, reference: 2, decision: 6 }
    expect(averageRunLength(chances, scheme).toFixed(2)).toBe(printed)
  })

  test('is what two states come to by hand', () => {
    const found = averageRunLength(poissonChances(1), { denominator: 1, reference: 1, decision: 2 })
    expect(found).toBeCloseTo(8.212786730931159, 10)
    // One event signals: the wait for it is 1 / p.
    expect(averageRunLength([0.99, 0.01], { denominator: 50, reference: 1, decision: 49 })).toBeCloseTo(
      100,
      8,
    )
  })

  test('is the sum of the chances not to have signalled yet', () => {
    const scheme = { denominator: 3, reference: 4, decision: 8 }
    const parts = fc.double({ min: 0.05, max: 2, noNaN: true })
    fc.assert(
      fc.property(parts, (mean) => {
        const chances = poissonChances(mean)
        const length = averageRunLength(chances, scheme)
        fc.pre(length < 300)
        let sum = 1
        for (let periods = 1; periods < 60; periods += 1) sum += 1 - signalWithin(chances, scheme, periods)
        expect(sum).toBeLessThanOrEqual(length + 1e-9)
        if (length < 4) expect(sum).toBeCloseTo(length, 5)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a CUSUM', () => {
  test('of deaths keeps the run length asked for, and no lower threshold would', () => {
    const chart = poissonCusum({ before: 3, after: 4.5 }, 120)
    expect(chart.inControlRunLength).toBeGreaterThanOrEqual(120)
    const lower = { ...chart.scheme, decision: chart.scheme.decision - 1 }
    expect(averageRunLength(poissonChances(3), lower)).toBeLessThan(120)
    expect(chart.risenRunLength).toBeLessThan(15)
    expect(chart.reference).toBeCloseTo(1.5 / Math.log(1.5), 1)
    expect(chart.falseAlarmRate).toBeCloseTo(1 / chart.inControlRunLength, 12)
    expect(chart.falseAlarmWithin(12)).toBeLessThan(12 / 100)
  })

  test('of reviews weighs by likelihood', () => {
    const chart = bernoulliCusum({ before: 0.01, after: 0.025 }, 2_000)
    const r1 = -Math.log(0.975 / 0.99)
    const r2 = Math.log((0.025 * 0.99) / (0.01 * 0.975))
    expect(Math.abs(chart.reference - r1 / r2)).toBeLessThan(0.0002)
    expect(chart.inControlRunLength).toBeGreaterThanOrEqual(2_000)
    expect(chart.inControlRunLength).toBeLessThan(2_300)
  })

  test('signals on a rise, starts again, and never counts below nothing', () => {
    const chart = poissonCusum({ before: 1, after: 2 }, 50)
    const points = cusumOf(chart, [0, 0, 1, 6, 6, 0, 0])
    expect(points.map(({ signals }) => signals)).toEqual([false, false, false, true, true, false, false])
    expect(points[0]?.at).toBe(0)
    expect(points[5]?.at).toBe(0)
  })

  test('looks for nothing but a rise', () => {
    expect(() => poissonCusum({ before: 2, after: 2 }, 50)).toThrow(RangeError)
    expect(() => bernoulliCusum({ before: 0.5, after: 1 }, 50)).toThrow(RangeError)
    expect(() => poissonCusum({ before: 1, after: 2 }, 1)).toThrow(RangeError)
  })
})
