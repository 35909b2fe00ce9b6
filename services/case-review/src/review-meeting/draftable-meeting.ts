import type { Db } from '@cdop/database'
import {
  AreaId,
  CaseId,
  type Instant,
  mayGather,
  type Person,
  PlainDate,
  Refusal,
  ReviewMeetingId,
  ReviewMeetingKind,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { refuseIdentifiers } from '../screening/refuse-identifiers.ts'
import { isOffered } from '../transfer/offer-store.ts'
import { findReviewMeeting, meetingsOfCases } from './meeting-store.ts'

const OfMeeting = z.strictObject({ areaId: AreaId, caseId: CaseId, reviewMeetingId: ReviewMeetingId })

const Draftable = z.strictObject({
  /** The case whose meeting it is: of two that were merged, its own. */
  caseId: CaseId,
  /** Null for a meeting that was not held, or not yet: of it nothing is drafted. */
  heldOn: PlainDate.nullable(),
  /** The case is before the panel's review, and no other area was offered it. */
  open: z.boolean(),
})

/** @throws Refusal `not-found` for another case's meeting, and for whoever may not read of it */
async function draftable(
  tx: Db,
  person: Person,
  { areaId, caseId, reviewMeetingId }: z.infer<typeof OfMeeting>,
  now: Instant,
): Promise<z.infer<typeof Draftable>> {
  const seen = await seeCase(tx, person, areaId, caseId)
  requireClass(seen, 'agency-return')
  const { found } = seen
  const meeting = await findReviewMeeting(tx, { areaId, reviewMeetingId })
  if (meeting === null || !found.caseIds.includes(meeting.caseId)) throw new Refusal('not-found')
  const open = mayGather(found.state) && !isOffered(found, now)
  return { caseId: meeting.caseId, heldOn: meeting.heldOn, open }
}

/** What drafting an analysis out of a review meeting rests on. Audited first. @throws Refusal `not-found` */
export const draftableMeeting = requires('meeting-analysis:draft')
  .input(OfMeeting)
  .output(Draftable)
  .query(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    requireArea(actor, input.areaId)
    return parts.database.transaction(actor, async (tx) => {
      const found = await draftable(tx, person, input, parts.clock.now())
      await parts.audit.record(tx, actor, input.areaId, {
        action: 'review-meeting.draftable',
        object: { kind: 'case', id: input.caseId },
      })
      return found
    })
  })

/** At most as much as one text that is looked through at once. */
const SCREENED_AT_ONCE = 20_000

/**
 * Has what was written in a draft looked through for the child's identifiers, before the panel reads it.
 * @throws Refusal `identifiers-in-summary` naming the kinds found, `not-found`
 */
export const screenMeetingDraft = requires('meeting-analysis:draft')
  .input(OfMeeting.extend({ texts: z.array(z.string().max(SCREENED_AT_ONCE)).max(40) }))
  .output(z.void())
  .query(async ({ ctx: { actor, assertion, parts }, input: { texts, ...of } }) => {
    const person = requirePerson(actor)
    requireArea(actor, of.areaId)
    await parts.database.transaction(actor, (tx) => draftable(tx, person, of, parts.clock.now()))
    const { areaId, caseId } = of
    for (const text of texts) await refuseIdentifiers({ actor, assertion, parts }, { areaId, caseId, text })
  })

/**
 * The held review meetings of a case before the panel, by id: whose drafts the chair may read beside the analysis.
 * Audited first. @throws Refusal `not-found`
 */
export const meetingsBeforePanel = requires('analysis:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(
    z.strictObject({
      meetings: z.array(
        z.strictObject({
          reviewMeetingId: ReviewMeetingId,
          caseId: CaseId,
          kind: ReviewMeetingKind,
          heldOn: PlainDate,
        }),
      ),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId, { today: parts.clock.today() })
      requireClass(seen, 'analysis')
      await parts.audit.record(tx, actor, areaId, {
        action: 'review-meeting.before-panel',
        object: { kind: 'case', id: caseId },
      })
      const meetings = await meetingsOfCases(tx, areaId, seen.found.caseIds)
      return {
        meetings: meetings.flatMap(({ reviewMeetingId, caseId: own, kind, heldOn }) =>
          heldOn === null ? [] : [{ reviewMeetingId, caseId: own, kind, heldOn }],
        ),
      }
    })
  })
