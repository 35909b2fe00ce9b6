import { CaseId, Instant, PersonId, PlainDate, PlainTime, ReviewMeetingId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, openCase, organisationId } from '../../testing/case-answers.ts'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import type { ShownMeeting } from './view.ts'

const reviewMeetingId = ReviewMeetingId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b01')
const list = `/cases/${caseId}/review-meeting`
const path = `${list}/${reviewMeetingId}`
const by = PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b02')
const at = Instant.parse('2026-03-01T10:00:00.000Z')
const planned: ShownMeeting = {
  reviewMeetingId,
  caseId: CaseId.parse(caseId),
  kind: 'hospital-mortality-meeting',
  plannedOn: PlainDate.parse('2026-02-27'),
  startsAt: PlainTime.parse('14:00'),
  endsAt: PlainTime.parse('15:30'),
  sequence: 0,
  version: 1,
  arrangedBy: by,
  arrangedAt: at,
  cancelledAt: null,
  heldOn: null,
  endedTheStage: null,
  heldRecordedBy: null,
  heldRecordedAt: null,
  reportReceivedOn: null,
  reportRecordedBy: null,
  reportRecordedAt: null,
  responseMeetingId: null,
  lastReason: null,
  place: 'Seminar <b>room</b> 3',
  chairedBy: 'Example NHS Trust',
  invitations: [
    { invitation: 1, email: 'doctor@trust.example', organisationId: null, mailedSequence: 0 },
    { invitation: 2, email: 'officer@police.example', organisationId: null, mailedSequence: null },
  ],
  notes: null,
}
const held: ShownMeeting = {
  ...planned,
  version: 2,
  heldOn: PlainDate.parse('2026-02-27'),
  endedTheStage: true,
  heldRecordedBy: by,
  heldRecordedAt: at,
  notes: {
    entry: 1,
    recordedBy: by,
    recordedAt: at,
    attendees: [
      { role: 'chair', name: 'Invented Chair', organisation: 'Example NHS Trust' },
      { role: 'police', name: 'Invented Officer', organisation: 'Example Police, Leeds' },
    ],
    notes: 'First line.\nSecond <script>line</script>.',
  },
}
const date = (name: string, [year = '', month = '', day = '']: string[]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const plan = {
  kind: 'perinatal-mortality-review',
  ...date('plannedOn', ['2026', '3', '20']),
  startsAt: '9:30',
  endsAt: '11.00',
  place: 'Seminar room 3',
  chairedBy: 'Example NHS Trust',
}
const came = {
  ...date('heldOn', ['2026', '2', '27']),
  version: '1',
  roles: 'chair',
  'people-chair': 'Invented Chair, Example NHS Trust\n\nAnother Chair , Example Police, Leeds',
  'people-police': 'Nobody who was ticked',
  notes: '',
  last: 'yes',
}
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('reviewMeeting.list', { meetings: [planned], familyQuestions: [] })
  given.services.answer('reviewMeeting.arrange', { reviewMeetingId })
  for (const name of [
    'change',
    'cancel',
    'invite',
    'recordHeld',
    'amendNotes',
    'recordReport',
    'sayLast',
  ] as const)
    given.services.answer(`reviewMeeting.${name}`, undefined)
})
const made = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)
const refusedWith = async (answer: { status: number; body: string }, id: string, message: string) => {
  expect(answer.status).toBe(422)
  expect(answer.body).toContain(`<a href="#${id}">${message}</a>`)
  expect(answer.body).toContain(`id="${id}"`)
}

