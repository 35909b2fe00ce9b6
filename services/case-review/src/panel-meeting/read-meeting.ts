import {
  AgeBand,
  AreaId,
  CaseId,
  CaseReference,
  CaseState,
  PanelMeetingId,
  Refusal,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { decideCaseAccess } from '../access/decide-case-access.ts'
import { requirePerson } from '../area/area-access.ts'
import { requireStatement } from '../panel-statement/require-statement.ts'
import { RuleInForce } from '../quorum-rules/quorum-rules-store.ts'
import { requires } from '../rpc.ts'
import { ItemQuorum, quorumOfItem, ruleOf } from './item-quorum.ts'
import {
  Attendance,
  agendaOf,
  attendanceOf,
  findMeeting,
  PanelMeeting,
  Pause,
  pauseOf,
} from './panel-meeting-store.ts'

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
      const found = await findMeeting(tx, areaId, panelMeetingId)
      if (found === null) throw new Refusal('not-found')
      const { members, ...meeting } = found
      const quorumRule = await ruleOf(tx, areaId, meeting)
      await requireStatement(tx, person, areaId, parts.clock.today())
      const attendance = await attendanceOf(tx, areaId, panelMeetingId)
      const items = (await agendaOf(tx, areaId, panelMeetingId)).filter(
        ({ state, conflicted }) =>
          decideCaseAccess(person, {
            state,
            listed: true,
            conflicted: conflicted.includes(person.personId),
            keyWorker: false,
          }) !== null,
      )
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
