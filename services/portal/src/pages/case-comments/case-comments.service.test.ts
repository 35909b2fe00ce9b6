import { Instant, PersonId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import {
  caseId,
  meeting,
  noApologies,
  pack,
  panelMeetingId,
  progress,
  reference,
} from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const at = `/panel-meetings/${panelMeetingId}`
const here = `${at}/cases/${caseId}/comments`
const comment = {
  personId: PersonId.parse('0190f000-0000-4000-8000-0000000000ff'),
  text: 'The cot <was> old.',
  sentAt: Instant.parse('2026-02-20T09:30:00.000Z'),
}
let portal: GivenPortal
let member: TestBrowser
let chair: TestBrowser
let coordinator: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  member = testBrowser(portal.app)
  chair = testBrowser(portal.app)
  coordinator = testBrowser(portal.app)
  await member.signIn('tom.harrow@lds.example')
  await chair.signIn('helen.marsh@lds.example')
  await coordinator.signIn('asha.linden@lds.example')
})
afterAll(() => portal.drop())
function answering(): void {
  services.forget()
  services.answer('panelMeeting.read', meeting)
  services.answer('panelStatement.list', { rows: [] })
  services.answer('reading.progress', progress)
  services.answer('panelApology.read', noApologies)
  services.answer('panelInvitation.read', { rows: [] })
  services.answer('pack.open', pack)
  services.answer('panelComment.read', { reference, comments: [], heldBack: 0 })
}
beforeEach(answering)

describe('comments to the chair', () => {
  test('are sent by a member from the case, and come back as typed when something is wrong', async () => {
    services.answer('panelComment.send', undefined)
    const sent = await member.submit(here, { comment: ' The cot was old. ' })
    expect(sent.status).toBe(303)
    expect(services.sent('panelComment.send')).toMatchObject({
      areaId: leeds,
      caseId,
      panelMeetingId,
      text: 'The cot was old.',
    })
    expect((await member.follow(sent)).body).toContain('Your comment is sent to the chair.')
    expect((await member.submit(here, { comment: ' ' })).body).toContain('Enter a comment')
    const long = await member.submit(here, { comment: 'c'.repeat(5_001) })
    expect(long.body).toContain('The comment must be 5,000 characters or fewer')
  })

  test('stand on the chair’s page of the case, with how much is held back; a member’s page has none', async () => {
    services.answer('panelComment.read', { reference, comments: [comment], heldBack: 1 })
    const { body } = await chair.get(`${at}/cases/${caseId}`)
    expect(body).toContain('The cot &lt;was&gt; old.')
    expect(body).toContain('1 comment is held back because who the child was may be in it.')
    answering()
    expect((await member.get(`${at}/cases/${caseId}`)).body).not.toContain('Comments of members')
    expect(services.sent('panelComment.read')).toBeUndefined()
  })

  test('that are held back are for the coordinator to read, who writes none', async () => {
    services.answer('panelApology.read', { ...noApologies, heldBack: [caseId] })
    expect((await coordinator.get(at)).body).toContain(`href="${here}"`)
    services.answer('panelComment.read', { reference, comments: [comment], heldBack: 0 })
    const { body } = await coordinator.get(here)
    expect(body).toContain('were not shown to the chair')
    expect(body).not.toContain('<textarea')
    expect((await coordinator.submit(here, { comment: 'x' })).status).toBe(403)
    services.refuse('panelComment.read', 'not-found')
    expect((await coordinator.get(here)).status).toBe(404)
  })
})

describe('apologies', () => {
  test('are sent with one button and taken back with one', async () => {
    services.answer('panelApology.send', undefined)
    expect((await member.get(`${at}/apology`)).body).toContain('Send an apology')
    const sent = await member.submit(`${at}/apology`, { _action: 'cannot-come', _entry: '0' })
    expect(sent.status).toBe(303)
    expect(services.sent('panelApology.send')).toMatchObject({ panelMeetingId, apologises: true, entry: 0 })
    services.answer('panelApology.read', { own: { entry: 1, apologises: true }, all: null, heldBack: [] })
    expect((await member.follow(sent)).body).toContain('I can come after all')
    expect((await member.submit(`${at}/apology`, { _entry: '0' })).status).toBe(400)
    expect((await coordinator.get(`${at}/apology`)).status).toBe(403)
  })

  test('stand by name on the meeting for chair and coordinator, and for no member', async () => {
    services.answer('panelApology.read', { ...noApologies, all: [comment.personId] })
    for (const who of [chair, coordinator])
      expect((await who.get(at)).body).toMatch(/Apologies[\s\S]*<li>Former member/)
    services.answer('panelApology.read', { ...noApologies, all: null })
    const { body } = await member.get(at)
    expect(body).toContain('Tell the chair that you cannot come')
    expect(body).not.toContain('Nobody has sent an apology.')
  })
})
