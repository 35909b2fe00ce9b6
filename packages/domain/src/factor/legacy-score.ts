import { z } from 'zod'

/** The scores of the older analysis form, as they were written on it. */
export const LegacyScore = z.enum(['0', '1', '1*', '2', '3'])
export type LegacyScore = z.infer<typeof LegacyScore>

const relevance: Record<LegacyScore, 0 | 1 | 2> = { '0': 0, '1': 1, '1*': 1, '2': 2, '3': 2 }

/**
 * An older score as the relevance of today, beside the score itself: 3, "a complete and sufficient explanation", became a
 * 2 and could not be told apart without it.
 */
export function fromLegacyScore(score: LegacyScore): { relevance: 0 | 1 | 2; legacyScore: LegacyScore } {
  return { relevance: relevance[score], legacyScore: score }
}
