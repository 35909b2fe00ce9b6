import type { Db } from '@cdop/database'
import { type PayloadOf, Refusal, type ServiceActor } from '@cdop/domain'
import { findCase, setNextClock } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { findReviewMeeting, markReported } from './meeting-store.ts'

type Finished = PayloadOf<'meeting-analysis.finished.v1'>

/**
 * The draft analysis of a review meeting was sent to the panel: with it the report of the meeting has come. Where that was
 * recorded before, by hand or by an earlier draft, the first day stands. A case another area took over, and one that is
 * none, is left as it is.
 */
export async function reportOnDraft(
  tx: Db,
  { actor, parts, finished }: { actor: ServiceActor; parts: Parts; finished: Finished },
): Promise<void> {
  const { areaId } = actor
  const { caseId, reviewMeetingId, finishedOn, finishedBy } = finished
  const found = await findCase(tx, areaId, caseId, { lock: true })
  if (found === null) throw new Refusal('not-found')
  if (found.state === 'reported-in-error' || found.state === 'transferred') return
  const of = { areaId, reviewMeetingId }
  const meeting = await findReviewMeeting(tx, of)
  if (meeting === null || meeting.caseId !== caseId || meeting.heldOn === null) return
  const by = { by: finishedBy, at: parts.clock.now() }
  if (!(await markReported(tx, of, { receivedOn: finishedOn, ...by }))) return
  await setNextClock(tx, areaId, caseId)
  await parts.audit.record(tx, actor, areaId, {
    action: 'review-meeting.record-report',
    object: { kind: 'case', id: caseId },
  })
  await parts.publisher.publish(tx, actor, areaId, {
    type: 'review-meeting.reported.v1',
    subject: caseId,
    payload: { caseId, reviewMeetingId, receivedOn: finishedOn },
  })
}
