import type { Db } from '@cdop/database'
import { type Instant, type PayloadOf, Refusal, type ServiceActor } from '@cdop/domain'
import { markReportedInError } from '../case/case-steps.ts'
import { findCase, setNextClock } from '../case/case-store.ts'
import { wakeMail } from '../mail/wake-mail.ts'
import { withdrawSubmissions } from '../national-submission/withdraw-submissions.ts'
import type { Parts } from '../parts.ts'
import { toldBefore } from '../reopening/reopening-store.ts'
import { cancelPlannedMeetings } from '../review-meeting/cancel-meeting.ts'
import { oweWithdrawal } from './national-withdrawal-store.ts'
import { recallRequests } from './recall-store.ts'

/**
 * The child did not die: links are dead from now on, every agency that was asked is told once, and the national record
 * is taken back, also what is on its way; where somebody made it elsewhere, its withdrawal is owed. Nobody finds the case in any list again; coordinators keep its trace.
 */
export async function recallOnError(
  tx: Db,
  {
    actor,
    parts,
    error,
    recordedAt,
  }: {
    actor: ServiceActor
    parts: Parts
    error: PayloadOf<'notification.reported-in-error.v1'>
    recordedAt: Instant
  },
): Promise<void> {
  const { areaId } = actor
  const { caseId, reason, nationalDatabaseTold } = error
  const found = await findCase(tx, areaId, caseId, { lock: true })
  if (found === null) throw new Refusal('not-found')
  if (found.state === 'reported-in-error') return
  await markReportedInError(tx, areaId, found, { reason, at: recordedAt })
  await setNextClock(tx, areaId, caseId)
  await cancelPlannedMeetings(tx, areaId, [caseId], parts.clock.now())
  for (const informationRequestId of await recallRequests(tx, areaId, caseId, parts.clock.now())) {
    await wakeMail(tx, { kind: 'recall', areaId, informationRequestId })
    await parts.audit.record(tx, actor, areaId, {
      action: 'information-request.recall',
      object: { kind: 'information-request', id: informationRequestId },
    })
  }
  const sent = await withdrawSubmissions(tx, areaId, caseId, {
    because: 'reported-in-error',
    at: parts.clock.now(),
  })
  // What this product sent it takes back by itself; what somebody told elsewhere, somebody has to take back there.
  const toldOn = found.nationalSubmissionOn ?? (await toldBefore(tx, areaId, caseId))
  const submittedOn = sent.includes('analysis') ? null : toldOn
  if (submittedOn !== null || (nationalDatabaseTold && !sent.includes('notification'))) {
    await oweWithdrawal(tx, areaId, caseId, { submittedOn, since: recordedAt })
  }
  await parts.audit.record(tx, actor, areaId, {
    action: 'case.recall',
    object: { kind: 'case', id: caseId },
  })
}
