import {
  type AreaId,
  type CaseId,
  Instant,
  MergeId,
  OrganisationId,
  PlainDate,
  PlainTime,
  ResponseMeetingId,
  type ReviewMeetingId,
} from '@cdop/domain'
import { keptMail } from '@cdop/mail/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenErrorReport,
  givenListing,
  givenReading,
  givenReturn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { FAMILY_NAME, finalDiscussions } from '../testing-intake.ts'

let given: GivenCaseReview
const mail = keptMail()
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')
const day = (date: string) => PlainDate.parse(date)
const today = day('2026-03-02')
const times = { startsAt: PlainTime.parse('14:00'), endsAt: PlainTime.parse('15:30') }
const where = { place: 'Seminar room 3, Example Hospital', chairedBy: 'Example NHS Trust' }
const attendees = [
  { role: 'chair' as const, name: 'Invented Chair', organisation: 'Example NHS Trust' },
  { role: 'police' as const, name: 'Invented Officer', organisation: 'Example Police' },
]

beforeAll(async () => {
  given = await givenCaseReview({ mail })
})
afterAll(() => given.drop())

const as = () => given.as(coordinator)
const at = (caseId: CaseId) => ({ areaId: area, caseId, key: newKey() })

async function arranged(caseId: CaseId, plannedOn = '2026-02-27') {
  const call = await as()
  const kind = 'hospital-mortality-meeting' as const
  const plan = { ...at(caseId), kind, plannedOn: day(plannedOn), ...times, ...where }
  return (await call.reviewMeeting.arrange(plan)).reviewMeetingId
}
type Held = { heldOn?: string; last?: boolean; version?: number }
async function held(caseId: CaseId, reviewMeetingId: ReviewMeetingId, how: Held = {}) {
  const call = await as()
  return call.reviewMeeting.recordHeld({
    ...at(caseId),
    reviewMeetingId,
    version: how.version ?? 1,
    heldOn: day(how.heldOn ?? '2026-02-27'),
    last: how.last ?? true,
    attendees,
    notes: 'What was noted of an invented child.',
  })
}
async function reported(caseId: CaseId, reviewMeetingId: ReviewMeetingId, receivedOn: string) {
  const call = await as()
  const report = { ...at(caseId), reviewMeetingId, version: 2, receivedOn: day(receivedOn) }
  return call.reviewMeeting.recordReport(report)
}
async function shown(caseId: CaseId) {
  const call = await as()
  const { case: found } = await call.case.open({ areaId: area, caseId, fieldClasses: [] })
  const { rows } = await call.case.list({ areaId: area, view: 'all', page: 1, sort: 'newest' })
  const clock = (name: string) => found.clocks.find((one) => one.clock === name)
  return { found, clock, next: rows.find((row) => row.caseId === caseId)?.next }
}
const refused = (message: string, field?: string) => ({
  message,
  ...(field && { cause: expect.objectContaining({ fields: [field] }) }),
})

