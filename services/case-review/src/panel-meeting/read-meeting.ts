import { AgeBand, AreaId, CaseId, CaseReference, CaseState, PanelMeetingId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { RuleInForce } from '../quorum-rules/quorum-rules-store.ts'
import { requires } from '../rpc.ts'
import { ItemQuorum, quorumOfItem, ruleOf } from './item-quorum.ts'
import { Attendance, attendanceOf, PanelMeeting, Pause, pauseOf } from './panel-meeting-store.ts'
import { seenAgenda } from './seen-agenda.ts'

const AgendaItem = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  ageBand: AgeBand,
  monthOfDeath: z.string().regex(/^\d{4}-\d{2}$/),
  /** Where the case stands: it is decided, put back, or still to be discussed. */
  state: CaseState,
  quorum: ItemQuorum,
})

/**
 * A meeting with its agenda as this person may see it: an item they withdrew from is not there.
 * @throws Refusal `statement-not-signed` for somebody of the panel who has not signed the confidentiality statement
 */
export const readMeeting = requires('panel-meeting:read')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId }))
  .output(
    PanelMeeting.extend({
      quorumRule: RuleInForce,
      agenda: z.array(AgendaItem),
      attendance: z.array(Attendance),
      /** That it ended with a pause, once that is recorded. */
      pause: Pause.nullable(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, panelMeetingId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const today = parts.clock.today()
      const { meeting: found, items } = await seenAgenda(tx, person, areaId, panelMeetingId, today)
      const { members, ...meeting } = found
      const quorumRule = await ruleOf(tx, areaId, meeting)
      const attendance = await attendanceOf(tx, areaId, panelMeetingId)
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'panel-meeting.read', object: { kind: 'panel-meeting', id: panelMeetingId } },
        ...items.map(({ caseId }) => ({
          action: 'panel-meeting.read',
          object: { kind: 'case', id: caseId },
        })),
      )
      return {
        ...meeting,
        quorumRule,
        agenda: items.map(({ caseId, reference, ageBand, diedOn, state, notCounted }) => ({
          caseId,
          reference,
          ageBand,
          monthOfDeath: diedOn.slice(0, 7),
          state,
          quorum: quorumOfItem(quorumRule, { present: attendance, members }, notCounted),
        })),
        attendance,
        pause: await pauseOf(tx, areaId, panelMeetingId),
      }
    })
  })
