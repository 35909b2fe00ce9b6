import { z } from 'zod'
import { type Count, Population, requireOnePopulation } from './count.ts'

const madeOf = { population: Population, from: z.int().nonnegative(), to: z.int().nonnegative() }

/** How a count moved, with both counts. There is none from zero. */
export const PercentChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent-change'), ...madeOf, percent: z.number() }),
  z.strictObject({ kind: z.literal('no-percent-change'), ...madeOf, reason: z.literal('from-zero') }),
])
export type PercentChange<P extends Population = Population> = z.infer<typeof PercentChange> & {
  population: P
}

/** The change from one count to the next of the same population, in per cent of the first. */
export function percentChange<P extends Population>(from: Count<P>, to: Count<NoInfer<P>>): PercentChange<P> {
  requireOnePopulation(from, to)
  const counts = { population: from.population, from: from.value, to: to.value }
  if (from.value === 0) return { kind: 'no-percent-change', ...counts, reason: 'from-zero' }
  return { kind: 'percent-change', ...counts, percent: (100 * (to.value - from.value)) / from.value }
}
