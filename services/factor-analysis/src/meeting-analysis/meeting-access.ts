import type { CaseReviewRouter } from '@cdop/case-review/api'
import {
  type Actor,
  AreaId,
  CaseId,
  type FieldClass,
  type PersonId,
  type PlainDate,
  Refusal,
  ReviewMeetingId,
} from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { z } from 'zod'
import { passFor } from '../analysis/case-access.ts'
import type { MeetingOf } from './meeting-draft-store.ts'

/** Which meeting of which case somebody means, with case-review's pass for that case. */
export const AskedMeeting = z.strictObject({
  areaId: AreaId,
  caseId: CaseId,
  reviewMeetingId: ReviewMeetingId,
  pass: z.string().max(4_000),
})
type AskedMeeting = z.infer<typeof AskedMeeting>

/** Who asks, on whose authority. */
export type Asking = { actor: Actor; assertion: string | null; parts: ServiceParts }

/** What may be read of a review meeting may be drafted out of it: what agencies returned, and who the child was. */
const NEEDED: FieldClass = 'agency-return'

/** case-review, on the authority of whoever asks. @throws Refusal `not-found` */
export function caseReviewFor({ assertion, parts }: Asking) {
  if (assertion === null) throw new Refusal('not-found')
  return parts.call<CaseReviewRouter>('case-review', { kind: 'assertion', assertion })
}

export type DraftableMeeting = MeetingOf & {
  heldOn: PlainDate | null
  /** It was held, and the case is still before the panel's review. */
  mayWrite: boolean
}

/**
 * Lets a request on with case-review's pass for the case, and only to a meeting that case-review says is one of it.
 * @throws Refusal `not-found`
 */
export async function draftableMeeting(asking: Asking, input: AskedMeeting): Promise<DraftableMeeting> {
  const { areaId, caseId, reviewMeetingId } = input
  await passFor(asking.parts.keyring, asking.actor, input, NEEDED)
  const asked = { areaId, caseId, reviewMeetingId }
  const found = await caseReviewFor(asking).reviewMeeting.draftable.query(asked)
  const { heldOn, open } = found
  return { areaId, reviewMeetingId, caseId: found.caseId, heldOn, mayWrite: open && heldOn !== null }
}

/** @throws Refusal `not-found`, `not-allowed-in-this-state` before it was held and once the panel has reviewed the case */
export async function writableMeeting(asking: Asking, input: AskedMeeting): Promise<MeetingOf> {
  const { mayWrite, heldOn: _, ...of } = await draftableMeeting(asking, input)
  if (!mayWrite) throw new Refusal('not-allowed-in-this-state')
  return of
}

/** @throws Refusal `not-found` for whoever is no person */
export function writerOf(actor: Actor): PersonId {
  if (actor.kind !== 'person') throw new Refusal('not-found')
  return actor.personId
}
