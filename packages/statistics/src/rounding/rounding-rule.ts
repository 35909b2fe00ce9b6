import { z } from 'zod'

/** The public rule of rounding, as NHS England publishes below national level: 1 to 7 hidden, the rest to the nearest 5. */
export const RoundingRule = z
  .strictObject({
    /** Shown counts are multiples of it. */
    base: z.int().min(2).default(5),
    /** Counts from 1 to one less than this are hidden. Zero stays zero. */
    hiddenBelow: z.int().min(2).default(8),
    /** How many counts each cell but zero must leave possible. */
    minimumFeasible: z.int().min(2).default(3),
  })
  .refine(
    ({ base, hiddenBelow, minimumFeasible }) =>
      minimumFeasible <= Math.min(Math.ceil(base / 2), hiddenBelow - 1),
    'the base or the threshold leaves a count too few values by itself',
  )
export type RoundingRule = z.infer<typeof RoundingRule>
export type RoundingSettings = z.input<typeof RoundingRule>

/** A count as a rounded table shows it. A total is left out where, beside the others, it would narrow what a cell can be. */
export type RoundedCount =
  | Readonly<{ kind: 'rounded'; value: number }>
  | Readonly<{ kind: 'hidden' }>
  | Readonly<{ kind: 'left-out' }>
