import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  type CancelMeetingReason,
  type CaseId,
  type CaseState,
  type PersonId,
  Refusal,
} from '@cdop/domain'
import { stepCase } from '../case/case-steps.ts'
import { type CaseRow, findCase, setNextClock } from '../case/case-store.ts'
import { settledAs } from '../deferral/settled-as.ts'
import { announceChange } from '../panel-invitation/announce-change.ts'
import type { Parts } from '../parts.ts'
import { casesWaitingFor, hasDecided, type MeetingPlan, markPanelCancelled } from './meeting-plan-store.ts'
import { dropProposalsFor } from './proposal-store.ts'

/**
 * Calls a meeting off that is locked: its cases are as ready for a panel as they were, and keep their summary, and whoever was
 * invited is told, unless its day is over. Audited, case by case.
 * @throws Refusal `panel-meeting-decided`
 */
export async function callOff(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: Parts },
  { panelMeetingId, heldOn }: MeetingPlan,
  { areaId, reason, by }: { areaId: AreaId; reason: CancelMeetingReason; by: PersonId },
): Promise<void> {
  const of = { areaId, panelMeetingId }
  const cases = await casesWaitingFor(tx, of)
  if (await hasDecided(tx, of)) throw new Refusal('panel-meeting-decided')
  for (const caseId of cases) {
    const state = await takeOff(tx, parts, areaId, caseId)
    await parts.audit.record(tx, actor, areaId, {
      action: 'panel-meeting.cancel',
      object: { kind: 'case', id: caseId },
    })
    if (state === null) continue
    await parts.publisher.publish(tx, actor, areaId, {
      type: 'case.resumed.v1',
      subject: caseId,
      payload: { caseId, state },
    })
  }
  await dropProposalsFor(tx, of)
  await markPanelCancelled(tx, of, { reason, by, at: parts.clock.now() })
  if (heldOn >= parts.clock.today()) await announceChange(tx, { actor, parts }, of)
  await parts.audit.record(tx, actor, areaId, {
    action: 'panel-meeting.cancel',
    object: { kind: 'panel-meeting', id: panelMeetingId },
  })
}

/** Takes a case off the agenda, by steps of the table; null for one that a merge keeps aside. */
async function takeOff(tx: Db, parts: Parts, areaId: AreaId, caseId: CaseId): Promise<CaseState | null> {
  let found = await findCase(tx, areaId, caseId)
  if (found === null) throw new Error('a case of the agenda is there')
  const ready = await readyAgainAs(tx, parts, areaId, found)
  if (found.mergedInto !== null) {
    await tx`
      update case_review.cases set state_before_merge = ${ready}, version = version + 1
      where area_id = ${areaId} and case_id = ${caseId}
    `
    return null
  }
  const steps: CaseState[] =
    ready === 'reopened' ? [ready] : ready === 'gathering' ? [ready] : ['gathering', ready]
  for (const next of ['deferred' as const, ...steps]) found = await stepCase(tx, areaId, found, next)
  await setNextClock(tx, areaId, caseId)
  return found.state
}

/** Where a case stood before it was listed: a review that was reopened is one again. */
async function readyAgainAs(tx: Db, parts: Parts, areaId: AreaId, found: CaseRow): Promise<CaseState> {
  if (found.firstReviewedOn !== null) return 'reopened'
  return (await settledAs(tx, parts, areaId, found)) ?? 'gathering'
}
