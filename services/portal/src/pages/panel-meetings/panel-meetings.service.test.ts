import { CaseId, caseReference, Instant, PersonId, PlainDate, PlainTime, usualQuorum } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import {
  caseId,
  meeting,
  noApologies,
  panelMeetingId,
  progress,
  reference,
} from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const here = `/panel-meetings/${panelMeetingId}`
let portal: GivenPortal
let coordinator: TestBrowser
let member: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  coordinator = testBrowser(portal.app)
  member = testBrowser(portal.app)
  await coordinator.signIn('asha.linden@lds.example')
  await member.signIn('tom.harrow@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('panelMeeting.read', meeting)
  services.answer('panelStatement.list', { rows: [] })
  services.answer('reading.progress', progress)
  services.answer('panelApology.read', noApologies)
  services.answer('panelInvitation.read', { rows: [] })
})

const otherCase = CaseId.parse('0190c000-0000-7000-8000-0000000000aa')
const otherReference = caseReference('LDS', 2026, new Uint8Array([6, 5, 4, 3, 2, 1]))
const [startsAt, endsAt] = [PlainTime.parse('09:30'), PlainTime.parse('10:30')]
const at = Instant.parse('2026-02-20T10:00:00.000Z')
const cancelled = { ...meeting, agenda: [], cancelled: { reason: 'no-chair' as const, at } }
const others = ['owen.pryce@lds.example', 'nadia.birch@lds.example']

describe('the list of panel meetings', () => {
  const row = (heldOn: string, cases = 3) => ({
    panelMeetingId,
    kind: 'standard' as const,
    quorumRule: { rule: usualQuorum.standard, validFrom: null },
    heldOn: PlainDate.parse(heldOn),
    startsAt: null,
    stage: 'planned' as const,
    cases,
  })

  test('has those to come, the next one first, and those held, the latest first', async () => {
    const rows = ['2026-01-12', '2026-06-08', '2026-03-02', '2026-02-09'].map((heldOn) => row(heldOn))
    services.answer('panelMeeting.list', { rows })
    const { status, body } = await coordinator.get('/panel-meetings')
    expect(status).toBe(200)
    expect(body).toMatch(/2 March 2026[\s\S]*8 June 2026[\s\S]*9 February 2026[\s\S]*12 January 2026/)
    expect(body).toContain('href="/panel-meetings/new"')
  })

  test('says so when it is empty', async () => {
    services.answer('panelMeeting.list', { rows: [] })
    const { body } = await member.get('/panel-meetings')
    expect(body).toContain('No panel meeting is arranged.')
    expect(body).toContain('No panel meeting has been held yet.')
    expect(body).not.toContain('/panel-meetings/new')
  })

  test('stands on the start page of those who sit on the panel', async () => {
    expect((await member.get('/')).body).toContain('href="/panel-meetings"')
  })

  test.each(others)('is not for %s', async (email) => {
    const browser = testBrowser(portal.app)
    await browser.signIn(email)
    for (const path of [
      '/panel-meetings',
      '/panel-meetings/new',
      here,
      `${here}/attendance`,
      `${here}/cases/${caseId}`,
    ]) {
      expect((await browser.get(path)).status).toBe(403)
    }
    expect(services.calls).toEqual([])
  })

  test('when its service does not answer is unavailable, not broken', async () => {
    const alone = await givenPortal()
    const browser = testBrowser(alone.app)
    await browser.signIn('asha.linden@lds.example')
    expect((await browser.get('/panel-meetings')).status).toBe(503)
    await alone.drop()
  })
})

