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
const agenda = `/panel-meetings/${panelMeetingId}`
const here = `${agenda}/cases/${caseId}/defer`
let portal: GivenPortal
const [chair, member] = ['helen.marsh@lds.example', 'tom.harrow@lds.example']
const visitors = new Map<string, TestBrowser>()
const visitor = (who: string | undefined) => visitors.get(who ?? '') ?? testBrowser(portal.app)

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  for (const email of [chair, member]) {
    const browser = testBrowser(portal.app)
    if (email !== undefined) await browser.signIn(email)
    visitors.set(email ?? '', browser)
  }
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('panelMeeting.read', meeting)
  services.answer('panelMeeting.defer', undefined)
  services.answer('reading.progress', progress)
  services.answer('panelApology.read', noApologies)
  services.answer('panelInvitation.read', { rows: [] })
})

describe('putting a case back', () => {
  test('is offered for each case of the agenda that is still to be discussed', async () => {
    const { body } = await visitor(chair).get(agenda)
    expect(body).toContain(`href="${here}"`)
    const [item] = meeting.agenda
    if (item === undefined) throw new Error('the sample has an agenda')
    services.answer('panelMeeting.read', { ...meeting, agenda: [{ ...item, state: 'reviewed' }] })
    const decided = await visitor(chair).get(agenda)
    expect(decided.body).not.toContain(`href="${here}"`)
    expect(decided.body).toContain('Reviewed by the panel')
    expect((await visitor(chair).get(here)).status).toBe(404)
  })

  test('takes what the panel asked, one question on each line', async () => {
    const { hidden, body } = await visitor(chair).get(here)
    expect(body).toContain(`Case ${reference}`)
    const questions = 'Was the alarm heard?\n\n What did the school know? \n'
    const done = await visitor(chair).post(here, { ...hidden, questions })
    expect(done.status).toBe(303)
    expect(services.sent('panelMeeting.defer')).toEqual({
      areaId: leeds,
      caseId,
      panelMeetingId,
      questions: ['Was the alarm heard?', 'What did the school know?'],
      key: hidden._key,
    })
  })

  test.each([
    ['', 'Enter what the panel asked'],
    ['x'.repeat(1_001), 'Each question must be 1000 characters or fewer'],
    [Array(21).fill('Why?').join('\n'), 'Enter 20 questions or fewer'],
  ])('is not recorded with %.10s', async (questions, message) => {
    const answer = await visitor(chair).submit(here, { questions })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#questions">${message}</a>`)
    expect(services.sent('panelMeeting.defer')).toBeUndefined()
  })

  test('is not for panel members', async () => {
    expect((await visitor(member).get(here)).status).toBe(403)
    expect((await visitor(member).get(agenda)).body).not.toContain('Put back')
  })
})