describe('a review meeting that was held', () => {
  test('ends the stage when it was the last: its clock stops, that of its report runs, then the panel has six weeks', async () => {
    const { caseId } = await givenCase(given, area)
    const reviewMeetingId = await arranged(caseId)
    expect((await shown(caseId)).next).toEqual({ what: 'review-meeting', dueOn: '2026-05-10' })
    await held(caseId, reviewMeetingId)
    const after = await shown(caseId)
    expect(after.found.state).toBe('review-meeting-held')
    expect(after.clock('review-meeting')).toMatchObject({ stoppedOn: '2026-02-27' })
    expect(after.clock('review-meeting-report')).toMatchObject({ dueOn: '2026-03-13', stoppedOn: null })
    expect(after.clock('panel')).toBeUndefined()
    expect(after.next).toEqual({ what: 'review-meeting-report', dueOn: '2026-03-13' })
    await reported(caseId, reviewMeetingId, '2026-03-01')
    const then = await shown(caseId)
    expect(then.clock('review-meeting-report')).toMatchObject({ stoppedOn: '2026-03-01' })
    expect(then.clock('panel')).toMatchObject({ dueOn: '2026-04-12' })
    expect(then.next).toEqual({ what: 'panel', dueOn: '2026-04-12' })
    expect(then.found.timeline.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['review-meeting-held', 'review-meeting-report-received']),
    )
  })

  test('leaves the case gathering while another is expected', async () => {
    const { caseId } = await givenCase(given, area)
    const first = await arranged(caseId, '2026-02-20')
    const second = await arranged(caseId)
    await held(caseId, first, { heldOn: '2026-02-20', last: false })
    const between = await shown(caseId)
    expect(between.found.state).toBe('gathering')
    expect(between.clock('review-meeting')).toMatchObject({ stoppedOn: null })
    await held(caseId, second)
    expect((await shown(caseId)).found).toMatchObject({ state: 'review-meeting-held' })
  })

  test('after it was recorded that none was counts, and none can be denied again', async () => {
    const { caseId } = await givenCase(given, area)
    const call = await as()
    const none = { ...at(caseId), reason: 'died-abroad' as const, decidedOn: today }
    await call.reviewMeeting.recordNotHeld(none)
    await held(caseId, await arranged(caseId), { last: false })
    const reopened = await shown(caseId)
    expect(reopened.found.state).toBe('gathering')
    expect(reopened.next).toEqual({ what: 'review-meeting', dueOn: '2026-05-10' })
    await expect(call.reviewMeeting.recordNotHeld({ ...none, key: newKey() })).rejects.toMatchObject(
      refused('review-meeting-was-held'),
    )
  })

  test('is shown with who was there and what was noted; what is written anew keeps what was written before', async () => {
    const { caseId } = await givenCase(given, area)
    const reviewMeetingId = await arranged(caseId)
    await held(caseId, reviewMeetingId)
    const call = await as()
    const notes = 'Noted anew.'
    const change = { ...at(caseId), reviewMeetingId, version: 2, attendees: attendees.slice(0, 1), notes }
    await call.reviewMeeting.amendNotes(change)
    await call.reviewMeeting.amendNotes(change)
    const { meetings } = await call.reviewMeeting.list({ areaId: area, caseId })
    expect(meetings).toMatchObject([
      { ...where, version: 3, notes: { entry: 2, notes, attendees: [{ name: 'Invented Chair' }] } },
    ])
    const stored = await given.test.look`
      select n::text from case_review.review_meeting_notes n where n.review_meeting_id = ${reviewMeetingId}`
    expect(stored).toHaveLength(2)
    expect(JSON.stringify(stored)).not.toContain(Buffer.from('Invented').toString('hex'))
  })

  test.each([
    ['in the future', { heldOn: '2026-03-03' }, 'date-in-future', 'heldOn'],
    ['before the death', { heldOn: '2026-02-09' }, 'dates-out-of-order', 'heldOn'],
    ['as somebody saw it before a change', { version: 2 }, 'stale', undefined],
  ])('%s is refused', async (_, how, message, field) => {
    const { caseId } = await givenCase(given, area)
    await expect(held(caseId, await arranged(caseId), how)).rejects.toMatchObject(refused(message, field))
  })

  test('is held once, reported once, and stays so also to whoever writes past the rules', async () => {
    const { caseId } = await givenCase(given, area)
    const reviewMeetingId = await arranged(caseId)
    await expect(reported(caseId, reviewMeetingId, '2026-03-01')).rejects.toMatchObject(refused('stale'))
    await held(caseId, reviewMeetingId)
    await expect(held(caseId, reviewMeetingId, { version: 2 })).rejects.toMatchObject(refused('meeting-over'))
    await expect(reported(caseId, reviewMeetingId, '2026-02-26')).rejects.toMatchObject(
      refused('dates-out-of-order', 'receivedOn'),
    )
    await expect(reported(caseId, reviewMeetingId, '2026-03-03')).rejects.toMatchObject(
      refused('date-in-future', 'receivedOn'),
    )
    const { look } = given.test
    await expect(
      look`update case_review.review_meetings set held_on = '2026-02-28' where review_meeting_id = ${reviewMeetingId}`,
    ).rejects.toThrow('stays so')
    await expect(
      look`update case_review.review_meetings set cancelled_at = now() where review_meeting_id = ${reviewMeetingId}`,
    ).rejects.toThrow()
  })
})

