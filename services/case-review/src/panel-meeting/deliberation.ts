import {
  AreaId,
  CaseId,
  PanelMeetingId,
  PanelMeetingKind,
  PlainDate,
  Refusal,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requireDeciding } from '../conflict/conflict-standing.ts'
import { askedOfPanel } from '../family/panel-questions.ts'
import { refuseHeld } from '../hold/held-case.ts'
import { RuleInForce } from '../quorum-rules/quorum-rules-store.ts'
import { requires } from '../rpc.ts'
import { ItemQuorum, quorumOfItem, ruleOf } from './item-quorum.ts'
import { findListing } from './listing-store.ts'
import { agendaOf, attendanceOf, findMeeting } from './panel-meeting-store.ts'

/**
 * The meeting that deliberates on a case and whether it can decide: what agreeing the analysis rests on.
 * @throws Refusal `present-for-facts-only` for whoever does not decide it: another chair or deputy has to; `case-on-hold`
 * while something keeps the panel waiting
 */
export const deliberation = requires('analysis:agree')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(
    ItemQuorum.extend({
      panelMeetingId: PanelMeetingId,
      heldOn: PlainDate,
      kind: PanelMeetingKind,
      quorumRule: RuleInForce,
      /** When the panel first finished the review, of one that was reopened. */
      firstReviewedOn: PlainDate.nullable(),
      /** How many questions of the family the panel has neither answered nor said why not. */
      familyQuestionsOpen: z.int().nonnegative(),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId, { today: parts.clock.today() })
      requireClass(seen, 'analysis')
      await requireDeciding(tx, person, areaId, seen.found)
      await refuseHeld(tx, areaId, seen.found)
      const listing = await findListing(tx, areaId, caseId)
      if (listing === null) throw new Refusal('not-found')
      const { panelMeetingId, heldOn } = listing
      const meeting = await findMeeting(tx, areaId, panelMeetingId)
      if (meeting === null) throw new Error('a case is listed for a meeting that is there')
      const { kind, members } = meeting
      const quorumRule = await ruleOf(tx, areaId, meeting)
      const present = await attendanceOf(tx, areaId, panelMeetingId)
      const item = (await agendaOf(tx, areaId, panelMeetingId)).find((row) => row.caseId === caseId)
      await parts.audit.record(tx, actor, areaId, {
        action: 'panel-meeting.deliberation',
        object: { kind: 'case', id: caseId },
      })
      const { firstReviewedOn } = seen.found
      const quorum = quorumOfItem(quorumRule, { present, members }, item?.notCounted ?? [])
      const { open: familyQuestionsOpen } = await askedOfPanel(tx, parts.keys, areaId, seen.found)
      return {
        panelMeetingId,
        heldOn,
        kind,
        quorumRule,
        firstReviewedOn,
        familyQuestionsOpen,
        ...quorum,
      }
    })
  })
