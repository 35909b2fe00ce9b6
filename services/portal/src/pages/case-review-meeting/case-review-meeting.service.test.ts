import { Instant, PersonId, PlainDate, ResponseId, ResponseMeetingId, ReviewMeetingId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, openCase } from '../../testing/case-answers.ts'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import { testBrowser } from '../../testing/test-browser.ts'

const path = `/cases/${caseId}/review-meeting`
const filledIn = {
  reason: 'died-abroad',
  note: '',
  'decidedOn-day': '1',
  'decidedOn-month': '3',
  'decidedOn-year': '2026',
}
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('reviewMeeting.recordNotHeld', undefined)
  given.services.answer('reviewMeeting.list', { meetings: [], familyQuestions: [] })
})

const made = () => given.services.calls.filter(({ procedure }) => procedure === 'reviewMeeting.recordNotHeld')

describe('the review meeting', () => {
  test('that was not held is recorded with its reason and day', async () => {
    const { hidden } = await given.browser.get(path)
    const done = await given.browser.post(path, { ...hidden, ...filledIn })
    expect(done.status).toBe(303)
    expect(done.location).toMatch(new RegExp(`/cases/${caseId}$`))
    expect(made().map(({ input }) => input)).toEqual([
      { areaId: leeds, caseId, reason: 'died-abroad', decidedOn: '2026-03-01', key: hidden._key },
    ])
  })

  test.each([
    [{ reason: '' }, 'reason', 'Select why no review meeting was held'],
    [{ reason: 'bored' }, 'reason', 'Select why no review meeting was held'],
    [{ note: 'x'.repeat(2_001) }, 'note', 'The note must be 2000 characters or fewer'],
    [{ reason: 'other' }, 'note', 'Enter the reason in the note'],
    [{ 'decidedOn-year': '' }, 'decidedOn-year', 'The date this was decided must include a year'],
    [{ 'decidedOn-month': '13' }, 'decidedOn-day', 'The date this was decided must be a real date'],
    [{ 'decidedOn-day': 'one' }, 'decidedOn-day', 'The date this was decided must be a real date'],
    [
      { 'decidedOn-year': '26' },
      'decidedOn-year',
      'The date this was decided must have a year with 4 numbers',
    ],
    [{ 'decidedOn-day': '3' }, 'decidedOn-day', 'The date this was decided must be today or in the past'],
    [
      { 'decidedOn-year': '2025' },
      'decidedOn-day',
      'The date this was decided must be the same as or after the date of death',
    ],
  ])('is not recorded with %o', async (change, id, message) => {
    const answer = await given.browser.submit(path, { ...filledIn, ...change })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${id}">${message}</a>`)
    expect(answer.body).toMatch(new RegExp(`govuk-error-message[\\s\\S]{0,160}${message}`))
    expect(made()).toEqual([])
  })

  test('asks for the day when it is left out', async () => {
    const answer = await given.browser.submit(path, { reason: 'other', note: 'Typed <b>words</b>' })
    expect(answer.body).toContain('<a href="#decidedOn-day">Enter the date this was decided</a>')
    expect(answer.body).toContain('Typed &lt;b&gt;words&lt;/b&gt;')
    expect(answer.body).toMatch(/value="other" checked/)
  })

  test('is shown once it is recorded, and can then not be recorded again', async () => {
    given.services.answer('case.open', {
      ...openCase,
      case: {
        ...openCase.case,
        state: 'review-meeting-not-held',
        meeting: {
          reason: 'other',
          note: 'The family moved away.',
          decidedOn: PlainDate.parse('2026-03-01'),
          recordedBy: PersonId.parse(given.portal.people.get('asha.linden@lds.example')),
          recordedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
        },
      },
    })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('The family moved away.')
    expect(main).not.toContain('<form')
  })

  test('says so when the case has moved on meanwhile', async () => {
    given.services.refuse('reviewMeeting.recordNotHeld', 'not-allowed-in-this-state')
    const answer = await given.browser.submit(path, filledIn)
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('The case is not at the stage where this can be done')
  })
})