describe('arranging a meeting', () => {
  const date = (day: string, month: string, year: string, kind = 'neonatal') => ({
    kind,
    'held-on-day': day,
    'held-on-month': month,
    'held-on-year': year,
  })

  test('sets its day and what the panel meets as, and leads to it', async () => {
    services.answer('panelMeeting.arrange', { panelMeetingId })
    const answer = await coordinator.submit('/panel-meetings/new', date('8', '6', '2026'))
    expect(answer.status).toBe(303)
    expect(answer.location).toContain(here)
    expect(services.sent('panelMeeting.arrange')).toMatchObject({
      areaId: leeds,
      kind: 'neonatal',
      heldOn: '2026-06-08',
    })
  })

  test.each([
    [date('8', '6', '2026', ''), 'Select a kind of panel', 'kind'],
    [date('8', '6', '2026', 'festive'), 'Select a kind of panel', 'kind'],
    [date('', '', ''), 'Enter the date of the meeting', 'held-on-day'],
    [date('8', '', '2026'), 'The date of the meeting must include a month', 'held-on-month'],
    [date('29', '2', '2023'), 'The date of the meeting must be a real date', 'held-on-day'],
    [date('8', '6', '26'), 'The date of the meeting must have a year with 4 numbers', 'held-on-year'],
  ])('%j is refused with its message, and stays typed', async (fields, message, id) => {
    const { status, body } = await coordinator.submit('/panel-meetings/new', fields)
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#${id}">${message}</a>`)
    expect(body).toContain(`value="${fields['held-on-year']}"`)
    expect(services.sent('panelMeeting.arrange')).toBeUndefined()
  })

  test('is not for members of the panel', async () => {
    expect((await member.get('/panel-meetings/new')).status).toBe(403)
  })
})

describe('a panel meeting', () => {
  test('shows the coordinator quorum for each case and who attended', async () => {
    const { body } = await coordinator.get(here)
    expect(body).toContain(
      '<title>Panel meeting on 23 February 2026 – Panel meetings – Child death reviews</title>',
    )
    expect(body).toContain(reference)
    expect(body).toContain('Not quorate with 4 members: 1 more needed; nobody for police; nobody for health')
    expect(body).toContain('Former member (lay member)')
    expect(body).toContain('Standard panel. Quorate with at least 5 members, among them public health')
    expect(body).toContain(`href="/cases/${caseId}"`)
    expect(body, 'no pack').not.toContain(`href="${here}/cases/${caseId}"`)
  })

  test('shows a member the cases to read by reference, age and month, and no more', async () => {
    const { body } = await member.get(here)
    expect(body).toContain(`href="${here}/cases/${caseId}"`)
    expect(body).toContain('28 days to under 1 year')
    expect(body).toContain('November 2025')
    expect(body).toContain('Quorate with at least 5 members')
    expect(body).toContain('Samaritans on 116 123')
    expect(body).not.toContain('Quorum')
    expect(body).not.toContain('nobody for police')
    expect(body).not.toContain('Attendance')
    expect(body).not.toContain('/analysis')
  })

  test('shows the coordinator who has signed, until when, and whose statement runs out before it', async () => {
    const tom = PersonId.parse(portal.people.get('tom.harrow@lds.example'))
    const helen = PersonId.parse(portal.people.get('helen.marsh@lds.example'))
    const lapsesOn = PlainDate.parse('2026-06-01')
    services.answer('panelMeeting.read', { ...meeting, heldOn: PlainDate.parse('2026-06-08') })
    services.answer('panelStatement.list', {
      rows: [
        { personId: tom, state: 'signed', atMeeting: 'lapsed', lapsesOn },
        { personId: helen, state: 'words-changed', atMeeting: 'words-changed', lapsesOn },
      ],
    })
    const { body } = await coordinator.get(here)
    expect(body).toContain('<li>Tom Harrow on 1 June 2026</li>')
    expect(body).not.toContain('<li>Helen Marsh')
    expect(body).toMatch(/Grace Okello[\s\S]*?Not signed yet/)
    expect(body).toMatch(/Helen Marsh[\s\S]*?To be signed again[\s\S]*?1 June 2026/)
    services.forget()
    services.answer('panelMeeting.read', meeting)
    expect((await member.get(here)).body).not.toContain('Confidentiality statements')
  })

  test('without a case says how one gets there', async () => {
    services.answer('panelMeeting.read', { ...meeting, agenda: [], attendance: [] })
    const { body } = await coordinator.get(here)
    expect(body).toContain('No case is on the agenda yet')
    expect(body).toContain('Record attendance')
  })

  test('that is still to come has no attendance to record', async () => {
    services.answer('panelMeeting.read', {
      ...meeting,
      heldOn: PlainDate.parse('2026-06-08'),
      attendance: [],
    })
    expect((await coordinator.get(here)).body).not.toContain('Record attendance')
  })

  test('that does not exist, or is no meeting at all, is not found', async () => {
    services.refuse('panelMeeting.read', 'not-found')
    expect((await coordinator.get(here)).status).toBe(404)
    expect((await coordinator.get('/panel-meetings/nonsense')).status).toBe(404)
  })
})

