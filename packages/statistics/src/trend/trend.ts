import { z } from 'zod'
import { chiSquareTail } from '../interval/chi-square-tail.ts'

/** What a test for trend says: whether chance alone explains the way the years run. */
export const Trend = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('tested'),
    /** Signed: above 0 where later years have more. Its square is chi-square with one degree of freedom. */
    score: z.number(),
    /** Two-sided: chance of a trend as steep as this, or steeper, while nothing changes. */
    chance: z.number().min(0).max(1),
    /** `exact` by the distribution of the counts themselves, `large-sample` by the chi-square one. */
    method: z.enum(['exact', 'large-sample']),
    direction: z.enum(['rising', 'falling', 'chance']),
    level: z.number().gt(0).lt(1),
  }),
  z.strictObject({
    kind: z.literal('cannot-say'),
    reason: z.enum(['too-few-years', 'too-few-deaths', 'nothing-varies']),
  }),
])
export type Trend = z.infer<typeof Trend>

/** One year: how many, of how many (children at risk, or reviews). */
export type TrendYear = Readonly<{ count: number; of: number }>

const fewestYears = 3
const fewestDeaths = 10
/** Up to so many the exact distribution is gone through. */
const mostExact = 400

/**
 * Whether deaths rise or fall over years that follow each other, against chance: the score test of a Poisson trend given the total
 * (Armitage 1955; Breslow and Day 1987, 3.6): z = Σ xi (Oi − Ei) / √(O (Σ pi xi² − (Σ pi xi)²)), pi the year's share of all children
 * at risk, Ei = O pi. Up to 400 deaths its chance is that of the multinomial itself, twice the smaller tail; above, chi-square's.
 * @throws RangeError for counts that are none and for years with nobody at risk
 */
export function trendOfRates(years: readonly TrendYear[], level = 0.95): Trend {
  requireYears(years, level)
  const total = sumOf(years.map(({ count }) => count))
  if (years.length < fewestYears) return { kind: 'cannot-say', reason: 'too-few-years' }
  if (total < fewestDeaths) return { kind: 'cannot-say', reason: 'too-few-deaths' }
  const people = sumOf(years.map(({ of }) => of))
  const shares = years.map(({ of }) => of / people)
  const middle = sumOf(shares.map((share, at) => share * at))
  const spread = sumOf(shares.map((share, at) => share * at ** 2)) - middle ** 2
  const reached = sumOf(years.map(({ count }, at) => count * at))
  const score = (reached - total * middle) / Math.sqrt(total * spread)
  if (total > mostExact) return told(score, chiSquareTail(score ** 2), 'large-sample', level)
  return told(score, exactChance(shares, total, reached), 'exact', level)
}

/**
 * Whether a share rises or falls over years that follow each other, against chance: Cochran (1954) and Armitage (1955, Biometrics
 * 11:375), z = Σ xi (ri − ni p) / √(p (1 − p) (Σ ni xi² − (Σ ni xi)² / N)), without correction.
 * @throws RangeError for counts that are none or exceed their year
 */
export function trendOfShares(years: readonly TrendYear[], level = 0.95): Trend {
  requireYears(years, level)
  if (years.some(({ count, of }) => count > of)) throw new RangeError('a part cannot exceed its whole')
  if (years.length < fewestYears) return { kind: 'cannot-say', reason: 'too-few-years' }
  const total = sumOf(years.map(({ count }) => count))
  const all = sumOf(years.map(({ of }) => of))
  if (total === 0 || total === all) return { kind: 'cannot-say', reason: 'nothing-varies' }
  if (Math.min(total, all - total) < fewestDeaths) return { kind: 'cannot-say', reason: 'too-few-deaths' }
  const share = total / all
  const weighted = sumOf(years.map(({ of }, at) => of * at))
  const spread = sumOf(years.map(({ of }, at) => of * at ** 2)) - weighted ** 2 / all
  const reached = sumOf(years.map(({ count, of }, at) => at * (count - of * share)))
  const score = reached / Math.sqrt(share * (1 - share) * spread)
  return told(score, chiSquareTail(score ** 2), 'large-sample', level)
}

/** Deaths fall on years one by one, each with the year's share: the distribution of Σ xi Oi, and twice its smaller tail. */
function exactChance(shares: readonly number[], total: number, reached: number): number {
  const steps = shares.length - 1
  let chances = new Float64Array(total * steps + 1)
  chances[0] = 1
  for (let death = 1; death <= total; death += 1) {
    const next = new Float64Array(chances.length)
    for (let sum = 0; sum <= (death - 1) * steps; sum += 1) {
      const chance = chances[sum] ?? 0
      if (chance === 0) continue
      for (const [year, share] of shares.entries())
        next[sum + year] = (next[sum + year] ?? 0) + chance * share
    }
    chances = next
  }
  const below = sumOf([...chances.slice(0, reached + 1)])
  const above = sumOf([...chances.slice(reached)])
  return Math.min(1, 2 * Math.min(below, above))
}

function told(score: number, chance: number, method: 'exact' | 'large-sample', level: number): Trend {
  const direction = chance >= 1 - level ? 'chance' : score > 0 ? 'rising' : 'falling'
  return { kind: 'tested', score, chance, method, direction, level }
}

function requireYears(years: readonly TrendYear[], level: number): void {
  if (years.some(({ count, of }) => !Number.isInteger(count) || count < 0 || !(of > 0))) {
    throw new RangeError('every year needs a count and somebody it could be of')
  }
  if (!(level > 0 && level < 1)) throw new RangeError('a confidence level lies between 0 and 1')
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
