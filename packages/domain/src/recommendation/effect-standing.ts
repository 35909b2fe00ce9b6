import { z } from 'zod'
import type { RecommendationState } from './recommendation-state.ts'

/** Whether a recommendation made a difference, as far as anybody knows. */
export const EffectStanding = z.enum([
  /** Somebody says that it is done, and nobody has looked yet. */
  'claimed',
  /** A second person has seen that it is done; what came of it was not measured again. */
  'evidenced',
  'effect-seen',
  'no-effect',
  'cannot-tell',
])
export type EffectStanding = z.infer<typeof EffectStanding>

/** What was measured again says most; without it, how surely it was done; null before anybody says that it was. */
export function effectStanding(
  state: RecommendationState,
  measured: 'effect-seen' | 'no-effect' | 'cannot-tell' | null,
): EffectStanding | null {
  if (measured !== null) return measured
  if (state === 'completed') return 'evidenced'
  return state === 'closing' ? 'claimed' : null
}
