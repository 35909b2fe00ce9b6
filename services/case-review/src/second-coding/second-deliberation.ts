import { AreaId, CaseId, PanelMeetingId, PersonId, PlainDate, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { outcomesOf } from '../conflict/conflict-store.ts'
import { ItemQuorum, quorumOfItem, ruleOf } from '../panel-meeting/item-quorum.ts'
import { attendanceOf } from '../panel-meeting/panel-meeting-store.ts'
import { requires } from '../rpc.ts'
import { admittedCoder } from './admitted-coder.ts'
import { requireFactorAnalysis } from './after-review.ts'

/**
 * Whether a second meeting can decide how a case is coded, when it was held, and who decides there.
 * @throws Refusal as `admittedCoder`
 */
export const secondDeliberation = requires('double-coding:code')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, panelMeetingId: PanelMeetingId }))
  .output(ItemQuorum.extend({ heldOn: PlainDate, decidedBy: z.array(PersonId) }))
  .query(({ ctx: { actor, caller, parts }, input }) => {
    requireFactorAnalysis(caller)
    const { areaId, caseId, panelMeetingId } = input
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const { found, meeting } = await admittedCoder(tx, person, { ...input, today: parts.clock.today() })
      const present = await attendanceOf(tx, areaId, panelMeetingId)
      const notCounted = [...(await outcomesOf(tx, areaId, found.caseIds))].flatMap(([who, outcome]) =>
        outcome === 'none' ? [] : [who],
      )
      const rule = await ruleOf(tx, areaId, meeting)
      await parts.audit.record(tx, actor, areaId, {
        action: 'second-coding.deliberation',
        object: { kind: 'case', id: caseId },
      })
      return {
        ...quorumOfItem(rule, { present, members: meeting.members }, notCounted),
        heldOn: meeting.heldOn,
        decidedBy: present.map(({ personId }) => personId).filter((one) => !notCounted.includes(one)),
      }
    })
  })
