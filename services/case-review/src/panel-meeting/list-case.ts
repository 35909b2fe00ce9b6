import { AreaId, CaseId, PanelMeetingId, Refusal, requireArea, text } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { stepCase } from '../case/case-steps.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { questionCounts } from '../deferral/deferral-store.ts'
import { refuseHeld } from '../hold/held-case.ts'
import { GoingOn, passGate } from '../ready-gate/pass-gate.ts'
import { requires } from '../rpc.ts'
import { refuseIdentifiers } from '../screening/refuse-identifiers.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { saveListing } from './listing-store.ts'
import { findPlan } from './meeting-plan-store.ts'
import { dropProposal } from './proposal-store.ts'

/**
 * Puts a case on the agenda of a meeting, with a summary the panel can read without learning who the child was. What the case
 * lacks for a panel is passed with a reason for each thing.
 * @throws Refusal `identifiers-in-summary`, `case-on-hold`, `panel-questions-open`, `transfer-open`, `dates-out-of-order`,
 * `not-allowed-in-this-state`, `not-confirmed`, `meeting-over`, `not-ready-for-panel`
 */
export const listCaseForPanel = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      panelMeetingId: PanelMeetingId,
      summary: text(10_000),
      goingOn: GoingOn.default([]),
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, panelMeetingId, summary, goingOn } = input
    requireArea(actor, areaId)
    await parts.database.transaction(actor, async (tx) => {
      requireClass(await seeCase(tx, person, areaId, caseId), 'identity')
    })
    await refuseIdentifiers({ actor, assertion, parts }, { areaId, caseId, text: summary })
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'case.list-for-panel', input, outcome: z.null() },
      async (tx) => {
        const { found } = await seeCase(tx, person, areaId, caseId, { lock: true })
        requireNotOffered(found, parts.clock.now())
        await refuseHeld(tx, areaId, found)
        const meeting = await findPlan(tx, { areaId, panelMeetingId }, 'share')
        if (meeting === null) throw new Refusal('not-found')
        if (meeting.cancelledAt !== null) throw new Refusal('meeting-over')
        if (meeting.heldOn < found.diedOn) throw new Refusal('dates-out-of-order', ['heldOn'])
        const { open } = await questionCounts(tx, areaId, found.caseIds)
        if (open > 0) throw new Refusal('panel-questions-open')
        await stepCase(tx, areaId, found, 'listed')
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        const place = { areaId, caseId }
        const at = parts.clock.now()
        const by = person.personId
        const passed = await passGate(tx, parts, areaId, found, { goingOn, by, at })
        await saveListing(tx, cipher, place, { panelMeetingId, summary, by, at })
        await dropProposal(tx, areaId, caseId)
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'case.list-for-panel',
          object: { kind: 'case', id: caseId },
        })
        if (passed > 0) {
          await parts.audit.record(tx, actor, areaId, {
            action: 'case.list-for-panel-without',
            object: { kind: 'case', id: caseId },
          })
        }
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'case.listed.v1',
          subject: caseId,
          payload: { caseId, panelMeetingId },
        })
        return null
      },
    )
  })
