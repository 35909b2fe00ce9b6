import { PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { caseId, panelMeetingId, statement } from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const wanted = `/panel-meetings/${panelMeetingId}/cases/${caseId}`
const asked = `/panel-induction?next=${encodeURIComponent(wanted)}`
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
  services.answer('panelStatement.read', statement)
  services.answer('panelStatement.sign', undefined)
})

test('whoever has not signed is brought here from what they wanted to read, and back to it', async () => {
  services.refuse('panelMeeting.read', 'statement-not-signed')
  const away = await member.get(wanted)
  expect(away.status).toBe(303)
  expect(away.location).toContain(asked)
  const signed = await member.submit(asked, { agreed: 'yes', version: 'own-1' })
  expect(signed.status).toBe(303)
  expect(signed.location).toContain(wanted)
  expect(services.sent('panelStatement.sign')).toMatchObject({ areaId: leeds, version: 'own-1' })
})

test('what was posted without a statement leads here as well', async () => {
  services.refuse('conflict.declare', 'statement-not-signed')
  services.refuse('panelMeeting.read', 'statement-not-signed')
  const page = await member.get(asked)
  const posted = await member.post(
    wanted,
    new URLSearchParams({ ...page.hidden, action: 'declare' }).toString(),
  )
  expect([posted.status, posted.location]).toEqual([303, expect.stringContaining(asked)])
})

test('says what the panel is for, when there is a conflict, what must not be kept, and where support is', async () => {
  const { status, body } = await member.get('/panel-induction')
  expect(status).toBe(200)
  for (const part of [
    'What the panel is for',
    'personally involved with the child, the family or the care',
    'From that moment the case is closed to you',
    'Notes you make may be disclosable',
    'Samaritans on 116 123',
    'I do not say outside the panel who a child was.',
    'I have read and agree',
  ]) {
    expect(body).toContain(part)
  }
})

test('is not signed without the tick', async () => {
  const { status, body } = await member.submit(asked, { version: 'own-1' })
  expect(status).toBe(422)
  expect(body).toContain('<a href="#agreed">Tick the box to say that you have read and agree</a>')
  expect(services.sent('panelStatement.sign')).toBeUndefined()
})

test('while a statement holds says until when, and lets go on; nobody is sent elsewhere', async () => {
  const lapsesOn = PlainDate.parse('2027-03-02')
  services.answer('panelStatement.read', { ...statement, state: 'signed', lapsesOn, maySign: false })
  const { body } = await member.get(asked)
  expect(body).toContain('Your statement holds until 2 March 2027')
  expect(body).toContain(`href="${wanted}"`)
  expect(body).not.toContain('I have read and agree')
  const elsewhere = `/panel-induction?next=${encodeURIComponent('https://elsewhere.example/')}`
  expect((await member.get(elsewhere)).body).not.toContain('elsewhere.example/"')
})

test.each(['asha.linden@lds.example', 'owen.pryce@lds.example'])('is not for %s', async (email) => {
  const browser = testBrowser(portal.app)
  await browser.signIn(email)
  expect((await browser.get('/panel-induction')).status).toBe(403)
})
