import {
  AreaId,
  CaseId,
  FamilyQuestionId,
  isUnanswered,
  PlainDate,
  Refusal,
  ReviewMeetingId,
  requireArea,
} from '@cdop/domain'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { type FamilyQuestion, familyQuestionsOf } from '../family/question-store.ts'
import { requires } from '../rpc.ts'
import { calendarFile } from './calendar-file.ts'
import { invitationsOf } from './invitation-store.ts'
import { invitedMeeting } from './invited-meeting.ts'
import { lastReason } from './last-store.ts'
import { meetingsOfCases, placeOf } from './meeting-store.ts'
import { notesOf } from './notes-store.ts'
import { Invitation, MeetingPlace, NotesEntry, ReviewMeetingRow } from './review-meeting.ts'

const Meeting = ReviewMeetingRow.strip().extend({
  ...MeetingPlace.shape,
  invitations: z.array(Invitation),
  notes: NotesEntry.nullable(),
  /** Why it was said anew whether it was the last one; null where it was not. */
  lastReason: z.string().nullable(),
})

/** What the family asks this meeting, and whether it was answered. */
const PutQuestion = z.strictObject({
  familyQuestionId: FamilyQuestionId,
  asked: z.string(),
  askedOn: PlainDate,
  open: z.boolean(),
})
const putQuestion = ({ familyQuestionId, asked, askedOn, answers, leftOpen }: FamilyQuestion) => ({
  familyQuestionId,
  asked,
  askedOn,
  open: isUnanswered({ answered: answers.length > 0, leftOpen: leftOpen?.reason ?? null }),
})

/**
 * The review meetings of a case: when, where, who was invited and there, and what was noted; and what the family asks of
 * them. Audited first.
 */
export const listReviewMeetings = requires('case:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
  .output(z.strictObject({ meetings: z.array(Meeting), familyQuestions: z.array(PutQuestion) }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      await parts.audit.record(tx, actor, areaId, {
        action: 'review-meeting.list',
        object: { kind: 'case', id: caseId },
      })
      const meetings = []
      for (const meeting of await meetingsOfCases(tx, areaId, seen.found.caseIds)) {
        const cipher = await caseCipher(tx, parts.keys, areaId, meeting.caseId)
        const of = { areaId, reviewMeetingId: meeting.reviewMeetingId }
        const [where, invitations, notes] = [
          await placeOf(tx, cipher, of),
          await invitationsOf(tx, cipher, of),
          await notesOf(tx, cipher, of),
        ]
        const reason = z
          .string()
          .nullable()
          .parse(await lastReason(tx, cipher, of))
        meetings.push({ ...meeting, ...where, invitations, notes, lastReason: reason })
      }
      requireClass(seen, 'family')
      const asked = await familyQuestionsOf(tx, parts.keys, areaId, seen.found.caseIds)
      return {
        meetings,
        familyQuestions: asked.filter(({ body }) => body === 'review-meeting').map(putQuestion),
      }
    })
  })

/** The calendar file of a meeting. Audited before it is answered. @throws Refusal `not-found` */
export const reviewMeetingCalendar = requires('case:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, reviewMeetingId: ReviewMeetingId }))
  .output(z.strictObject({ calendar: z.string() }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId, reviewMeetingId } }) => {
    const person = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const seen = await seeCase(tx, person, areaId, caseId)
      requireClass(seen, 'agency-return')
      const meetings = await meetingsOfCases(tx, areaId, seen.found.caseIds)
      const meeting = meetings.find((one) => one.reviewMeetingId === reviewMeetingId)
      if (meeting === undefined) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'review-meeting.calendar',
        object: { kind: 'case', id: caseId },
      })
      const cipher = await caseCipher(tx, parts.keys, areaId, meeting.caseId)
      const invited = await invitedMeeting(tx, cipher, areaId, meeting, parts.clock.now())
      return { calendar: calendarFile(invited) }
    })
  })