describe('an invitation', () => {
  const invited = (caseId: CaseId, reviewMeetingId: ReviewMeetingId, version = 1) => ({
    ...at(caseId),
    reviewMeetingId,
    version,
    organisationIds: [],
    emails: ['doctor@trust.example', 'Doctor@trust.example', 'officer@police.example'],
  })
  const newest = () => mail.sent.splice(0)

  test('goes once to each mailbox with a calendar file that names the case by its reference; a change follows, then a cancellation', async () => {
    const { caseId, reference } = await givenCase(given, area)
    const reviewMeetingId = await arranged(caseId, '2026-03-20')
    const call = await as()
    const first = invited(caseId, reviewMeetingId)
    await call.reviewMeeting.invite(first)
    await call.reviewMeeting.invite(first)
    await call.reviewMeeting.invite({ ...first, key: newKey() })
    await given.sendWaitingMails()
    const sent = newest()
    expect(sent.map(({ to }) => to)).toEqual(['doctor@trust.example', 'officer@police.example'])
    for (const { subject, calendar } of sent) {
      expect(subject).toBe(`Child death review meeting: case ${reference}`)
      expect(calendar).toContain('DTSTART:20260320T140000Z')
    }
    await call.reviewMeeting.invite({ ...first, key: newKey(), emails: ['late@trust.example'] })
    const moved = { ...times, ...where, place: 'Online', plannedOn: day('2026-03-23') }
    await call.reviewMeeting.change({ ...at(caseId), reviewMeetingId, version: 1, ...moved })
    await call.reviewMeeting.cancel({ ...at(caseId), reviewMeetingId, version: 2 })
    await given.sendWaitingMails()
    // The change was overtaken before it left.
    expect(newest().map(({ subject }) => subject)).toEqual(
      Array(3).fill(`Cancelled: Child death review meeting: case ${reference}`),
    )
    const { meetings } = await call.reviewMeeting.list({ areaId: area, caseId })
    expect(meetings[0]?.invitations.map(({ mailedSequence }) => mailedSequence)).toEqual([2, 2, 2])
    const { calendar } = await call.reviewMeeting.calendar({ areaId: area, caseId, reviewMeetingId })
    expect(calendar).toContain('STATUS:CANCELLED')
    await expect(held(caseId, reviewMeetingId, { version: 3 })).rejects.toMatchObject(refused('meeting-over'))
  })

  test('never says who the child was, and leaves only once the death is confirmed', async () => {
    const { caseId } = await givenCase(given, area, { confirmed: false })
    const call = await as()
    const kind = 'other' as const
    const named = { ...where, place: `About ${FAMILY_NAME}` }
    const plan = { ...at(caseId), kind, plannedOn: today, ...times, ...named }
    await expect(call.reviewMeeting.arrange(plan)).rejects.toMatchObject(refused('identifiers-in-summary'))
    const reviewMeetingId = await arranged(caseId)
    await expect(call.reviewMeeting.invite(invited(caseId, reviewMeetingId))).rejects.toMatchObject(
      refused('not-confirmed'),
    )
  })

  test('goes to an agency where its request went, and to no agency that was not asked', async () => {
    const { caseId } = await givenCase(given, area)
    await givenReturn(given, coordinator, caseId)
    const call = await as()
    const { case: found } = await call.case.open({ areaId: area, caseId, fieldClasses: [] })
    const organisationIds = found.requests.map(({ organisationId }) => organisationId)
    const meeting = { ...invited(caseId, await arranged(caseId, '2026-03-20')), emails: [] }
    await call.reviewMeeting.invite({ ...meeting, organisationIds })
    await given.sendWaitingMails()
    expect(
      newest()
        .filter(({ calendar }) => calendar)
        .map(({ to }) => to),
    ).toEqual(['safeguarding@trust.example'])
    const stranger = { ...meeting, key: newKey(), organisationIds: [OrganisationId.parse(newKey())] }
    await expect(call.reviewMeeting.invite(stranger)).rejects.toMatchObject(refused('not-found'))
  })

  test('is taken back when the child did not die', async () => {
    const { caseId } = await givenCase(given, area)
    const call = await as()
    await call.reviewMeeting.invite(invited(caseId, await arranged(caseId, '2026-03-20')))
    await given.sendWaitingMails()
    newest()
    await givenErrorReport(given, area, caseId)
    await given.sendWaitingMails()
    expect(newest().map(({ subject }) => subject.split(':')[0])).toEqual(['Cancelled', 'Cancelled'])
  })
})

