import { median } from './statistics.ts'

/** What one benchmark found: the product's figure and what the same machine could do at best in the same minutes. */
export type BenchResult = {
  readonly name: string
  /** What was measured, for the table. */
  readonly what: string
  readonly unit: 'per second' | 'ms'
  /** Medians over the rounds. */
  readonly value: number
  readonly ceiling: number
  /** The part of the ceiling that is reached: 1 is all of it, whether more or less of the unit is better. */
  readonly ratio: number
  readonly rounds: readonly { readonly value: number; readonly ceiling: number }[]
  /** Numbers that explain the figure, by name. */
  readonly more: Readonly<Record<string, number>>
}

/** The figures of one round, product and ceiling measured right after each other. */
export type Round = BenchResult['rounds'][number]

/** @throws RangeError when nothing was measured */
export function resultOf(
  about: Pick<BenchResult, 'name' | 'what' | 'unit'>,
  rounds: readonly Round[],
  more: Readonly<Record<string, number>> = {},
): BenchResult {
  const value = median(rounds.map((round) => round.value))
  const ceiling = median(rounds.map((round) => round.ceiling))
  const ratio = about.unit === 'ms' ? ceiling / value : value / ceiling
  return { ...about, value, ceiling, ratio, rounds, more }
}
