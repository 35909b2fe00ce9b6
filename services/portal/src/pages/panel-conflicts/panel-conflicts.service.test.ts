import { Instant, PersonId, PlainDate } from '@cdop/domain'
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
import { type PanelAnswers, panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const agenda = `/panel-meetings/${panelMeetingId}`
const conflicts = `${agenda}/conflicts`
const interests = `${agenda}/interests`
const emails = {
  coordinator: 'asha.linden@lds.example',
  chair: 'helen.marsh@lds.example',
  member: 'tom.harrow@lds.example',
  police: 'grace.okello@lds.example',
} as const
let portal: GivenPortal
const browsers = new Map<string, TestBrowser>()
const as = (who: keyof typeof emails) => browsers.get(who) ?? testBrowser(portal.app)
const idOf = (who: keyof typeof emails) => PersonId.parse(portal.people.get(emails[who]))

const heldOn = PlainDate.parse('2026-02-23')
const item = { caseId, reference, ageBand: '28-364d' as const, monthOfDeath: '2025-11' }
const table = (interestsHeld: PanelAnswers['conflict.list']['items'][number]['interests']) => ({
  heldOn,
  items: [{ ...item, traces: { asked: ['police' as const], doctors: [] }, interests: interestsHeld }],
})
const own = (given: Partial<PanelAnswers['conflict.own']['items'][number]>) => ({
  heldOn,
  items: [{ ...item, outcome: null, proposals: [], ...given }],
})

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  for (const [who, email] of Object.entries(emails)) {
    const browser = testBrowser(portal.app)
    await browser.signIn(email)
    browsers.set(who, browser)
  }
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('panelMeeting.read', meeting)
  services.answer('panelStatement.list', { rows: [] })
  services.answer('reading.progress', progress)
  services.answer('panelApology.read', noApologies)
  services.answer('panelInvitation.read', { rows: [] })
  services.answer('conflict.list', table([]))
  services.answer('conflict.own', own({}))
  services.answer('conflict.declare', undefined)
  services.answer('conflict.record', undefined)
})

describe('the members of a panel beside the cases of a meeting', () => {
  test('are not asked yet until something is recorded, and an employer only proposes that they are', async () => {
    services.answer(
      'conflict.list',
      table([{ personId: idOf('member'), outcome: 'facts-only', history: [] }]),
    )
    const { status, body } = await as('coordinator').get(conflicts)
    expect(status).toBe(200)
    expect(body).toContain(reference)
    expect(body).toMatch(/Tom Harrow[\s\S]*?Present for the facts only/)
    expect(body).toMatch(
      /Grace Okello[\s\S]*?Not asked yet[\s\S]*?An organisation of their agency was asked about the child/,
    )
    expect(body.match(/An organisation of their agency/g)).toHaveLength(1)
    expect(body).toContain('answers still to come')
    expect(body).not.toContain('@lds.example')
  })

  test('are linked from the meeting for coordinator and chair, and are not for members', async () => {
    for (const who of ['coordinator', 'chair'] as const) {
      expect((await as(who).get(agenda)).body).toContain(`href="${conflicts}"`)
    }
    expect((await as('member').get(agenda)).body).not.toContain(`href="${conflicts}"`)
    expect((await as('member').get(conflicts)).status).toBe(403)
    expect((await as('member').get(`${conflicts}/${caseId}/${idOf('police')}`)).status).toBe(403)
    expect(services.calls).not.toContain('conflict.list')
  })

  test('say so where there is no case, and are not there for another meeting', async () => {
    services.answer('conflict.list', { heldOn, items: [] })
    expect((await as('coordinator').get(conflicts)).body).toContain('No case is on the agenda yet.')
    services.refuse('conflict.list', 'not-found')
    expect((await as('coordinator').get(conflicts)).status).toBe(404)
  })
})

