import { randomUUID } from 'node:crypto'
import { AreaId, CaseId, Refusal, ReviewMeetingId, ReviewMeetingKind, requireArea } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { refuseIdentifiers } from '../screening/refuse-identifiers.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { insertReviewMeeting, replan } from './meeting-store.ts'
import { MeetingPlace, MeetingTimes } from './review-meeting.ts'
import { requirePlanned, seeMeeting, seeMeetingCase } from './seen-meeting.ts'
import { wakeInvitations } from './wake-invitations.ts'

const outcome = z.strictObject({ reviewMeetingId: ReviewMeetingId })

const Planned = z.strictObject({
  areaId: AreaId,
  caseId: CaseId,
  key: AttemptKey,
  ...MeetingTimes.shape,
  ...MeetingPlace.shape,
})

/** What invitations say of the place is looked through before anything is kept: it leaves by mail. */
const saidOf = ({ place, chairedBy }: MeetingPlace) => `${place}\n${chairedBy}`

/**
 * Plans a child death review meeting, or writes down one that was. Several may be planned of one child.
 * @throws Refusal `identifiers-in-summary`, `not-allowed-in-this-state`, `dates-out-of-order`, `transfer-open`
 */
export const arrangeReviewMeeting = requires('review-meeting:record')
  .input(Planned.extend({ kind: ReviewMeetingKind }))
  .output(outcome)
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, kind, plannedOn, startsAt, endsAt, place, chairedBy } = input
    requireArea(actor, areaId)
    await parts.database.transaction(actor, async (tx) => {
      requireClass(await seeCase(tx, person, areaId, caseId), 'identity')
    })
    await refuseIdentifiers({ actor, assertion, parts }, { areaId, caseId, text: saidOf(input) })
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'review-meeting.arrange', input, outcome },
      async (tx) => {
        const { found } = await seeMeetingCase(tx, person, areaId, caseId)
        requireNotOffered(found, parts.clock.now())
        requireTimes(input, found)
        const reviewMeetingId = ReviewMeetingId.parse(randomUUID())
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        await insertReviewMeeting(
          tx,
          cipher,
          { areaId, reviewMeetingId },
          {
            caseId,
            kind,
            plannedOn,
            startsAt,
            endsAt,
            where: { place, chairedBy },
            arrangedBy: person.personId,
            arrangedAt: parts.clock.now(),
          },
        )
        await parts.audit.record(tx, actor, areaId, {
          action: 'review-meeting.arrange',
          object: { kind: 'case', id: caseId },
        })
        return { reviewMeetingId }
      },
    )
  })

/**
 * Moves a meeting to another time or place; whoever was invited is told.
 * @throws Refusal as `arrangeReviewMeeting`, and `meeting-over`, `stale`
 */
export const changeReviewMeeting = requires('review-meeting:record')
  .input(Planned.extend({ reviewMeetingId: ReviewMeetingId, version: z.number().int().positive() }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, assertion, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, reviewMeetingId, plannedOn, startsAt, endsAt, place, chairedBy } = input
    requireArea(actor, areaId)
    await parts.database.transaction(actor, async (tx) => {
      requireClass(await seeCase(tx, person, areaId, caseId), 'identity')
    })
    await refuseIdentifiers({ actor, assertion, parts }, { areaId, caseId, text: saidOf(input) })
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'review-meeting.change', input, outcome: z.null() },
      async (tx) => {
        const { seen, meeting } = await seeMeeting(tx, person, input)
        requireNotOffered(seen.found, parts.clock.now())
        requirePlanned(meeting)
        requireTimes(input, seen.found)
        const cipher = await caseCipher(tx, parts.keys, areaId, meeting.caseId)
        const where = { place, chairedBy }
        await replan(tx, cipher, { areaId, reviewMeetingId }, { plannedOn, startsAt, endsAt, where })
        await wakeInvitations(tx, { areaId, reviewMeetingId }, meeting.sequence + 1)
        await parts.audit.record(tx, actor, areaId, {
          action: 'review-meeting.change',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })

/** @throws Refusal `dates-out-of-order` naming what is wrong */
function requireTimes(
  { plannedOn, startsAt, endsAt }: z.infer<typeof MeetingTimes>,
  { diedOn }: { diedOn: string },
): void {
  if (plannedOn < diedOn) throw new Refusal('dates-out-of-order', ['plannedOn'])
  if (endsAt <= startsAt) throw new Refusal('dates-out-of-order', ['endsAt'])
}
