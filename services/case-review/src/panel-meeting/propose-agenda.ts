import type { Db } from '@cdop/database'
import {
  AgendaTheme,
  AreaId,
  type Attendee,
  GateItem,
  isOfTheme,
  lengthOfMeeting,
  NotProposedReason,
  PanelAgency,
  PanelMeetingId,
  PersonId,
  PlainDate,
  proposeAgenda as proposed,
  Refusal,
  RequiredAgency,
  readyGate,
  requireArea,
  unmetOf,
} from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { findCase } from '../case/case-store.ts'
import { minutesAt } from '../case-minutes/case-minutes-store.ts'
import type { Parts } from '../parts.ts'
import { gateFacts } from '../ready-gate/gate-facts.ts'
import { requires } from '../rpc.ts'
import { deathFacts } from '../supplementary-form/death-facts.ts'
import { isOffered } from '../transfer/offer-store.ts'
import { quorumOfItem, ruleOf } from './item-quorum.ts'
import { findPlan, type MeetingPlan } from './meeting-plan-store.ts'
import { agendaOf } from './panel-meeting-store.ts'
import { MOST_LOOKED_AT, NamedCase, type ProposableCase, proposableCases } from './proposal-store.ts'

const ShownCase = NamedCase.extend({
  dueOn: PlainDate.nullable(),
  /** What it is to be listed without, for a reason. */
  warns: z.array(GateItem),
  /** It stands on the list of this meeting already. */
  kept: z.boolean(),
})

/**
 * Proposes an agenda for a meeting from the cases that could be listed: of a theme, those due first, as long as there is time,
 * and as far as the panel that is expected could decide them; of all others why not. Nothing is changed.
 * @throws Refusal `not-found`, `meeting-over`
 */
export const proposeAgenda = requires('panel-meeting:arrange')
  .input(
    z.strictObject({
      areaId: AreaId,
      panelMeetingId: PanelMeetingId,
      theme: AgendaTheme,
      /** Who is on the panel, whether or not they will come. */
      expected: z.array(z.strictObject({ personId: PersonId, agency: PanelAgency })).max(500),
    }),
  )
  .output(
    z.strictObject({
      minutesEach: z.int(),
      minutesFree: z.int().nullable(),
      proposed: z.array(ShownCase),
      leftOut: z.array(
        ShownCase.extend({
          because: NotProposedReason,
          blocks: z.array(GateItem),
          missing: z.array(RequiredAgency),
        }),
      ),
      /** There are more cases than were looked at. */
      more: z.boolean(),
    }),
  )
  .query(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, panelMeetingId, theme, expected } = input
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const plan = await findPlan(tx, { areaId, panelMeetingId })
      if (plan === null) throw new Refusal('not-found')
      if (plan.cancelledAt !== null) throw new Refusal('meeting-over')
      const found = await proposableCases(tx, areaId, person.personId, MOST_LOOKED_AT + 1)
      const candidates = []
      for (const one of found.slice(0, MOST_LOOKED_AT)) {
        candidates.push(await candidateOf(tx, parts, areaId, { plan, theme, expected, one }))
      }
      const minutesEach = await minutesAt(tx, areaId, plan)
      const minutesFree = await freeMinutes(tx, areaId, { ...plan, minutesEach }, person.personId)
      const room = { heldOn: plan.heldOn, minutesEach, minutesFree }
      const result = proposed(candidates, room)
      await parts.audit.record(
        tx,
        actor,
        areaId,
        { action: 'panel-meeting.propose-agenda', object: { kind: 'panel-meeting', id: panelMeetingId } },
        ...candidates.map(({ shown }) => ({
          action: 'panel-meeting.propose-agenda',
          object: { kind: 'case', id: shown.caseId },
          fieldClasses: ['agency-return' as const],
        })),
      )
      return {
        minutesEach,
        minutesFree,
        proposed: result.proposed.map(({ shown }) => shown),
        leftOut: result.leftOut.map(({ candidate: { shown, blocks, missing }, because }) => ({
          ...shown,
          because,
          blocks,
          missing,
        })),
        more: found.length > MOST_LOOKED_AT,
      }
    })
  })

type Asked = {
  plan: MeetingPlan
  theme: AgendaTheme
  expected: readonly Attendee[]
  one: ProposableCase
}

async function candidateOf(tx: Db, parts: Parts, areaId: AreaId, { plan, theme, expected, one }: Asked) {
  const found = await findCase(tx, areaId, one.caseId)
  if (found === null) throw new Error('a case that could be listed is there')
  const { findings } = readyGate(await gateFacts(tx, parts, areaId, found), parts.clock.today())
  const { blocks, warns } = unmetOf(findings)
  const rule = await ruleOf(tx, areaId, plan)
  const quorum = quorumOfItem(rule, { present: expected, members: expected.length }, one.notCounted)
  const { caseId, reference, ageBand, diedOn } = found
  const kept = one.proposedFor === plan.panelMeetingId
  return {
    caseId,
    ofTheme: isOfTheme(theme, await deathFacts(tx, parts.keys, areaId, found)),
    diedOn,
    dueOn: one.dueOn,
    offered: isOffered(found, parts.clock.now()),
    blocked: blocks.length > 0,
    elsewhere: one.proposedFor !== null && !kept,
    quorate: quorum.quorate,
    blocks,
    missing: quorum.missing,
    shown: { caseId, reference, ageBand, monthOfDeath: diedOn.slice(0, 7), dueOn: one.dueOn, warns, kept },
  }
}

/** What the length of a meeting leaves beside the cases on it that somebody sees; null where nobody said how long it is. */
async function freeMinutes(
  tx: Db,
  areaId: AreaId,
  { panelMeetingId, startsAt, endsAt, minutesEach }: MeetingPlan & { minutesEach: number },
  personId: Asked['expected'][number]['personId'],
): Promise<number | null> {
  if (startsAt === null || endsAt === null) return null
  const taken = (await agendaOf(tx, areaId, panelMeetingId))
    .filter(({ conflicted }) => !conflicted.includes(personId))
    .reduce((sum, { minutes }) => sum + (minutes ?? minutesEach), 0)
  return lengthOfMeeting({ startsAt, endsAt }) - taken
}