test('of a meeting nobody learns or changes anything in another area, in another role, or in a conflict of interest', async () => {
  const { caseId } = await givenCase(given, area)
  const reviewMeetingId = await arranged(caseId)
  const ask = { areaId: area, caseId }
  for (const [person, message] of [
    [personIn(newArea(), 'coordinator'), 'not-found'],
    [personIn(area, 'analyst'), 'forbidden'],
    [personIn(area, 'panel-member'), 'forbidden'],
  ] as const) {
    const call = await given.as(person)
    await expect(call.reviewMeeting.list(ask)).rejects.toMatchObject({ message })
    const cancel = { ...at(caseId), reviewMeetingId, version: 1 }
    await expect(call.reviewMeeting.cancel(cancel)).rejects.toMatchObject({ message })
  }
  const { caseId: other } = await givenCase(given, area)
  await expect(held(other, reviewMeetingId)).rejects.toMatchObject({ message: 'not-found' })
  const both = personIn(area, 'coordinator', 'panel-member')
  await (await as()).reviewMeeting.cancel({ ...at(caseId), reviewMeetingId, version: 1 })
  await givenListing(given, coordinator, caseId)
  const call = await given.as(both)
  await call.conflict.declare({ areaId: area, caseId, key: newKey() })
  await expect(call.reviewMeeting.list(ask)).rejects.toMatchObject({ message: 'not-found' })
})

describe('whether a meeting was the last one', () => {
  const said = (caseId: CaseId, reviewMeetingId: ReviewMeetingId, version: number, last: boolean) => ({
    ...at(caseId),
    reviewMeetingId,
    version,
    last,
    reason: 'The ambulance service was not there',
  })

  test('is taken back with a reason until the case is listed: it gathers again, and its clock runs on', async () => {
    const { caseId } = await givenCase(given, area)
    const reviewMeetingId = await arranged(caseId)
    await held(caseId, reviewMeetingId)
    const { reviewMeeting } = await as()
    const back = said(caseId, reviewMeetingId, 2, false)
    await reviewMeeting.sayLast(back)
    await reviewMeeting.sayLast(back)
    const after = await shown(caseId)
    expect(after.found.state).toBe('gathering')
    expect(after.clock('review-meeting')).toMatchObject({ stoppedOn: null })
    expect(after.next).toEqual({ what: 'review-meeting', dueOn: '2026-05-10' })
    const { meetings } = await reviewMeeting.list({ areaId: area, caseId })
    expect(meetings).toMatchObject([{ endedTheStage: false, lastReason: back.reason }])
    const stored = await given.test.look`select reason from case_review.review_meeting_lasts`
    expect(Buffer.from(stored[0]?.['reason']).toString('latin1')).not.toContain('ambulance')
    await reviewMeeting.sayLast(said(caseId, reviewMeetingId, 3, true))
    expect((await shown(caseId)).found.state).toBe('review-meeting-held')
    await given.test.look`update case_review.cases set state = 'listed' where case_id = ${caseId}`
    await expect(reviewMeeting.sayLast(said(caseId, reviewMeetingId, 4, false))).rejects.toMatchObject(
      refused('not-allowed-in-this-state'),
    )
  })

  test('stands while another of its meetings was the last as well, and is not changed past its reason', async () => {
    const { caseId } = await givenCase(given, area)
    const first = await arranged(caseId, '2026-02-20')
    const second = await arranged(caseId)
    await held(caseId, first, { heldOn: '2026-02-20' })
    await held(caseId, second)
    const { reviewMeeting } = await as()
    await reviewMeeting.sayLast(said(caseId, first, 2, false))
    expect((await shown(caseId)).found.state).toBe('review-meeting-held')
    await expect(reviewMeeting.sayLast(said(caseId, first, 3, false))).rejects.toMatchObject(
      refused('not-allowed-in-this-state'),
    )
    await expect(
      given.test
        .look`update case_review.review_meetings set ended_the_stage = false where review_meeting_id = ${second}`,
    ).rejects.toThrow('said with a reason')
  })
})