describe('what the joint agency response recorded', () => {
  const at = `/cases/${caseId}/response`
  const responseId = ResponseId.parse('0190a100-0000-7000-8000-000000000001')
  const record = {
    responseId,
    state: 'started' as const,
    leadId: null,
    caseId,
    startedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
    clocks: [],
    meetings: [],
    actions: [],
    checks: [],
  }
  beforeEach(() => {
    given.services.answer('case.open', { ...openCase, pass: 'a pass' })
    given.services.answer('responseRecord.ofCase', [record, { ...record, responseId: other }])
    given.services.answer('responseRecord.check', undefined)
  })
  const other = ResponseId.parse('0190a100-0000-7000-8000-000000000002')

  test('is shown on a pass for the case; a coordinator reads it and checks nothing', async () => {
    const main = mainOf((await given.browser.get(at)).body)
    expect(main).toContain('Nothing is recorded')
    expect(main).not.toContain('Record this')
    const asked = given.services.calls.filter(({ procedure }) => procedure === 'responseRecord.ofCase')
    expect(asked.map(({ input }) => input)).toEqual([{ areaId: leeds, caseId, pass: 'a pass' }])
    expect((await given.browser.get(path)).body).toContain(`href="${at}"`)
  })

  test('is checked by the designated doctor, of the response that is meant', async () => {
    const doctor = testBrowser(given.portal.app)
    await doctor.signIn('edmund.frost@lds.example')
    const fields = { _action: 'check', response: other, checked: '0', suffix: '-2' }
    const said = { ...fields, adequate: 'no', lacking: 'Where the child slept' }
    expect((await doctor.submit(at, said)).status).toBe(303)
    expect(given.services.sent('responseRecord.check')).toMatchObject({
      responseId: other,
      pass: 'a pass',
      checked: 0,
      adequate: false,
      lacking: 'Where the child slept',
    })
    const nothing = await doctor.submit(at, { ...fields, adequate: 'no', lacking: '' })
    expect(nothing.status).toBe(422)
    expect(nothing.body).toContain('href="#lacking-2"')
    expect(nothing.body.split('Enter what was lacking').length).toBeGreaterThanOrEqual(3)
    const neither = await doctor.submit(at, fields)
    expect(neither.body.split('Select whether the record is adequate').length).toBeGreaterThanOrEqual(3)
    expect((await given.browser.submit(at, said)).status).toBe(403)
  })

  test('of which the final discussion is recorded as the review meeting of the case, once', async () => {
    const responseMeetingId = ResponseMeetingId.parse('0190a500-0000-7000-8000-000000000009')
    const reviewMeetingId = ReviewMeetingId.parse('0190a500-0000-7000-8000-000000000008')
    const recordedBy = PersonId.parse('0190a300-0000-7000-8000-000000000001')
    const recordedAt = Instant.parse('2026-03-01T16:00:00.000Z')
    const discussion = {
      responseMeetingId,
      responseId,
      kind: 'final-discussion' as const,
      state: 'held' as const,
      version: 1,
      sequence: 0,
      startsAt: Instant.parse('2026-03-01T14:00:00.000Z'),
      endsAt: Instant.parse('2026-03-01T15:00:00.000Z'),
      notHeldReason: null,
      recordedBy,
      recordedAt,
      place: null,
      notHeldNote: null,
      notes: { entry: 1, attendees: [], notes: null, recordedBy, recordedAt },
    }
    given.services.answer('responseRecord.ofCase', [{ ...record, meetings: [discussion] }])
    given.services.answer('reviewMeeting.recordFromResponse', { reviewMeetingId })
    const fields = { _action: 'review-meeting', responseMeeting: responseMeetingId, suffix: '' }
    const nothing = await given.browser.submit(at, fields)
    expect(
      nothing.body.split('Select yes if no other review meeting is expected').length,
    ).toBeGreaterThanOrEqual(3)
    const done = await given.browser.submit(at, { ...fields, last: 'yes' })
    expect(done.location).toMatch(new RegExp(`${path}/${reviewMeetingId}$`))
    expect(given.services.sent('reviewMeeting.recordFromResponse')).toMatchObject({
      responseMeetingId,
      last: true,
    })
    const doctor = testBrowser(given.portal.app)
    await doctor.signIn('edmund.frost@lds.example')
    expect((await doctor.submit(at, { ...fields, last: 'yes' })).status).toBe(403)
  })
})
