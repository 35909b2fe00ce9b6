import { z } from 'zod'
import { PersonId } from '../id/id.ts'
import { Instant } from '../plain-date/plain-date.ts'
import type { RefusalCode } from '../refusal/refusal.ts'

/** Why a second person does not sign a release. */
export const TurnDownReason = z.enum([
  'figures-look-wrong',
  'facts-still-to-come',
  'somebody-could-be-recognised',
  'too-little-shown',
  'another-period-meant',
])
export type TurnDownReason = z.infer<typeof TurnDownReason>

/** How far a release has come. Only a signed one is published; one from before signatures were kept counts as signed. */
export const ReleaseStanding = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting') }),
  /** Another release of the area was signed since it was built, so it is not held to everything that is published. */
  z.strictObject({ state: z.literal('superseded') }),
  z.strictObject({ state: z.literal('signed'), by: PersonId, at: Instant }),
  /** Built before a second person had to sign: nobody's signature is kept. */
  z.strictObject({ state: z.literal('before-signatures') }),
  z.strictObject({ state: z.literal('turned-down'), by: PersonId, at: Instant, reason: TurnDownReason }),
])
export type ReleaseStanding = z.infer<typeof ReleaseStanding>

/** Whether readers get a release that stands so. */
export function isPublished({ state }: ReleaseStanding): boolean {
  return state === 'signed' || state === 'before-signatures'
}

/** What keeps somebody from deciding on a release; null when nothing does. Whoever built it decides nothing. */
export function decisionRefusal(
  release: Readonly<{ builtBy: PersonId | null; standing: ReleaseStanding }>,
  by: PersonId,
): RefusalCode | null {
  const { state } = release.standing
  if (state === 'superseded') return 'release-superseded'
  if (state !== 'waiting') return 'release-decided'
  return release.builtBy === by ? 'own-release' : null
}