describe('attendance', () => {
  const idOf = (email: string) => portal.people.get(email) ?? ''

  test('offers the area’s panel members and chairs with their agencies, and nobody else', async () => {
    const { body } = await coordinator.get(`${here}/attendance`)
    for (const name of ['Tom Harrow', 'Grace Okello', 'Helen Marsh']) expect(body).toContain(name)
    expect(body).toContain('Public health, chair')
    expect(body).not.toContain('Owen Pryce')
    expect(body).not.toContain('@lds.example')
  })

  test('is saved with the agency each speaks for', async () => {
    services.answer('panelMeeting.recordAttendance', undefined)
    const page = await coordinator.get(`${here}/attendance`)
    const [police, chair] = [idOf('grace.okello@lds.example'), idOf('helen.marsh@lds.example')]
    const fields = new URLSearchParams([
      ...Object.entries(page.hidden),
      ['present', police],
      ['present', chair],
      ['deputy', police],
    ])
    const answer = await coordinator.post(`${here}/attendance`, fields.toString())
    expect(answer.status).toBe(303)
    expect(services.sent('panelMeeting.recordAttendance')).toMatchObject({
      panelMeetingId,
      present: [
        { personId: police, agency: 'police', attendedAs: 'deputy' },
        { personId: chair, agency: 'public-health', attendedAs: 'primary' },
      ],
    })
  })

  test('keeps whoever was there and has left the panel since', async () => {
    services.answer('panelMeeting.recordAttendance', undefined)
    const gone = PersonId.parse('0190f000-0000-4000-8000-000000000001')
    const { body } = await coordinator.get(`${here}/attendance`)
    expect(body).toMatch(new RegExp(`value="${gone}" checked`))
    expect((await coordinator.submit(`${here}/attendance`, { present: gone })).status).toBe(303)
    expect(services.sent('panelMeeting.recordAttendance')).toMatchObject({
      present: [{ personId: gone, agency: 'lay', attendedAs: 'primary' }],
    })
  })

  test('names as a deputy only somebody who attended', async () => {
    const [police, chair] = [idOf('grace.okello@lds.example'), idOf('helen.marsh@lds.example')]
    const answer = await coordinator.submit(`${here}/attendance`, { present: police, deputy: chair })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('<a href="#deputy">Select as deputies only people who attended</a>')
    expect(answer.body).toMatch(new RegExp(`value="${police}" checked`))
  })

  test('needs somebody, of this area’s panel', async () => {
    const nobody = await coordinator.submit(`${here}/attendance`, {})
    expect(nobody.status).toBe(422)
    expect(nobody.body).toContain('<a href="#present">Select at least one person who attended</a>')
    for (const present of ['nonsense', idOf('owen.pryce@lds.example'), idOf('callum.thorne@wyb.example')]) {
      const { status, body } = await coordinator.submit(`${here}/attendance`, { present })
      expect(status).toBe(422)
      expect(body).toContain('Select the people who attended from the list')
    }
    expect(services.sent('panelMeeting.recordAttendance')).toBeUndefined()
  })

  test('before the day of the meeting is refused beside the question', async () => {
    services.refuse('panelMeeting.recordAttendance', 'date-in-future')
    const present = idOf('grace.okello@lds.example')
    const { status, body } = await coordinator.submit(`${here}/attendance`, { present })
    expect(status).toBe(422)
    expect(body).toContain('You can record who attended from the day of the meeting')
    expect(body).toMatch(new RegExp(`value="${present}" checked`))
  })

  test('is not for members of the panel', async () => {
    expect((await member.get(`${here}/attendance`)).status).toBe(403)
  })
})