describe('the final discussion of a joint agency response', () => {
  const discussed = (caseId: CaseId, on = '2026-02-27', ownCaseId = caseId) => {
    const responseMeetingId = ResponseMeetingId.parse(newKey())
    const [startsAt, endsAt] = ['14:00', '15:30'].map((time) => Instant.parse(`${on}T${time}:00.000Z`))
    if (startsAt === undefined || endsAt === undefined) throw new Error('no times')
    finalDiscussions.set(responseMeetingId, { caseId, ownCaseId, startsAt, endsAt })
    return responseMeetingId
  }

  test('is recorded as the review meeting of its case, once, with who was there and what was noted', async () => {
    const { caseId } = await givenCase(given, area)
    const responseMeetingId = discussed(caseId)
    const { reviewMeeting } = await as()
    const asked = { ...at(caseId), responseMeetingId, last: true }
    const { reviewMeetingId } = await reviewMeeting.recordFromResponse(asked)
    expect(await reviewMeeting.recordFromResponse(asked)).toEqual({ reviewMeetingId })
    expect((await shown(caseId)).found.state).toBe('review-meeting-held')
    const { meetings } = await reviewMeeting.list({ areaId: area, caseId })
    expect(meetings).toMatchObject([
      {
        reviewMeetingId,
        kind: 'joint-agency-final-discussion',
        heldOn: '2026-02-27',
        startsAt: '14:00',
        responseMeetingId,
        chairedBy: 'Example NHS Trust',
        notes: { entry: 1, notes: 'Discussed in full' },
      },
    ])
    for (const key of [newKey(), newKey()]) {
      await expect(reviewMeeting.recordFromResponse({ ...asked, key })).rejects.toMatchObject(
        refused('stale'),
      )
    }
  })

  test('of a merged record stays with that record, also when the merge is undone', async () => {
    const [kept, merged] = [await givenCase(given, area), await givenCase(given, area)]
    const mergeId = MergeId.parse(newKey())
    const { caseId } = merged
    await given.hear('intake', area, {
      type: 'case.merged.v1',
      subject: caseId,
      payload: { caseId, intoCaseId: kept.caseId, mergeId },
    })
    const { reviewMeeting } = await as()
    const list = async (of: CaseId) => (await reviewMeeting.list({ areaId: area, caseId: of })).meetings
    const responseMeetingId = discussed(kept.caseId, '2026-02-27', caseId)
    await reviewMeeting.recordFromResponse({ ...at(kept.caseId), responseMeetingId, last: false })
    const noted = [{ responseMeetingId, notes: { notes: 'Discussed in full' } }]
    expect(await list(kept.caseId)).toMatchObject(noted)
    // Another case's word would put it where its child is not.
    const { caseId: stranger } = await givenCase(given, area)
    const strange = discussed(kept.caseId, '2026-02-26', stranger)
    await reviewMeeting.recordFromResponse({ ...at(kept.caseId), responseMeetingId: strange, last: false })
    await given.hear('intake', area, {
      type: 'case.merge-undone.v1',
      subject: caseId,
      payload: { caseId, mergeId },
    })
    expect(await list(caseId)).toMatchObject(noted)
    expect(await list(kept.caseId)).toMatchObject([{ responseMeetingId: strange }])
  })

  test('two people at the same moment record it once', async () => {
    const { caseId } = await givenCase(given, area)
    const responseMeetingId = discussed(caseId)
    const { reviewMeeting } = await as()
    const both = await Promise.allSettled([
      reviewMeeting.recordFromResponse({ ...at(caseId), responseMeetingId, last: false }),
      reviewMeeting.recordFromResponse({ ...at(caseId), responseMeetingId, last: true }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('of another case, before the death, or by somebody who records no meetings is none', async () => {
    const { caseId } = await givenCase(given, area)
    const { caseId: other } = await givenCase(given, area)
    const { reviewMeeting } = await as()
    const asked = { ...at(caseId), responseMeetingId: discussed(other), last: true }
    await expect(reviewMeeting.recordFromResponse(asked)).rejects.toMatchObject(refused('not-found'))
    const early = { ...at(caseId), responseMeetingId: discussed(caseId, '2025-11-01'), last: true }
    await expect(reviewMeeting.recordFromResponse(early)).rejects.toMatchObject(refused('dates-out-of-order'))
    const doctor = await given.as(personIn(area, 'designated-doctor'))
    await expect(doctor.reviewMeeting.recordFromResponse({ ...asked, key: newKey() })).rejects.toMatchObject(
      refused('forbidden'),
    )
  })
})

describe('the draft analysis of a meeting', () => {
  const finished = (caseId: CaseId, reviewMeetingId: ReviewMeetingId, on: string, revision = 1) =>
    given.hear('factor-analysis', area, {
      type: 'meeting-analysis.finished.v1',
      subject: caseId,
      payload: {
        caseId,
        reviewMeetingId,
        revision,
        finishedOn: day(on),
        finishedBy: coordinator.personId,
      },
    })
  const receivedOn = async (caseId: CaseId) => {
    const { meetings } = await (await as()).reviewMeeting.list({ areaId: area, caseId })
    return meetings.map((meeting) => meeting.reportReceivedOn)
  }

  test('once sent is its report: that clock stops, the panel has six weeks, and the first day stands', async () => {
    const { caseId } = await givenCase(given, area)
    const reviewMeetingId = await arranged(caseId)
    await held(caseId, reviewMeetingId)
    await finished(caseId, reviewMeetingId, '2026-03-01')
    await finished(caseId, reviewMeetingId, '2026-03-01')
    await finished(caseId, reviewMeetingId, '2026-03-02', 2)
    const then = await shown(caseId)
    expect(then.clock('review-meeting-report')).toMatchObject({ stoppedOn: '2026-03-01' })
    expect(then.next).toEqual({ what: 'panel', dueOn: '2026-04-12' })
    expect(await receivedOn(caseId)).toEqual(['2026-03-01'])
    const told = await given.test.look`
      select 1 from case_review.events where subject = ${caseId} and type = 'review-meeting.reported.v1'`
    expect(told).toHaveLength(1)
  })

  test('changes no day that was recorded by hand, and is no report of a meeting that was not held', async () => {
    const { caseId } = await givenCase(given, area)
    const byHand = await arranged(caseId)
    await held(caseId, byHand)
    await reported(caseId, byHand, '2026-02-28')
    const planned = await arranged(caseId, '2026-03-20')
    await finished(caseId, byHand, '2026-03-01')
    await finished(caseId, planned, '2026-03-01')
    expect(await receivedOn(caseId)).toEqual(['2026-02-28', null])
  })

  test('of two who say at the same moment that the report came the second is told', async () => {
    const { caseId } = await givenCase(given, area)
    const reviewMeetingId = await arranged(caseId)
    await held(caseId, reviewMeetingId)
    const both = await Promise.allSettled([
      reported(caseId, reviewMeetingId, '2026-02-28'),
      finished(caseId, reviewMeetingId, '2026-03-01'),
    ])
    expect(both[1]).toMatchObject({ status: 'fulfilled' })
    const [by] = await receivedOn(caseId)
    expect(by).toBe(both[0]?.status === 'fulfilled' ? '2026-02-28' : '2026-03-01')
    if (both[0]?.status === 'rejected') expect(both[0].reason).toMatchObject({ message: 'stale' })
  })

  test('of a merged record is the report there, also when the merge is undone; of a record that was none it is nothing', async () => {
    const [kept, merged] = [await givenCase(given, area), await givenCase(given, area)]
    const { caseId } = merged
    const reviewMeetingId = await arranged(caseId)
    await held(caseId, reviewMeetingId)
    const mergeId = MergeId.parse(newKey())
    await given.hear('intake', area, {
      type: 'case.merged.v1',
      subject: caseId,
      payload: { caseId, intoCaseId: kept.caseId, mergeId },
    })
    const { reviewMeeting } = await as()
    const asked = { areaId: area, caseId: kept.caseId, reviewMeetingId }
    expect(await reviewMeeting.draftable(asked)).toMatchObject({ caseId, open: true })
    await finished(caseId, reviewMeetingId, '2026-03-01')
    expect(await receivedOn(kept.caseId)).toEqual(['2026-03-01'])
    await given.hear('intake', area, {
      type: 'case.merge-undone.v1',
      subject: caseId,
      payload: { caseId, mergeId },
    })
    expect(await receivedOn(caseId)).toEqual(['2026-03-01'])
    await expect(reviewMeeting.draftable(asked)).rejects.toMatchObject(refused('not-found'))

    const wrong = await givenCase(given, area)
    const never = await arranged(wrong.caseId)
    await held(wrong.caseId, never)
    await givenErrorReport(given, area, wrong.caseId)
    await finished(wrong.caseId, never, '2026-03-01')
    const [row] = await given.test.look`
      select report_received_on from case_review.review_meetings where review_meeting_id = ${never}`
    expect(row).toEqual({ reportReceivedOn: null })
  })

  test('that comes once another area has taken the case over changes nothing here', async () => {
    const { caseId } = await givenCase(given, area)
    const reviewMeetingId = await arranged(caseId)
    await held(caseId, reviewMeetingId)
    await given.test.look`update case_review.cases set state = 'transferred' where case_id = ${caseId}`
    await finished(caseId, reviewMeetingId, '2026-03-01')
    const [row] = await given.test.look`
      select report_received_on from case_review.review_meetings where review_meeting_id = ${reviewMeetingId}`
    expect(row).toEqual({ reportReceivedOn: null })
    await expect(
      (await as()).reviewMeeting.draftable({ areaId: area, caseId, reviewMeetingId }),
    ).rejects.toMatchObject(refused('not-found'))
  })

  test('is for whoever records meetings and the designated doctor, while the case is before its review', async () => {
    const { caseId } = await givenCase(given, area)
    const reviewMeetingId = await arranged(caseId)
    const asked = { areaId: area, caseId, reviewMeetingId }
    const doctor = await given.as(personIn(area, 'designated-doctor'))
    expect(await doctor.reviewMeeting.draftable(asked)).toEqual({ caseId, heldOn: null, open: true })
    await held(caseId, reviewMeetingId)
    expect(await doctor.reviewMeeting.draftable(asked)).toMatchObject({ heldOn: '2026-02-27' })
    const text = `What happened to ${FAMILY_NAME}`
    await doctor.reviewMeeting.screenDraft({ ...asked, texts: ['Nobody is named'] })
    await expect(
      doctor.reviewMeeting.screenDraft({ ...asked, texts: ['Nobody is named', text] }),
    ).rejects.toMatchObject(refused('identifiers-in-summary'))
    for (const [person, message] of [
      [personIn(newArea(), 'coordinator'), 'not-found'],
      [personIn(area, 'chair'), 'forbidden'],
      [personIn(area, 'panel-member'), 'forbidden'],
    ] as const) {
      const call = await given.as(person)
      await expect(call.reviewMeeting.draftable(asked)).rejects.toMatchObject({ message })
      await expect(call.reviewMeeting.screenDraft({ ...asked, texts: ['x'] })).rejects.toMatchObject({
        message,
      })
    }
    const { caseId: other } = await givenCase(given, area)
    await expect(doctor.reviewMeeting.draftable({ ...asked, caseId: other })).rejects.toMatchObject(
      refused('not-found'),
    )
    await given.test.look`update case_review.cases set offered_at = now() where case_id = ${caseId}`
    expect(await doctor.reviewMeeting.draftable(asked)).toMatchObject({ open: false })
  })

  test('is read by the chair of whose panel the case is, and by nobody in a conflict of interest', async () => {
    const { caseId } = await givenCase(given, area)
    const chair = await given.as(personIn(area, 'chair'))
    const ask = { areaId: area, caseId }
    const reviewMeetingId = await arranged(caseId)
    await arranged(caseId, '2026-03-20')
    await expect(chair.reviewMeeting.beforePanel(ask)).rejects.toMatchObject(refused('not-found'))
    await givenReading(given, coordinator, caseId)
    await held(caseId, reviewMeetingId)
    expect(await chair.reviewMeeting.beforePanel(ask)).toEqual({
      meetings: [{ reviewMeetingId, caseId, kind: 'hospital-mortality-meeting', heldOn: '2026-02-27' }],
    })
    const member = await given.as(personIn(area, 'panel-member'))
    await expect(member.reviewMeeting.beforePanel(ask)).rejects.toMatchObject(refused('forbidden'))
    const both = await given.as(personIn(area, 'coordinator', 'chair'))
    await both.conflict.declare({ ...ask, key: newKey() })
    await expect(both.reviewMeeting.beforePanel(ask)).rejects.toMatchObject(refused('not-found'))
    await expect(both.reviewMeeting.draftable({ ...ask, reviewMeetingId })).rejects.toMatchObject(
      refused('not-found'),
    )
  })
})
