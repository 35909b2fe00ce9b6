import { AreaId, Instant, PlainDate, PlainTime, RegionalMeetingId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds, wakefield } from '../../testing/given-portal.ts'
import { panelMeetingId } from '../../testing/panel-answers.ts'
import { type PanelAnswers, panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const regionalMeetingId = RegionalMeetingId.parse('0190d000-0000-4000-8000-00000000000a')
const here = `/regional-meetings/${regionalMeetingId}`
let portal: GivenPortal
let coordinator: TestBrowser

const hosted: PanelAnswers['regionalMeeting.read'] = {
  ...{ regionalMeetingId, planVersion: 3, heldOn: PlainDate.parse('2126-06-08'), hosts: true },
  ...{ startsAt: PlainTime.parse('09:30'), endsAt: PlainTime.parse('13:00'), place: 'Room 4' },
  ...{ theme: 'Deaths of children with epilepsy', terms: 'The host chairs.', hostName: 'Leeds' },
  ...{ cancelled: false, cancelReason: null, answer: 'accepted', panelMeetingId },
  ...{ wordVersion: 2, sends: [], receives: [] },
  arrangedAt: Instant.parse('2026-02-20T10:00:00.000Z'),
  areas: [
    { areaId: leeds, name: 'Leeds', hosts: true, answer: 'accepted', answeredAt: null },
    { areaId: wakefield, name: 'Wakefield', hosts: false, answer: 'asked', answeredAt: null },
  ],
}
const asked: typeof hosted = {
  ...{ ...hosted, hosts: false, hostName: 'Wakefield', answer: 'asked', panelMeetingId: null },
  areas: [],
}

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  coordinator = testBrowser(portal.app)
  await coordinator.signIn('asha.linden@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('regionalMeeting.areas', [{ areaId: wakefield, name: 'Wakefield' }])
  services.answer('regionalMeeting.read', hosted)
  services.answer('panelMeeting.list', { rows: [] })
})

const typed = {
  ...{ theme: 'Deaths of children with epilepsy', terms: 'The host chairs.', place: 'Room 4' },
  ...{ 'heldOn-day': '8', 'heldOn-month': '6', 'heldOn-year': '2126', startsAt: '09:30', endsAt: '13:00' },
}

