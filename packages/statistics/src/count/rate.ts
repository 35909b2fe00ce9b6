import { z } from 'zod'
import { countInterval, Interval } from '../interval/interval.ts'
import { type Count, Population } from './count.ts'

/** Who a rate is divided by: how many, who they are, and who says so. */
export const Denominator = z.strictObject({
  value: z.number().positive(),
  name: z.string().min(1),
  source: z.string().min(1),
})
export type Denominator = z.infer<typeof Denominator>

const madeOf = {
  population: Population,
  numerator: z.int().nonnegative(),
  denominator: Denominator,
  per: z.number().positive(),
}

/** A crude rate by the rule of the Office for National Statistics: none below 3, unreliable below 20. */
export const Rate = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rate'),
    ...madeOf,
    rate: z.number(),
    interval: Interval,
    reliability: z.enum(['reliable', 'unreliable']),
  }),
  z.strictObject({ kind: z.literal('no-rate'), ...madeOf, reason: z.literal('fewer-than-3') }),
])
export type Rate<P extends Population = Population> = z.infer<typeof Rate> & { population: P }

const fewestForRate = 3
const fewestForReliable = 20

/** `count` in every `per` of the denominator (100,000 children, 1,000 live births), with its interval. */
export function rate<P extends Population>(
  count: Count<P>,
  denominator: Denominator,
  per: number,
  level = 0.95,
): Rate<P> {
  const counts = {
    population: count.population,
    numerator: count.value,
    denominator: Denominator.parse(denominator),
    per: z.number().positive().parse(per),
  }
  if (count.value < fewestForRate) return { kind: 'no-rate', ...counts, reason: 'fewer-than-3' }
  const scale = per / denominator.value
  const limits = countInterval(count.value, level)
  return {
    kind: 'rate',
    ...counts,
    rate: count.value * scale,
    interval: { ...limits, low: limits.low * scale, high: limits.high * scale },
    reliability: count.value < fewestForReliable ? 'unreliable' : 'reliable',
  }
}
