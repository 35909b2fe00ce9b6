import { AgeBand, AreaId, CaseId, CaseReference, PanelMeetingId, PlainDate, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { seenAgenda } from '../panel-meeting/seen-agenda.ts'
import { requires } from '../rpc.ts'
import { interestsIn, MemberInterest, Traces, tracesIn } from './meeting-conflicts.ts'

const Item = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  ageBand: AgeBand,
  monthOfDeath: z.string(),
  traces: Traces,
  interests: z.array(MemberInterest),
})

/**
 * For each case on an agenda whose interest in it is recorded as what, and what proposes that others declare one. Whoever
 * is in no case of it was not asked yet. A case the asker withdrew from is not there. Audited, case by case.
 */
export const listConflicts = requires('conflict:record')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId }))
  .output(z.strictObject({ heldOn: PlainDate, items: z.array(Item) }))
  .query(({ ctx: { actor, parts }, input: { areaId, panelMeetingId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const today = parts.clock.today()
      const { meeting, items } = await seenAgenda(tx, person, areaId, panelMeetingId, today)
      const caseIds = items.map(({ caseId }) => caseId)
      const interests = await interestsIn(tx, areaId, caseIds)
      const traces = await tracesIn(tx, areaId, caseIds)
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'conflict.list', object: { kind: 'panel-meeting', id: panelMeetingId } },
        ...caseIds.map((id) => ({ action: 'conflict.list', object: { kind: 'case', id } })),
      )
      return {
        heldOn: meeting.heldOn,
        items: items.map(({ caseId, reference, ageBand, diedOn }) => ({
          caseId,
          reference,
          ageBand,
          monthOfDeath: diedOn.slice(0, 7),
          traces: traces.get(caseId) ?? { asked: [], doctors: [] },
          interests: interests.get(caseId) ?? [],
        })),
      }
    })
  })
