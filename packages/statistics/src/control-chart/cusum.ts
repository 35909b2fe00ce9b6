import { poissonChances } from './funnel-limits.ts'
import { averageRunLength, type CusumScheme, signalWithin } from './run-length.ts'

/** A designed CUSUM, with what it does while nothing changes and once the rise it looks for is there, in periods (or cases). */
export type Cusum = Readonly<{
  scheme: CusumScheme
  /** k and h as numbers of events. */
  reference: number
  decision: number
  /** Periods until a false alarm, on average: at least as many as were asked for. */
  inControlRunLength: number
  /** Periods until a signal, on average, once the rise is there. */
  risenRunLength: number
  /** Chance of a false alarm within one period in the long run: 1 / inControlRunLength. */
  falseAlarmRate: number
  /** Chance of a false alarm within so many periods from the start. */
  falseAlarmWithin: (periods: number) => number
}>

/** So many values of S at most: beyond it, no threshold keeps what was asked. */
const mostStates = 1_200
/** Fractions of an event that k and h are counted in. */
const finest = 10

/**
 * A CUSUM of deaths in each period that come at a steady rate, which looks for a rise from one mean to another. Log-likelihood weights
 * (Lucas 1985, Technometrics 27:129): k = (μ1 − μ0) / (ln μ1 − ln μ0), to the nearest fraction with a denominator of 10 at most; h is
 * the least that keeps the average run length asked for while nothing changes. Run lengths are computed, not guessed.
 * @throws RangeError unless 0 < before < after, or when no threshold within reach keeps the run length
 */
export function poissonCusum(mean: Readonly<{ before: number; after: number }>, runLength: number): Cusum {
  const { before, after } = mean
  if (!(before > 0 && after > before)) throw new RangeError('a CUSUM looks for a rise')
  const wanted = (after - before) / (Math.log(after) - Math.log(before))
  const { denominator, reference } = nearestFraction(wanted)
  const step = { denominator, reference }
  return designed(poissonChances(before), poissonChances(after), step, runLength)
}

/**
 * A CUSUM of cases one after the other, each of which either is so (modifiable factors, say) or is not, and which looks for a rise of
 * the share. Log-likelihood weights (Reynolds and Stoumbos 1999, Journal of Quality Technology 31:87): k = r1 / r2, to the nearest 1 / m.
 * @throws RangeError unless 0 < before < after < 1, or when no threshold within reach keeps the run length
 */
export function bernoulliCusum(share: Readonly<{ before: number; after: number }>, runLength: number): Cusum {
  const { before, after } = share
  if (!(before > 0 && after > before && after < 1)) throw new RangeError('a CUSUM looks for a rise')
  const r1 = -Math.log((1 - after) / (1 - before))
  const r2 = Math.log((after * (1 - before)) / (before * (1 - after)))
  const exact = r1 / r2
  const step = exact < 0.2 ? { denominator: Math.round(1 / exact), reference: 1 } : nearestFraction(exact)
  return designed([1 - before, before], [1 - after, after], step, runLength)
}

function designed(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  step: Omit<CusumScheme, 'decision'>,
  wanted: number,
): Cusum {
  if (!(wanted > 1)) throw new RangeError('a run length is more than one period')
  const runs = (decision: number) => averageRunLength(before, { ...step, decision })
  let high = 1
  while (runs(high) < wanted) {
    if (high === mostStates) throw new RangeError('no threshold within reach keeps that run length')
    high = Math.min(mostStates, high * 2)
  }
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (runs(middle) < wanted) low = middle
    else high = middle
  }
  const scheme = { ...step, decision: high }
  const inControlRunLength = runs(high)
  return {
    scheme,
    reference: step.reference / step.denominator,
    decision: high / step.denominator,
    inControlRunLength,
    risenRunLength: averageRunLength(after, scheme),
    falseAlarmRate: 1 / inControlRunLength,
    falseAlarmWithin: (periods) => signalWithin(before, scheme, periods),
  }
}

/** Where a CUSUM stands after each count, in events; and whether it signals there. It starts again at 0 after a signal. */
export function cusumOf(
  { scheme: { denominator, reference, decision } }: Cusum,
  counts: readonly number[],
): Readonly<{ at: number; signals: boolean }>[] {
  let sum = 0
  return counts.map((count) => {
    if (!Number.isInteger(count) || count < 0) throw new RangeError('a count is a whole number of 0 or more')
    sum = Math.max(0, sum + denominator * count - reference)
    const point = { at: sum / denominator, signals: sum >= decision }
    if (point.signals) sum = 0
    return point
  })
}

function nearestFraction(value: number): { denominator: number; reference: number } {
  let best = { denominator: 1, reference: Math.max(1, Math.round(value)) }
  const away = ({ denominator, reference }: typeof best) => Math.abs(reference / denominator - value)
  for (let denominator = 2; denominator <= finest; denominator += 1) {
    const found = { denominator, reference: Math.max(1, Math.round(value * denominator)) }
    if (away(found) < away(best) - 1e-12) best = found
  }
  return best
}
