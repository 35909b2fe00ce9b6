import { z } from 'zod'
import type { NoContactReason } from './family-member.ts'

/** What a family was given or offered, and what became of it (domain reference 4.2). */
export const FamilySupport = z.enum([
  'leaflet-given',
  'leaflet-declined',
  'bereavement-support-offered',
  'bereavement-support-taken-up',
  'bereavement-support-declined',
])
export type FamilySupport = z.infer<typeof FamilySupport>

/** What stands between a parent and what they would be told. */
export type Telling = {
  readonly noContact: NoContactReason | null
  readonly hearsNothing: boolean
  /** Whoever tells them knows that they wished to hear nothing, and that they have asked since. */
  readonly knowsWish: boolean
  /** It must not be told yet. */
  readonly withheld: boolean
}

/**
 * Why somebody may not be told something, the gravest reason first; null when they may. Somebody who must not be contacted
 * is told nothing; what must not be told yet is told to nobody; and nobody is told against a wish that was overlooked.
 */
export function whyNotTold({
  noContact,
  hearsNothing,
  knowsWish,
  withheld,
}: Telling): 'must-not-be-contacted' | 'not-to-be-told-yet' | 'wishes-to-hear-nothing' | null {
  if (noContact !== null) return 'must-not-be-contacted'
  if (withheld) return 'not-to-be-told-yet'
  return hearsNothing && !knowsWish ? 'wishes-to-hear-nothing' : null
}
