import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { caseId, meeting, pack, panelMeetingId, reference } from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const here = `/panel-meetings/${panelMeetingId}/cases/${caseId}`
let portal: GivenPortal
let member: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  member = testBrowser(portal.app)
  await member.signIn('tom.harrow@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('panelMeeting.read', meeting)
  services.answer('pack.open', pack)
})

describe('reading a case for the panel', () => {
  test('shows summary and returned answers by kind of organisation, and warns that it is not anonymous', async () => {
    const { status, body } = await member.get(here)
    expect(status).toBe(200)
    for (const part of [
      'This pack is de-identified, not anonymous.',
      'A baby found unresponsive in the morning.',
      'Hospital',
      'Was the child known to your agency?',
      'Transcribed: the agency told it by telephone',
      'November 2025',
      reference,
    ]) {
      expect(body).toContain(part)
    }
    expect(/<title>([^<]*)<\/title>/.exec(body)?.[1]).not.toContain(reference)
    expect(body).not.toContain('/analysis')
  })

  test('says so when no agency returned anything', async () => {
    services.answer('pack.open', { ...pack, pack: { ...pack.pack, returns: [] } })
    expect((await member.get(here)).body).toContain('No agency has returned a form.')
  })

  test('says which kind of agency has not answered', async () => {
    const police = { organisationKind: 'police' as const, effect: 'some-questions-open' as const }
    const noAnswer = [
      { ...police, part: false },
      { ...police, organisationKind: 'hospital' as const, part: true },
    ]
    services.answer('pack.open', { ...pack, pack: { ...pack.pack, noAnswer } })
    const { body } = await member.get(here)
    expect(body).toMatch(/No answer from: Police. Expected effect:\s+some questions/)
    expect(body).toContain('Only a part of the answer from: Hospital')
  })

  test('escapes what was written, however long', async () => {
    const summary = `<script>alert(1)</script>\n${'Long words '.repeat(900)}`
    services.answer('pack.open', { ...pack, pack: { ...pack.pack, summary } })
    const { status, body } = await member.get(here)
    expect(status).toBe(200)
    expect(body).toContain('&lt;script&gt;alert(1)')
  })

  test('is not there on another agenda, for a wrong id, or when case-review says no', async () => {
    services.answer('panelMeeting.read', { ...meeting, agenda: [] })
    expect((await member.get(here)).status).toBe(404)
    expect(services.sent('pack.open')).toBeUndefined()
    services.answer('panelMeeting.read', meeting)
    services.refuse('pack.open', 'not-found')
    expect((await member.get(here)).status).toBe(404)
    expect((await member.get(`/panel-meetings/${panelMeetingId}/cases/nonsense`)).status).toBe(404)
  })

  test('is not for the coordinator, who knows the child’s name', async () => {
    const coordinator = testBrowser(portal.app)
    await coordinator.signIn('asha.linden@lds.example')
    expect((await coordinator.get(here)).status).toBe(403)
    expect(services.calls).toEqual([])
  })
})

describe('declaring a conflict of interest', () => {
  test('takes one button, and leads back to the agenda, which says so', async () => {
    services.answer('conflict.declare', undefined)
    const answer = await member.submit(here, { _action: 'declare-conflict' })
    expect(answer.status).toBe(303)
    expect(services.sent('conflict.declare')).toMatchObject({ areaId: leeds, caseId })
    services.answer('panelMeeting.read', { ...meeting, agenda: [] })
    const agenda = await member.follow(answer)
    expect(agenda.body).toContain('You declared a conflict of interest')
    expect((await member.get(here)).status).toBe(404)
  })

  test('without the button is refused', async () => {
    expect((await member.submit(here, {})).status).toBe(400)
    expect(services.sent('conflict.declare')).toBeUndefined()
  })
})
