import {
  AgeBand,
  AreaId,
  CaseId,
  CaseReference,
  PanelMeetingId,
  PanelMeetingKind,
  PersonId,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { askedOfPanel } from '../family/panel-questions.ts'
import { ItemQuorum, quorumOfItem, ruleOf } from '../panel-meeting/item-quorum.ts'
import { Attendance, agendaOf, attendanceOf, findMeeting } from '../panel-meeting/panel-meeting-store.ts'
import { RuleInForce } from '../quorum-rules/quorum-rules-store.ts'
import { requires } from '../rpc.ts'
import { seatPass, takeSeat } from './seat.ts'

/** Who is there for a case, who is in conflict with it, and whether the panel could decide. */
const Around = z.strictObject({
  kind: PanelMeetingKind,
  quorumRule: RuleInForce,
  quorum: ItemQuorum,
  attendance: z.array(Attendance),
  /** Who withdrew from it. */
  conflicted: z.array(PersonId),
  /** Who is there for the facts alone. */
  forFacts: z.array(PersonId),
  /** How many questions the family put to the panel, and how many it has neither answered nor said why not. */
  familyQuestions: z.strictObject({ asked: z.int().nonnegative(), open: z.int().nonnegative() }),
})

/**
 * What the live panel shows of a case: its reference and age band, to whoever may follow it. Attendance and conflicts are
 * for whoever agrees the analysis: that somebody is in conflict is nobody else's to know. Audited first.
 * @throws Refusal `not-found`, `statement-not-signed`
 */
export const openSeat = requires('live-panel:watch')
  .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId, caseId: CaseId }))
  .output(
    z.strictObject({
      reference: CaseReference,
      ageBand: AgeBand,
      heldOn: PlainDate,
      around: Around.nullable(),
      pass: z.string(),
    }),
  )
  .query(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, panelMeetingId, caseId } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seat = await takeSeat(tx, person, input, parts.clock.today())
      const { seen, listing } = seat
      await parts.audit.record(tx, actor, areaId, {
        action: 'live-panel.follow',
        object: { kind: 'case', id: caseId },
      })
      const { reference, ageBand } = seen.found
      const pass = await seatPass(parts.keyring, person, caseId, seat)
      const { heldOn } = listing
      if (!seen.classes.includes('analysis')) return { reference, ageBand, heldOn, around: null, pass }
      const meeting = await findMeeting(tx, areaId, panelMeetingId)
      if (meeting === null) throw new Error('a case is listed for a meeting that is there')
      const { kind, members } = meeting
      const quorumRule = await ruleOf(tx, areaId, meeting)
      const attendance = await attendanceOf(tx, areaId, panelMeetingId)
      const item = (await agendaOf(tx, areaId, panelMeetingId)).find((row) => row.caseId === caseId)
      const conflicted = item?.conflicted ?? []
      const notCounted = item?.notCounted ?? []
      const forFacts = notCounted.filter((personId) => !conflicted.includes(personId))
      const quorum = quorumOfItem(quorumRule, { present: attendance, members }, notCounted)
      const familyQuestions = await askedOfPanel(tx, parts.keys, areaId, seen.found)
      const around = { kind, quorumRule, quorum, attendance, conflicted, forFacts, familyQuestions }
      return { reference, ageBand, heldOn, around, pass }
    })
  })
