import {
  AreaId,
  CaseState,
  MeetingStage,
  PlainTime,
  quorumRuleInForce,
  requireArea,
  stageOfMeeting,
} from '@cdop/domain'
import { z } from 'zod'
import { decideCaseAccess } from '../access/decide-case-access.ts'
import { requirePerson } from '../area/area-access.ts'
import { keptQuorumRules, RuleInForce } from '../quorum-rules/quorum-rules-store.ts'
import { isGuest, seatsOf } from '../regional-meeting/opened-meeting.ts'
import { requires } from '../rpc.ts'
import { meetingsOf, PanelMeeting } from './panel-meeting-store.ts'

const MeetingRow = PanelMeeting.extend({
  startsAt: PlainTime.nullable(),
  stage: MeetingStage,
  cases: z.number().int(),
  quorumRule: RuleInForce,
})

/**
 * The panel meetings of the area, newest first, each with the rule by which it is quorate. For somebody of another area there are
 * those they have a seat at.
 */
export const listMeetings = requires('panel-meeting:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ rows: z.array(MeetingRow) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    const person = requirePerson(actor)
    const { personId } = person
    const own = { pack: 'not-released', conflicted: false, keyWorker: false } as const
    const facts = { listed: true, seat: 'member', ...own } as const
    const states = CaseState.options.filter((state) => decideCaseAccess(person, { ...facts, state }) !== null)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-meeting.list',
        object: { kind: 'area', id: areaId },
      })
      const rules = await keptQuorumRules(tx, areaId)
      const all = await meetingsOf(tx, areaId, { personId, states })
      const today = parts.clock.today()
      const seats = isGuest(person) ? await seatsOf(tx, person, areaId, today) : null
      const meetings = all.filter(({ panelMeetingId }) => seats === null || seats.has(panelMeetingId))
      return {
        rows: meetings.map(({ cancelled, attended, ...meeting }) => ({
          ...meeting,
          stage: stageOfMeeting({ ...meeting, cancelled, attended }, today),
          quorumRule: quorumRuleInForce(rules, meeting.kind, meeting.heldOn),
        })),
      }
    })
  })
