import type { Db } from '@cdop/database'
import {
  AreaId,
  CancelMeetingReason,
  type CaseId,
  type CaseState,
  PanelMeetingId,
  Refusal,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { stepCase } from '../case/case-steps.ts'
import { type CaseRow, findCase, setNextClock } from '../case/case-store.ts'
import { settledAs } from '../deferral/settled-as.ts'
import { announceChange } from '../panel-invitation/announce-change.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { casesWaitingFor, hasDecided, markPanelCancelled } from './meeting-plan-store.ts'
import { dropProposalsFor } from './proposal-store.ts'
import { planToChange } from './seen-plan.ts'

/**
 * Calls a meeting off at which nothing was decided. Its cases are as ready for a panel as they were, and keep their summary.
 * Whoever was invited is told, unless its day is over.
 * @throws Refusal `panel-meeting-decided`, `meeting-over`, `stale`, `not-found`
 */
export const cancelMeeting = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      panelMeetingId: PanelMeetingId,
      version: z.int().positive(),
      reason: CancelMeetingReason,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, panelMeetingId, reason } = input
    const of = { areaId, panelMeetingId }
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'panel-meeting.cancel', input, outcome: z.null() },
      async (tx) => {
        const plan = await planToChange(tx, input)
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
        await markPanelCancelled(tx, of, { reason, by: person.personId, at: parts.clock.now() })
        if (plan.heldOn >= parts.clock.today()) await announceChange(tx, { actor, parts }, of)
        await parts.audit.record(tx, actor, areaId, {
          action: 'panel-meeting.cancel',
          object: { kind: 'panel-meeting', id: panelMeetingId },
        })
        return null
      },
    )
  })

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