describe('the end of a meeting', () => {
  test('is a pause with where to find support, recorded by one button and shown to everybody', async () => {
    services.answer('panelMeeting.recordPause', undefined)
    expect((await coordinator.get(here)).body).toContain(`href="${here}/pause"`)
    expect((await member.get(here)).body).not.toContain(`href="${here}/pause"`)
    expect((await member.get(`${here}/pause`)).status).toBe(403)
    expect((await coordinator.get(`${here}/pause`)).body).toContain('Samaritans on 116 123')
    const { status, location } = await coordinator.submit(`${here}/pause`, {})
    expect([status, location]).toEqual([303, expect.stringContaining(here)])
    const recordedBy = PersonId.parse(portal.people.get('helen.marsh@lds.example'))
    services.answer('panelMeeting.read', {
      ...meeting,
      pause: { recordedBy, recordedAt: Instant.parse('2026-02-23T15:00:00.000Z') },
    })
    expect((await member.get(here)).body).toContain('The meeting ended with a pause. Recorded by Helen Marsh')
    expect((await coordinator.get(`${here}/pause`)).body).not.toContain('Record that the meeting')
  })

  test('is not recorded before its day', async () => {
    services.answer('panelMeeting.read', { ...meeting, heldOn: PlainDate.parse('2026-06-08') })
    const { body } = await coordinator.get(`${here}/pause`)
    expect(body).toContain('You can record it from the day of the meeting.')
    expect(body).not.toContain('Record that the meeting')
  })
})

describe('attendance over the year', () => {
  const none = { meetings: 0, primary: 0, deputy: 0, notRepresented: 0 }

  test('is a picture and the table behind it, with what is not in it', async () => {
    const all = { meetings: 100, primary: 79, deputy: 15, notRepresented: 6 }
    const agencies = [{ ...all, agency: 'police' as const }]
    services.answer('panelMeeting.attendanceFigures', { all, agencies, notSaid: 2 })
    const { body } = await coordinator.get('/panel-meetings/attendance?year=2025-26')
    expect(services.sent('panelMeeting.attendanceFigures')).toMatchObject({ areaId: leeds, year: '2025-26' })
    expect(body).toContain('in 79%\nof places at meetings, by deputies in 15%')
    expect(body).toContain('By a deputy: 15 of 100.')
    expect(body).toMatch(/Police<\/th>[\s\S]*100[\s\S]*79[\s\S]*15[\s\S]*6[\s\S]*79%/)
    expect(body).toContain('2 meetings are not in these figures')
  })

  test('of a year without any says so, and is not for members', async () => {
    services.answer('panelMeeting.attendanceFigures', { all: none, agencies: [], notSaid: 0 })
    const { body } = await coordinator.get('/panel-meetings/attendance')
    expect(body).toContain('No attendance was recorded for a meeting of this year.')
    expect((await member.get('/panel-meetings/attendance')).status).toBe(403)
  })
})