describe('recording one interest', () => {
  const cell = (who: keyof typeof emails = 'police') => `${conflicts}/${caseId}/${idOf(who)}`

  test('sends what is chosen, with what held when the page was shown', async () => {
    const { hidden, body } = await as('coordinator').get(cell())
    expect(body).toContain('Grace Okello, police: case')
    expect(body).toContain('That alone is no conflict: ask.')
    expect(body).not.toContain('let in further')
    const done = await as('coordinator').post(cell(), { ...hidden, instead: '', outcome: 'none' })
    expect(done.location).toContain(`${conflicts}?saved=yes`)
    expect(services.sent('conflict.record')).toEqual({
      areaId: leeds,
      caseId,
      personId: idOf('police'),
      outcome: 'none',
      because: null,
      instead: null,
      key: hidden._key,
    })
  })

  test('shows who recorded what before, and lifts it with a reason alone', async () => {
    const declaredAt = Instant.parse('2026-02-20T09:30:00.000Z')
    const said = { outcome: 'withdrawn' as const, declaredAt, recordedBy: null, because: null }
    services.answer(
      'conflict.list',
      table([{ personId: idOf('police'), outcome: 'withdrawn', history: [said] }]),
    )
    const { body } = await as('chair').get(cell())
    expect(body).toMatch(/20 February 2026 at 9:30am[\s\S]*?Withdrawn[\s\S]*?Grace Okello/)
    expect(body).toContain('name="instead" value="withdrawn"')
    services.refuse('conflict.record', 'conflict-lifted-without-reason')
    const lifting = { instead: 'withdrawn', outcome: 'none', because: '' }
    const refused = await as('chair').submit(cell(), lifting)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain('<a href="#because">Select why the person is let in further')
    services.answer('conflict.record', undefined)
    await as('chair').submit(cell(), { ...lifting, because: 'declared-by-mistake' })
    expect(services.sent('conflict.record')).toMatchObject({
      outcome: 'none',
      because: 'declared-by-mistake',
      instead: 'withdrawn',
    })
  })

  test('needs an outcome, of a member of this panel and a case of this agenda', async () => {
    const empty = await as('coordinator').submit(cell(), { instead: '', outcome: '' })
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('<a href="#outcome">Select what is recorded</a>')
    const hostile = await as('coordinator').submit(cell(), { instead: 'perhaps', outcome: 'none' })
    expect(hostile.status).toBe(400)
    expect(services.sent('conflict.record')).toBeUndefined()
    expect((await as('coordinator').get(cell('coordinator'))).status).toBe(404)
    expect((await as('coordinator').get(`${conflicts}/${panelMeetingId}/${idOf('police')}`)).status).toBe(404)
    expect((await as('coordinator').get(`${conflicts}/${caseId}/nobody`)).status).toBe(404)
  })

  test('is told where something else was recorded meanwhile', async () => {
    services.refuse('conflict.record', 'stale')
    const answer = await as('coordinator').submit(cell(), { instead: '', outcome: 'none' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('Somebody else changed this while you were working')
  })
})

describe('a member’s own interests', () => {
  test('are answered by reference, age and month, one case at a time and with one click', async () => {
    services.answer('conflict.own', own({ proposals: ['employer'] }))
    const { hidden, body } = await as('police').get(interests)
    expect(body).toContain(reference)
    expect(body).toContain('28 days to under 1 year, died in November 2025')
    expect(body).toContain('An organisation of your agency was asked about the child.')
    expect(body).toContain('Your answer: not given yet')
    expect(services.sent('conflict.own')).toMatchObject({ areaId: leeds, panelMeetingId, agency: 'police' })
    const done = await as('police').post(interests, { ...hidden, case: caseId, _action: 'withdrawn' })
    expect(done.location).toContain(`${interests}?saved=withdrawn`)
    expect(services.sent('conflict.declare')).toEqual({
      areaId: leeds,
      caseId,
      outcome: 'withdrawn',
      key: hidden._key,
    })
    expect((await as('police').get(`${interests}?saved=withdrawn`)).body).toContain(
      'closed to you from now on',
    )
  })

  test('once answered offer only to say more', async () => {
    services.answer('conflict.own', own({ outcome: 'facts-only' }))
    const { body } = await as('member').get(interests)
    expect(body).toContain('value="withdrawn"')
    expect(body).not.toContain('name="_action" value="none"')
    expect(body).not.toContain('name="_action" value="facts-only"')
    services.refuse('conflict.declare', 'conflict-not-yours-to-lift')
    const late = await as('member').submit(interests, { case: caseId, _action: 'none' })
    expect(late.status).toBe(409)
    expect(late.body).toContain('You cannot take back what you declared')
  })

  test('are linked from the meeting, not asked of whoever is not on the panel, and need the statement', async () => {
    expect((await as('member').get(agenda)).body).toContain(`href="${interests}"`)
    expect((await as('coordinator').get(interests)).status).toBe(403)
    services.refuse('conflict.own', 'statement-not-signed')
    expect((await as('member').get(interests)).location).toContain('/panel-induction')
    services.answer('conflict.own', { heldOn, items: [] })
    expect((await as('member').get(interests)).body).toContain('No case of this meeting is open to you.')
  })

  test.each([
    { case: 'nonsense', _action: 'none' },
    { case: caseId, _action: 'perhaps' },
    { _action: 'withdrawn' },
  ])('refuse %j', async (fields) => {
    const given = Object.fromEntries(Object.entries(fields))
    expect((await as('member').submit(interests, given)).status).toBe(400)
    expect(services.sent('conflict.declare')).toBeUndefined()
  })
})