describe('regional meetings', () => {
  test('are listed from the panel meetings, with who arranges each and what waits for an answer', async () => {
    expect((await coordinator.get('/panel-meetings')).body).toContain('href="/regional-meetings"')
    const { regionalMeetingId: _id, ...row } = {
      ...{ regionalMeetingId, heldOn: hosted.heldOn, theme: hosted.theme, hosts: false, cancelled: false },
      ...{ hostName: 'Wakefield', answer: 'asked' as const },
    }
    services.answer('regionalMeeting.list', { rows: [{ regionalMeetingId, ...row }] })
    const { status, body } = await coordinator.get('/regional-meetings')
    expect(status).toBe(200)
    expect(body).toContain(`href="${here}"`)
    expect(body).toContain('Waits for your answer')
    expect(body).toContain('Nothing of a case goes to another area.')
    services.answer('regionalMeeting.list', { rows: [] })
    expect((await coordinator.get('/regional-meetings')).body).toContain('No regional meeting is arranged')
  })

  test('are arranged with the areas that are asked, and lead to what was arranged', async () => {
    services.answer('regionalMeeting.arrange', { regionalMeetingId })
    const answer = await coordinator.submit('/regional-meetings/new', { ...typed, areas: wakefield })
    expect(answer.status).toBe(303)
    expect(answer.location).toContain(here)
    expect(services.sent('regionalMeeting.arrange')).toMatchObject({
      ...{ areaId: leeds, areas: [wakefield], heldOn: '2126-06-08', startsAt: '09:30' },
    })
  })

  test.each([
    [{ areas: '' }, 'Select areas from the list', 'areas'],
    [{ areas: AreaId.parse('0190d000-0000-4000-8000-0000000000ff') }, 'Select areas from the list', 'areas'],
    [{ areas: wakefield, theme: ' ' }, 'Enter what the areas meet on', 'theme'],
    [{ areas: wakefield, terms: '' }, 'Enter the terms of reference', 'terms'],
    [{ areas: wakefield, place: '' }, 'Enter where the areas meet', 'place'],
    [{ areas: wakefield, endsAt: '09:00' }, 'The time it ends must be after the time it begins', 'endsAt'],
    [
      { areas: wakefield, 'heldOn-year': '2020' },
      'The date of the meeting must be today or in the future',
      'heldOn-day',
    ],
  ])('%j is refused with its message, and stays typed', async (fields, message, id) => {
    const { status, body } = await coordinator.submit('/regional-meetings/new', { ...typed, ...fields })
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#${id}">${message}</a>`)
    expect(body).toContain('value="Room 4"'.replace('Room 4', 'place' in fields ? '' : 'Room 4'))
    expect(services.sent('regionalMeeting.arrange')).toBeUndefined()
  })

  test('are changed and cancelled by the area that arranges them', async () => {
    const { body } = await coordinator.get(here)
    expect(body).toContain('Wakefield: has not answered yet')
    expect(body).toContain(`href="/panel-meetings/${panelMeetingId}"`)
    expect(body).not.toContain('Take part')
    expect((await coordinator.get(`${here}/change`)).body).toContain('value="Room 4"')
    services.answer('regionalMeeting.change', undefined)
    const changed = await coordinator.submit(`${here}/change`, { ...typed, _action: 'change', version: '3' })
    expect(changed.status).toBe(303)
    expect(services.sent('regionalMeeting.change')).toMatchObject({ regionalMeetingId, planVersion: 3 })
    services.answer('regionalMeeting.cancel', undefined)
    const none = await coordinator.submit(`${here}/change`, { _action: 'cancel', version: '3' })
    expect(none.body).toContain('<a href="#reason">Select why the meeting is cancelled</a>')
    const cancelled = await coordinator.submit(`${here}/change`, {
      ...{ _action: 'cancel', version: '3', reason: 'no-chair' },
    })
    expect(cancelled.status).toBe(303)
    expect(services.sent('regionalMeeting.cancel')).toMatchObject({ reason: 'no-chair' })
  })

  test('are answered by an area that was asked, which changes nothing of them', async () => {
    services.answer('regionalMeeting.read', asked)
    services.answer('regionalMeeting.answer', undefined)
    const { body } = await coordinator.get(here)
    expect(body).toContain('Take part')
    expect(body).toContain('Decline')
    expect(body).not.toContain(`${here}/change`)
    expect((await coordinator.get(`${here}/change`)).status).toBe(404)
    const answer = await coordinator.submit(here, { _action: 'accepted', version: '3' })
    expect(answer.status).toBe(303)
    expect(services.sent('regionalMeeting.answer')).toMatchObject({
      ...{ areaId: leeds, regionalMeetingId, planVersion: 3, answer: 'accepted' },
    })
    services.answer('regionalMeeting.read', { ...asked, answer: 'accepted', panelMeetingId })
    const later = (await coordinator.get(here)).body
    expect(later).toContain('Do not take part after all')
    expect(later).not.toContain('>Take part')
    services.answer('regionalMeeting.read', { ...asked, cancelled: true, cancelReason: 'no-chair' })
    const over = (await coordinator.get(here)).body
    expect(over).toContain('This regional meeting was cancelled. Nobody can chair it.')
    expect(over).not.toContain('Your answer')
  })

  test('say who goes and who comes by name, and take whom of its own panel an area names', async () => {
    const [member, chair] = [
      portal.people.get('tom.harrow@lds.example'),
      portal.people.get('helen.marsh@lds.example'),
    ]
    if (member === undefined || chair === undefined) throw new Error('they can sign in')
    const sends = [{ personId: member, agency: 'public-health' as const, seat: 'member' as const }]
    services.answer('regionalMeeting.read', { ...hosted, sends })
    expect((await coordinator.get(here)).body).toContain('Tom Harrow (public health)')
    const { body } = await coordinator.get(`${here}/guests`)
    expect(body).toMatch(new RegExp(`value="${member}" checked`))
    expect(body).toContain('Who chairs in the other areas?')
    expect(body).toContain('They see nothing else there')
    services.answer('regionalMeeting.nameGuests', undefined)
    const posted = await coordinator.submit(`${here}/guests`, { guests: member, chairs: chair, version: '2' })
    expect(posted.status).toBe(303)
    expect(services.sent('regionalMeeting.nameGuests')).toMatchObject({
      ...{ areaId: leeds, regionalMeetingId, wordVersion: 2 },
      guests: expect.arrayContaining([
        { personId: member, agency: 'public-health', seat: 'member' },
        { personId: chair, agency: 'public-health', seat: 'chair' },
      ]),
    })
    services.forget()
    services.answer('regionalMeeting.read', { ...hosted, sends })
    const stranger = portal.people.get('asha.linden@lds.example') ?? ''
    expect((await coordinator.submit(`${here}/guests`, { guests: stranger, version: '2' })).status).toBe(400)
    expect((await coordinator.submit(`${here}/guests`, { chairs: member, version: '2' })).status).toBe(400)
    expect(services.sent('regionalMeeting.nameGuests')).toBeUndefined()
    services.answer('regionalMeeting.read', { ...asked, panelMeetingId, answer: 'accepted' })
    expect((await coordinator.get(`${here}/guests`)).body).not.toContain('Who chairs in the other areas?')
    services.answer('regionalMeeting.read', asked)
    expect((await coordinator.get(`${here}/guests`)).status).toBe(404)
  })

  test('are for nobody who arranges no meetings', async () => {
    for (const email of ['tom.harrow@lds.example', 'helen.marsh@lds.example', 'nadia.birch@lds.example']) {
      const browser = testBrowser(portal.app)
      await browser.signIn(email)
      services.forget()
      for (const path of [
        '/regional-meetings',
        '/regional-meetings/new',
        here,
        `${here}/change`,
        `${here}/guests`,
      ]) {
        expect((await browser.get(path)).status).toBe(403)
      }
      expect(services.calls).toEqual([])
    }
  })
})
