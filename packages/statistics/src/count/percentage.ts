import { z } from 'zod'
import { Interval, wilson } from '../interval/interval.ts'
import { type Count, Population, requireOnePopulation } from './count.ts'

const madeOf = {
  population: Population,
  numerator: z.int().nonnegative(),
  denominator: z.int().nonnegative(),
}

/** A share with everything needed to read it: counts, population, Wilson interval (both in per cent). */
export const Percentage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percentage'), ...madeOf, percent: z.number(), interval: Interval }),
  z.strictObject({ kind: z.literal('no-percentage'), ...madeOf, reason: z.literal('nothing-to-divide-by') }),
])
export type Percentage<P extends Population = Population> = z.infer<typeof Percentage> & { population: P }

/**
 * The share of `part` in `whole`, which must be of one population: deaths in reviews do not compile, and throw
 * `MixedPopulations` where the types were evaded. Throws a RangeError when the part exceeds the whole.
 */
export function percentage<P extends Population>(
  part: Count<P>,
  whole: Count<NoInfer<P>>,
  level = 0.95,
): Percentage<P> {
  requireOnePopulation(part, whole)
  if (part.value > whole.value) throw new RangeError('a part cannot exceed its whole')
  const counts = { population: part.population, numerator: part.value, denominator: whole.value }
  if (whole.value === 0) return { kind: 'no-percentage', ...counts, reason: 'nothing-to-divide-by' }
  const share = wilson(part.value, whole.value, level)
  return {
    kind: 'percentage',
    ...counts,
    percent: (100 * part.value) / whole.value,
    interval: { ...share, low: 100 * share.low, high: 100 * share.high },
  }
}
