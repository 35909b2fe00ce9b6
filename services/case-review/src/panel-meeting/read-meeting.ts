import {
  AgeBand,
  AgendaMinutes,
  AreaId,
  CancelMeetingReason,
  CaseId,
  CaseReference,
  CaseState,
  Instant,
  mayDo,
  PackOpening,
  PanelMeetingId,
  PlainDate,
  PlainTime,
  Refusal,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { minutesAt } from '../case-minutes/case-minutes-store.ts'
import { keptPackRules, ruleFor } from '../pack/pack-rule-store.ts'
import { RuleInForce } from '../quorum-rules/quorum-rules-store.ts'
import { requires } from '../rpc.ts'
import { ItemQuorum, quorumOfItem, ruleOf } from './item-quorum.ts'
import { findPlan, placeOfPanel } from './meeting-plan-store.ts'
import { Attendance, attendanceOf, PanelMeeting, Pause, pauseOf } from './panel-meeting-store.ts'
import { NamedCase, proposedFor } from './proposal-store.ts'
import { seenAgenda } from './seen-agenda.ts'

const AgendaItem = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  ageBand: AgeBand,
  monthOfDeath: z.string().regex(/^\d{4}-\d{2}$/),
  /** Where the case stands: it is decided, put back, or still to be discussed. */
  state: CaseState,
  /** How long the panel speaks about it, as was set or is usual for its kind. */
  minutes: AgendaMinutes,
  /** Whether the panel reads it. */
  pack: PackOpening,
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
      version: z.int(),
      startsAt: PlainTime.nullable(),
      endsAt: PlainTime.nullable(),
      place: z.string().nullable(),
      cancelled: z.strictObject({ reason: CancelMeetingReason, at: Instant }).nullable(),
      agenda: z.array(AgendaItem),
      /** By when its pack is to be released. */
      packDueOn: PlainDate,
      /** The cases that wait for their summary, for whoever arranges meetings; null for everybody else. */
      proposed: z.array(NamedCase).nullable(),
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
      const plan = await findPlan(tx, { areaId, panelMeetingId })
      if (plan === null) throw new Refusal('not-found')
      const { members, ...meeting } = found
      const quorumRule = await ruleOf(tx, areaId, meeting)
      const usual = await minutesAt(tx, areaId, meeting)
      const attendance = await attendanceOf(tx, areaId, panelMeetingId)
      const proposed = mayDo(person, 'panel-meeting:arrange')
        ? await proposedFor(tx, { areaId, panelMeetingId }, person.personId)
        : null
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'panel-meeting.read', object: { kind: 'panel-meeting', id: panelMeetingId } },
        ...[...items, ...(proposed ?? [])].map(({ caseId }) => ({
          action: 'panel-meeting.read',
          object: { kind: 'case', id: caseId },
        })),
      )
      const { version, startsAt, endsAt, cancelledAt, cancelReason } = plan
      return {
        ...meeting,
        version,
        startsAt,
        endsAt,
        place: await placeOfPanel(tx, await areaCipher(tx, parts.keys, areaId), { areaId, panelMeetingId }),
        cancelled:
          cancelledAt === null || cancelReason === null ? null : { reason: cancelReason, at: cancelledAt },
        quorumRule,
        proposed,
        packDueOn: ruleFor(await keptPackRules(tx, areaId), meeting.heldOn, today).releaseBy,
        agenda: items.map(({ caseId, reference, ageBand, diedOn, state, minutes, pack, notCounted }) => ({
          caseId,
          reference,
          ageBand,
          monthOfDeath: diedOn.slice(0, 7),
          state,
          minutes: minutes ?? usual,
          pack,
          quorum: quorumOfItem(quorumRule, { present: attendance, members }, notCounted),
        })),
        attendance,
        pause: await pauseOf(tx, areaId, panelMeetingId),
      }
    })
  })