describe('the order and minutes of an agenda', () => {
  const other = { caseId: otherCase, reference: otherReference, minutes: 25 }
  const two = { ...meeting, agenda: meeting.agenda.flatMap((one) => [one, { ...one, ...other }]) }
  const minutes = { [`minutes-${caseId}`]: '30', [`minutes-${otherCase}`]: '45' }
  const path = `${here}/agenda`

  test('are changed together: what is typed is saved with the move, by buttons that say of which case', async () => {
    services.answer('panelMeeting.read', { ...two, startsAt, endsAt })
    services.answer('panelMeeting.setAgenda', undefined)
    const { body } = await coordinator.get(path)
    expect(body).toContain(
      'The cases take 1 hour 5 minutes of the 1 hour of the meeting: 5 minutes too long.',
    )
    expect(body).toMatch(new RegExp(`value="down ${caseId}"[^>]*>Down<span[^>]*> case\\s+${reference}`))
    expect(body).not.toContain(`value="up ${caseId}"`)
    const answer = await coordinator.submit(path, { ...minutes, version: '4', _action: `up ${otherCase}` })
    expect(answer.status).toBe(303)
    expect(services.sent('panelMeeting.setAgenda')).toMatchObject({
      panelMeetingId,
      version: 4,
      minutes: [
        { caseId, minutes: 30 },
        { caseId: otherCase, minutes: 45 },
      ],
      move: { caseId: otherCase, move: 'up' },
    })
  })

  test.each([
    ['', `Enter how many minutes case ${otherReference} has`],
    ['0', `Minutes of case ${otherReference} must be a whole number from 1 to 480`],
    ['a lot', `Minutes of case ${otherReference} must be a whole number from 1 to 480`],
  ])('with %j for minutes are refused, and stay typed', async (typed, message) => {
    services.answer('panelMeeting.read', two)
    const { status, body } = await coordinator.submit(path, {
      ...minutes,
      [`minutes-${otherCase}`]: typed,
      version: '4',
    })
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#minutes-${otherCase}">${message}</a>`)
    expect(body).toContain('value="30"')
    expect(services.sent('panelMeeting.setAgenda')).toBeUndefined()
  })

  test('that somebody else changed meanwhile are told, and shown as they now are', async () => {
    services.answer('panelMeeting.read', two)
    services.refuse('panelMeeting.setAgenda', 'stale')
    const { body } = await coordinator.submit(path, { ...minutes, version: '3', _action: `up ${otherCase}` })
    expect(body).toContain('value="25"')
    expect(body).not.toContain('value="45"')
  })

  test('are not for members of the panel, nor for a meeting that was cancelled', async () => {
    expect((await member.get(path)).status).toBe(403)
    expect((await member.get(`${here}/change`)).status).toBe(403)
    services.answer('panelMeeting.read', cancelled)
    expect((await coordinator.get(path)).status).toBe(303)
    expect((await coordinator.get(`${here}/change`)).status).toBe(303)
  })
})

describe('changing a meeting', () => {
  const path = `${here}/change`
  const typed = {
    kind: 'neonatal',
    ...{ 'heldOn-day': '9', 'heldOn-month': '6', 'heldOn-year': '2026' },
    ...{ startsAt: '9:30', endsAt: '12', place: '', version: '4', _action: 'change' },
  }

  test('keeps what it was, and sends what was typed', async () => {
    services.answer('panelMeeting.change', undefined)
    services.answer('panelMeeting.read', { ...meeting, place: 'Room 4' })
    expect((await coordinator.get(path)).body).toContain('value="Room 4"')
    const answer = await coordinator.submit(path, { ...typed, endsAt: '12.00' })
    expect(answer.status).toBe(303)
    expect(services.sent('panelMeeting.change')).toMatchObject({
      ...{ panelMeetingId, version: 4, kind: 'neonatal', heldOn: '2026-06-09', place: null },
      times: { startsAt: '09:30', endsAt: '12:00' },
    })
  })

  test.each([
    [{ kind: 'festive' }, 'Select a kind of panel', 'kind'],
    [{ startsAt: '' }, 'Enter the time it begins', 'startsAt'],
    [{ endsAt: '25:00' }, 'The time it ends must be a time by the 24-hour clock, like 09:30', 'endsAt'],
    [{ endsAt: '09:00' }, 'The time it ends must be after the time it begins', 'endsAt'],
    [{ 'heldOn-day': '' }, 'The date of the meeting must include a day', 'heldOn-day'],
    [{ place: 'x'.repeat(301) }, 'Where the meeting is must be 300 characters or fewer', 'place'],
    [{ _action: 'cancel' }, 'Select why the meeting is cancelled', 'reason'],
  ])('is not done with %j', async (change, message, id) => {
    const fields = { ...typed, endsAt: '12:00', ...change }
    const { status, body } = await coordinator.submit(path, fields)
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#${id}">${message}</a>`)
    expect(services.sent('panelMeeting.change')).toBeUndefined()
    expect(services.sent('panelMeeting.cancel')).toBeUndefined()
  })

  test('calls it off with a reason, and says so to everybody who opens it', async () => {
    services.answer('panelMeeting.cancel', undefined)
    const answer = await coordinator.submit(path, { reason: 'no-chair', version: '4', _action: 'cancel' })
    expect(answer.status).toBe(303)
    expect(services.sent('panelMeeting.cancel')).toMatchObject({ version: 4, reason: 'no-chair' })
    services.answer('panelMeeting.read', cancelled)
    const { body } = await member.get(here)
    expect(body).toContain('This meeting was cancelled. Nobody can chair it.')
  })
})

