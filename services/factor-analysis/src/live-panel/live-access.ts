import type { CaseReviewRouter } from '@cdop/case-review/api'
import {
  type Actor,
  AreaId,
  CaseId,
  type FieldClass,
  PanelMeetingId,
  type PersonId,
  Refusal,
} from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { z } from 'zod'
import { passFor } from '../analysis/case-access.ts'

/** The live panel on a case at a meeting, with case-review's pass for that case. */
export const AskedLive = z.strictObject({
  areaId: AreaId,
  caseId: CaseId,
  panelMeetingId: PanelMeetingId,
  pass: z.string().max(4_000),
})
type AskedLive = z.infer<typeof AskedLive>

/** Who asks, on whose authority. */
type Asking = { actor: Actor; assertion: string | null; parts: ServiceParts }

/** Lets a request on with a pass for one of these classes. @throws Refusal `not-found` */
export async function passForAny(
  { actor, parts }: Pick<Asking, 'actor' | 'parts'>,
  asked: AskedLive,
  classes: readonly FieldClass[],
): Promise<void> {
  for (const [at, fieldClass] of classes.entries()) {
    try {
      return await passFor(parts.keyring, actor, asked, fieldClass)
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || at === classes.length - 1) throw thrown
    }
  }
}

/**
 * Lets a chair decide on a case at this meeting, and says who is present for it.
 * @throws Refusal `not-found`, `case-on-hold`, `not-allowed-in-this-state`, `date-in-future` before the day of the meeting
 */
export async function decidingChair(
  { actor, assertion, parts }: Asking,
  asked: AskedLive,
): Promise<{ by: PersonId; present: readonly PersonId[] }> {
  await passFor(parts.keyring, actor, asked)
  if (assertion === null || actor.kind !== 'person') throw new Refusal('not-found')
  const { areaId, caseId, panelMeetingId } = asked
  const caseReview = parts.call<CaseReviewRouter>('case-review', { kind: 'assertion', assertion })
  const { heldOn, present } = await caseReview.livePanel.deciding.query({ areaId, caseId, panelMeetingId })
  if (heldOn > parts.clock.today()) throw new Refusal('date-in-future')
  return { by: actor.personId, present }
}