describe('a review meeting', () => {
  test('is arranged with its kind, times, place and chair', async () => {
    const { hidden } = await given.browser.get(`${list}/new`)
    const done = await given.browser.post(`${list}/new`, { ...hidden, ...plan })
    expect(done.status).toBe(303)
    expect(made('reviewMeeting.arrange')).toEqual([
      {
        areaId: leeds,
        caseId,
        key: hidden._key,
        kind: 'perinatal-mortality-review',
        plannedOn: '2026-03-20',
        startsAt: '09:30',
        endsAt: '11:00',
        place: 'Seminar room 3',
        chairedBy: 'Example NHS Trust',
      },
    ])
  })

  test.each([
    [{ kind: '' }, 'kind', 'Select what kind of meeting it is'],
    [
      { 'plannedOn-year': '2025' },
      'plannedOn-day',
      'The date of the meeting must be the same as or after the date of death',
    ],
    [{ startsAt: '' }, 'startsAt', 'Enter the time it begins'],
    [{ endsAt: '25:00' }, 'endsAt', 'The time it ends must be a time by the 24-hour clock, like 09:30'],
    [{ endsAt: '09:30' }, 'endsAt', 'The time it ends must be after the time it begins'],
    [{ place: ' ' }, 'place', 'Enter where the meeting is'],
    [{ place: 'x'.repeat(301) }, 'place', 'Where the meeting is must be 300 characters or fewer'],
    [{ chairedBy: '' }, 'chairedBy', 'Enter which organisation chairs it'],
  ])('is not arranged with %o', async (change, id, message) => {
    await refusedWith(await given.browser.submit(`${list}/new`, { ...plan, ...change }), id, message)
    expect(made('reviewMeeting.arrange')).toEqual([])
  })

  test('whose place names the child is sent back, without the name in the message', async () => {
    given.services.refuse('reviewMeeting.arrange', 'identifiers-in-summary', ['name'])
    const answer = await given.browser.submit(`${list}/new`, plan)
    await refusedWith(answer, 'place', 'The invitation must not contain the child’s name')
  })

  test('is moved: its kind stays, and it is changed from what somebody saw', async () => {
    const body = mainOf((await given.browser.get(`${path}/change`)).body)
    expect(body).toContain('Whoever was invited is told by email.')
    expect(body).not.toContain('name="kind"')
    const { kind, ...change } = plan
    expect((await given.browser.submit(`${path}/change`, { ...change, version: '1' })).status).toBe(303)
    expect(made('reviewMeeting.change')).toMatchObject([{ reviewMeetingId, version: 1, startsAt: '09:30' }])
    expect(kind).toBeDefined()
  })

  test('that is planned shows who was invited, and takes invitations to agencies and mailboxes', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Planned for 27 February 2026')
    expect(main).toContain('Seminar &lt;b&gt;room&lt;/b&gt; 3')
    expect(main).toContain('officer@police.example (the newest mail is on its way)')
    expect(main).toContain('Leeds Hospital')
    const invite = { _action: 'invite', version: '1', emails: 'a@trust.example\n  b@trust.example \n' }
    const done = await given.browser.submit(path, { ...invite, organisations: organisationId })
    expect(done.status).toBe(303)
    expect(made('reviewMeeting.invite')).toMatchObject([
      { version: 1, organisationIds: [organisationId], emails: ['a@trust.example', 'b@trust.example'] },
    ])
    const wrong = await given.browser.submit(path, { ...invite, emails: 'a@trust.example b@trust.example' })
    await refusedWith(wrong, 'emails', 'Enter one email address on each line, like name@example.com')
    const none = await given.browser.submit(path, { ...invite, emails: '' })
    await refusedWith(none, 'emails', 'Select an organisation or enter an email address')
  })

  test.each([
    [{ organisations: 'x' }, 422],
    [{ version: 'one' }, 422],
    [{ _action: 'publish' }, 422],
  ])('takes nothing a page would not send: %o', async (change, least) => {
    const invite = { _action: 'invite', version: '1', emails: 'a@trust.example', ...change }
    const { status } = await given.browser.submit(path, invite)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThanOrEqual(least)
    expect(given.services.calls.filter(({ procedure }) => procedure === 'reviewMeeting.invite')).toEqual([])
  })

  test('that was held is recorded with who was there, by role', async () => {
    expect((await given.browser.submit(`${path}/held`, came)).status).toBe(303)
    expect(made('reviewMeeting.recordHeld')).toMatchObject([
      {
        reviewMeetingId,
        version: 1,
        heldOn: '2026-02-27',
        last: true,
        notes: null,
        attendees: [
          { role: 'chair', name: 'Invented Chair', organisation: 'Example NHS Trust' },
          { role: 'chair', name: 'Another Chair', organisation: 'Example Police, Leeds' },
        ],
      },
    ])
  })

  test.each([
    [
      { 'heldOn-day': '3', 'heldOn-month': '3' },
      'heldOn-day',
      'The date it was held must be today or in the past',
    ],
    [
      { 'heldOn-year': '2025' },
      'heldOn-day',
      'The date it was held must be the same as or after the date of death',
    ],
    [{ roles: '' }, 'roles', 'Select who was there'],
    [
      { 'people-chair': 'Invented Chair' },
      'people-chair',
      'Enter each person on a line of their own: a name, a comma and an organisation',
    ],
    [{ last: '' }, 'last', 'Select yes if no other review meeting is expected'],
    [{ notes: 'x'.repeat(20_001) }, 'notes', 'The notes must be 20,000 characters or fewer'],
  ])('is not recorded with %o', async (change, id, message) => {
    await refusedWith(await given.browser.submit(`${path}/held`, { ...came, ...change }), id, message)
    expect(made('reviewMeeting.recordHeld')).toEqual([])
  })

  test('that was held shows what was noted as text, and that its report has not come', async () => {
    given.services.answer('reviewMeeting.list', { meetings: [held], familyQuestions: [] })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Held on 27 February 2026')
    expect(main).toContain('Police: Invented Officer, Example Police, Leeds')
    expect(main).toContain('Second &lt;script&gt;line&lt;/script&gt;.')
    expect(main).toContain('Not received yet')
    expect(main).not.toContain('Cancel the meeting')
    expect(main).toContain(`${path}/analysis`)
    const report = { _action: 'report', version: '2', ...date('receivedOn', ['2026', '3', '2']) }
    expect((await given.browser.submit(path, report)).status).toBe(303)
    expect(made('reviewMeeting.recordReport')).toMatchObject([{ version: 2, receivedOn: '2026-03-02' }])
    const early = await given.browser.submit(path, { ...report, ...date('receivedOn', ['2026', '2', '26']) })
    await refusedWith(
      early,
      'receivedOn-day',
      'The date the report came must be the same as or after the date of the meeting',
    )
    const again = mainOf((await given.browser.get(`${path}/held`)).body)
    expect(again).toContain('Invented Officer, Example Police, Leeds')
    const anew = {
      version: '2',
      roles: 'police',
      'people-police': 'Invented Officer, Example Police',
      notes: 'x',
    }
    expect((await given.browser.submit(`${path}/held`, anew)).status).toBe(303)
    expect(made('reviewMeeting.amendNotes')).toMatchObject([{ version: 2, notes: 'x' }])
  })

  test('that was the last one is so no longer, with a reason, while the case is not listed', async () => {
    given.services.answer('reviewMeeting.list', { meetings: [held], familyQuestions: [] })
    given.services.answer('case.open', {
      ...openCase,
      case: { ...openCase.case, state: 'review-meeting-held' },
    })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Another is expected after all')
    const saying = { _action: 'last', version: '2', last: 'no' }
    const silent = await given.browser.submit(path, saying)
    await refusedWith(silent, 'reason', 'Enter why')
    expect((await given.browser.submit(path, { ...saying, reason: 'Too few' })).status).toBe(303)
    expect(made('reviewMeeting.sayLast')).toMatchObject([{ version: 2, last: false, reason: 'Too few' }])
    given.services.answer('case.open', { ...openCase, case: { ...openCase.case, state: 'listed' } })
    expect(mainOf((await given.browser.get(path)).body)).not.toContain('Another is expected after all')
  })

  test('goes into a calendar by a file whose name says nothing', async () => {
    given.services.answer('reviewMeeting.calendar', { calendar: 'BEGIN:VCALENDAR\r\n' })
    const answer = await given.browser.get(`${path}/calendar`)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="review-meeting.ics"')
    expect(answer.body).toBe('BEGIN:VCALENDAR\r\n')
  })

  test('is cancelled from what somebody saw', async () => {
    expect((await given.browser.submit(path, { _action: 'cancel', version: '1' })).status).toBe(303)
    expect(made('reviewMeeting.cancel')).toMatchObject([{ reviewMeetingId, version: 1 }])
    given.services.refuse('reviewMeeting.cancel', 'stale')
    expect((await given.browser.submit(path, { _action: 'cancel', version: '1' })).status).toBe(409)
  })

  test('stands among the others of its case, and once one was held nobody is asked why there was none', async () => {
    const before = mainOf((await given.browser.get(list)).body)
    expect(before).toContain(`href="${path}"`)
    expect(before).toContain('planned for 27 February 2026')
    expect(before).toContain('Why was no review meeting held?')
    given.services.answer('reviewMeeting.list', { meetings: [held], familyQuestions: [] })
    const after = mainOf((await given.browser.get(list)).body)
    expect(after).toContain('held on 27 February 2026')
    expect(after).not.toContain('Why was no review meeting held?')
  })

  test('of another case is not there', async () => {
    expect((await given.browser.get(`${list}/${caseId}`)).status).toBe(404)
  })
})