describe('an agenda that is proposed', () => {
  const path = `${here}/propose`
  const one = {
    ...{ caseId, reference, ageBand: '28-364d' as const, monthOfDeath: '2025-11', kept: false },
    ...{ dueOn: PlainDate.parse('2026-03-20'), warns: ['agencies-answered' as const] },
  }
  const out = { ...one, caseId: otherCase, reference: otherReference, blocks: [], missing: [] }
  const proposal = { minutesEach: 40, minutesFree: 90, proposed: [one], leftOut: [], more: false }

  test('says what is due, what a case lacks, and why the others are not on it', async () => {
    const reasons = [
      { ...out, because: 'other-theme' as const },
      { ...out, because: 'not-ready' as const, blocks: ['nothing-holds-the-panel' as const] },
      { ...out, because: 'not-quorate' as const, missing: [['police' as const]] },
      { ...out, because: 'no-time' as const },
    ]
    services.answer('panelMeeting.proposeAgenda', { ...proposal, leftOut: reasons })
    const { body } = await coordinator.get(`${path}?theme=neonatal`)
    expect(services.sent('panelMeeting.proposeAgenda')).toMatchObject({ panelMeetingId, theme: 'neonatal' })
    expect(body).toContain('A case has 40 minutes, and the meeting has 1 hour 30 minutes left.')
    expect(body).toContain('Next due 20 March 2026. An agency has not answered')
    expect(body).toContain('Nothing in its codes says that it is of this theme.')
    expect(body).toContain('A hold keeps the panel waiting.')
    expect(body).toContain('the panel has nobody for police.')
    expect(body).toContain('The meeting has no time left.')
  })

  test('is saved as it was ticked, and leads from the meeting to each summary', async () => {
    services.answer('panelMeeting.proposeAgenda', proposal)
    services.answer('panelMeeting.keepProposal', undefined)
    const answer = await coordinator.submit(path, { cases: caseId, version: '4' })
    expect(answer.status).toBe(303)
    expect(services.sent('panelMeeting.keepProposal')).toMatchObject({ version: 4, caseIds: [caseId] })
    services.answer('panelMeeting.read', { ...meeting, proposed: [one] })
    expect((await coordinator.get(here)).body).toContain(
      `href="/cases/${caseId}/panel?meeting=${panelMeetingId}"`,
    )
  })

  test('of nothing says so, and is for whoever arranges meetings alone', async () => {
    services.answer('panelMeeting.proposeAgenda', { ...proposal, proposed: [], more: true })
    const { body } = await coordinator.get(`${path}?theme=festive`)
    expect(services.sent('panelMeeting.proposeAgenda')).toMatchObject({ theme: 'all' })
    expect(body).toContain('No case is proposed.')
    expect(body).toContain('There are more cases: those due first were looked at.')
    expect((await coordinator.submit(here, {})).status).not.toBe(303)
    expect((await member.get(path)).status).toBe(403)
  })
})
