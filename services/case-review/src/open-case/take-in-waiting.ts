import { randomUUID } from 'node:crypto'
import {
  addDays,
  HoldId,
  type NewEvent,
  type OpenCase,
  type OpenCaseHold,
  type OpenCaseMeeting,
  PlainTime,
  ReviewMeetingId,
} from '@cdop/domain'
import { addCheck, addHold, saveEnd } from '../hold/hold-store.ts'
import { insertReviewMeeting, markHeld, markReported } from '../review-meeting/meeting-store.ts'
import { saveMeetingNotHeld } from '../review-meeting/review-meeting-store.ts'
import type { TakingIn } from './taking-in.ts'

/** Takes in what the case waited and waits for: ended ones first, since a case waits for one thing once. */
export async function takeInHolds(into: TakingIn, holds: readonly OpenCaseHold[]): Promise<NewEvent[]> {
  const told: NewEvent[] = []
  const inOrder = [...holds].sort((one, other) => Number(one.until === null) - Number(other.until === null))
  for (const hold of inOrder) told.push(...(await takeInHold(into, hold)))
  return told
}

async function takeInHold(
  { tx, areaId, caseId, cipher, by, at }: TakingIn,
  hold: OpenCaseHold,
): Promise<NewEvent[]> {
  const { reason, stages, from, until, contact } = hold
  const holdId = HoldId.parse(randomUUID())
  const confirmedOn = hold.confirmedOn ?? from
  const nextCheckOn = hold.nextCheckOn ?? addDays(confirmedOn, 1)
  const recorded = { recordedBy: by, recordedAt: at }
  const added = await addHold(tx, areaId, { holdId, caseId, reason, stages, from, nextCheckOn, ...recorded })
  if (!added) throw new Error('the case waits for this already')
  await addCheck(tx, cipher, { areaId, holdId }, { entry: 1, confirmedOn, nextCheckOn, contact, ...recorded })
  const began: NewEvent = {
    type: 'hold.began.v1',
    subject: caseId,
    payload: { caseId, holdId, reason, stages: [...stages], from },
  }
  if (until === null) return [began]
  await saveEnd(tx, { areaId, holdId }, { on: until, by, at })
  return [began, { type: 'hold.ended.v1', subject: caseId, payload: { caseId, holdId, until } }]
}

const notRecorded = 'Not recorded in the bundle'

/** Takes in the review meetings that were planned or held. Nobody is invited. */
export async function takeInMeetings(
  into: TakingIn,
  meetings: readonly OpenCaseMeeting[],
): Promise<NewEvent[]> {
  const told: NewEvent[] = []
  for (const meeting of meetings) told.push(...(await takeInMeeting(into, meeting)))
  return told
}

async function takeInMeeting(
  { tx, areaId, caseId, cipher, by, at }: TakingIn,
  { kind, plannedOn, startsAt, endsAt, place, chairedBy, heldOn, last, reportReceivedOn }: OpenCaseMeeting,
): Promise<NewEvent[]> {
  const of = { areaId, reviewMeetingId: ReviewMeetingId.parse(randomUUID()) }
  const { reviewMeetingId } = of
  await insertReviewMeeting(tx, cipher, of, {
    caseId,
    kind,
    plannedOn,
    // Without a time it is on that day.
    startsAt: startsAt ?? PlainTime.parse('00:00'),
    endsAt: endsAt ?? PlainTime.parse('23:59'),
    where: { place: place || notRecorded, chairedBy: chairedBy || notRecorded },
    arrangedBy: by,
    arrangedAt: at,
  })
  if (heldOn === null) return []
  await markHeld(tx, of, { heldOn, last, by, at })
  const held: NewEvent = {
    type: 'review-meeting.held.v1',
    subject: caseId,
    payload: { caseId, reviewMeetingId, kind, heldOn, last },
  }
  if (reportReceivedOn === null) return [held]
  await markReported(tx, of, { receivedOn: reportReceivedOn, by, at })
  return [
    held,
    {
      type: 'review-meeting.reported.v1',
      subject: caseId,
      payload: { caseId, reviewMeetingId, receivedOn: reportReceivedOn },
    },
  ]
}

/** Takes in that no review meeting was held, and why. */
export async function takeInNotHeld(
  { tx, areaId, caseId, cipher, by, at }: TakingIn,
  notHeld: OpenCase['notHeld'],
): Promise<NewEvent[]> {
  if (notHeld === null) return []
  const { reason, decidedOn } = notHeld
  const recorded = { reason, note: null, decidedOn, recordedBy: by, recordedAt: at }
  await saveMeetingNotHeld(tx, cipher, { areaId, caseId }, recorded)
  return [{ type: 'review-meeting.not-held.v1', subject: caseId, payload: { caseId, reason } }]
}
