import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, child } from '../../testing/case-answers.ts'
import { caseServices } from '../../testing/case-services.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { emptyQueue, listedNotification } from '../../testing/notification-answers.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = caseServices()
let portal: GivenPortal
let browser: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  browser = testBrowser(portal.app)
  await browser.signIn('asha.linden@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('response.alerts', { unanswered: 0, nobodyOnCall: [] })
  services.answer('case.withheld', [])
})

describe('the queue of notifications', () => {
  test('shows what is still to decide, by dates, ages and clocks and without a name', async () => {
    services.answer('notification.list', {
      ...emptyQueue,
      rows: [{ ...listedNotification, waitingFor: ['duplicate', 'answers'] }],
      counts: { ...emptyQueue.counts, 'to-decide': 1, waiting: 1, all: 4 },
      total: 1,
    })
    const { status, body } = await browser.get('/notifications')
    expect(status).toBe(200)
    expect(body).toContain('<title>Notifications – Child death reviews</title>')
    expect(body).toMatch(/23 February 2026[\s\S]*20 February 2026[\s\S]*5 to 9 years[\s\S]*Home/)
    expect(body).toMatch(/Received 3 days after death[\s\S]*9 hours late[\s\S]*NCMD 7 days late/)
    expect(body).toMatch(
      /Recorded by a coordinator[\s\S]*To decide[\s\S]*Possible duplicate[\s\S]*Missing answers/,
    )
    for (const words of ['To decide (1)', 'Waiting (1)', 'Accepted (0)', 'All (4)']) {
      expect(body).toContain(words)
    }
    expect(body).not.toContain(child.familyName)
    expect(services.sent('notification.list')).toEqual({
      areaId: leeds,
      view: 'to-decide',
      sort: 'most-urgent',
      page: 1,
      filter: { waitingFor: [], received: [], national: [], doors: [] },
      withheld: [],
    })
    expect(body).not.toContain('Act now')
  })

  test('asks for rows and counts without what case-review withholds, and shows nothing where it does not say', async () => {
    services.answer('notification.list', emptyQueue)
    services.answer('case.withheld', [caseId])
    await browser.get('/notifications?view=accepted')
    expect(services.sent('notification.list')).toMatchObject({ withheld: [caseId] })
    services.forget()
    services.answer('response.alerts', { unanswered: 0, nobodyOnCall: [] })
    services.refuse('case.withheld', 'not-found')
    expect((await browser.get('/notifications?view=accepted')).status).toBe(404)
    expect(services.calls.some(({ procedure }) => procedure === 'notification.list')).toBe(false)
  })

  test('says above everything that a page was not answered, or that nobody is on call', async () => {
    services.answer('notification.list', emptyQueue)
    services.answer('response.alerts', { unanswered: 2, nobodyOnCall: ['lead'] })
    const { body } = await browser.get('/notifications')
    expect(body).toMatch(/Act now[\s\S]*2 deaths have paged somebody and nobody has answered[\s\S]*<h1/)
    expect(body).toContain('Nobody is on call as lead now')
  })

  test('says what an empty list means, for each list', async () => {
    services.answer('notification.list', emptyQueue)
    for (const [view, words] of [
      ['to-decide', 'Every notification has been decided'],
      ['waiting', 'No notification waits for anything'],
      ['accepted', 'No notification has been accepted yet'],
      ['out-of-scope', 'declared out of scope'],
      ['merged', 'merged into another record'],
      ['transferred', 'handed to another area'],
      ['reported-in-error', 'reported in error'],
      ['all', 'No notification has been recorded yet'],
    ]) {
      expect((await browser.get(`/notifications?view=${view}`)).body).toContain(words)
    }
  })

  test('is narrowed by a form that works without a script; what is chosen is in sight and can be taken away', async () => {
    services.answer('notification.list', {
      ...emptyQueue,
      rows: [listedNotification],
      counts: { ...emptyQueue.counts, waiting: 9 },
      total: 1,
    })
    const address =
      '/notifications?view=waiting&waiting=scope&waiting=answers&received=late&ncmd=due&door=rest'
    const { body } = await browser.get(address)
    expect(services.sent('notification.list')).toMatchObject({
      view: 'waiting',
      filter: { waitingFor: ['scope', 'answers'], received: ['late'], national: ['due'], doors: ['rest'] },
    })
    expect(body).toMatch(/<form method="get" action="\/notifications"[\s\S]*name="view" value="waiting"/)
    expect(body).toMatch(/<input[^>]*name="door"[^>]*value="rest"[^>]*checked/)
    expect(body).toContain('1 notification of 9 in this list')
    expect(body).toContain(
      'href="/notifications?view=waiting&amp;waiting=answers&amp;received=late&amp;ncmd=due&amp;door=rest"',
    )
    expect(body).toMatch(/href="\/notifications\?view=waiting"[^>]*>\s*Clear filters/)
    expect(body).toMatch(/<details[^>]* open/)
  })

  test('says so when nothing is left, with the way back to the whole list', async () => {
    services.answer('notification.list', { ...emptyQueue, counts: { ...emptyQueue.counts, accepted: 3 } })
    const { body } = await browser.get('/notifications?view=accepted&door=fhir')
    expect(body).toContain('0 notifications of 3 in this list')
    expect(body).toMatch(
      /No notification of this list is like that[\s\S]*href="\/notifications\?view=accepted">See the whole list/,
    )
  })

  test('sorts and goes from page to page by links that keep what was chosen', async () => {
    const rows = Array.from({ length: 25 }, () => listedNotification)
    services.answer('notification.list', { ...emptyQueue, rows, total: 260 })
    const { body } = await browser.get('/notifications?view=all&door=import&sort=newest&page=2')
    const kept = 'href="/notifications?view=all&amp;door=import'
    expect(body).toContain(`${kept}&amp;sort=newest&amp;page=3"`)
    expect(body).toContain(`${kept}&amp;sort=newest&amp;page=11"`)
    expect(body).toMatch(/aria-sort="descending"[\s\S]{0,200}Received/)
    expect(body).toContain(`${kept}">National database`)
    expect(body).toContain('aria-current="page"')
    expect(body).toContain('<title>All – Notifications – Child death reviews</title>')
  })

  test('takes nonsense in the address for the first page of what is to decide', async () => {
    services.answer('notification.list', emptyQueue)
    const address = '/notifications?view=<script>&door=Quillfeather&waiting=&sort=drop&page=-1'
    const { status, body } = await browser.get(address)
    expect(status).toBe(200)
    expect(services.sent('notification.list')).toMatchObject({
      page: 1,
      view: 'to-decide',
      filter: { doors: [] },
    })
    expect(body).not.toContain('Quillfeather')
  })

  test.each([
    'helen.marsh@lds.example',
    'tom.harrow@lds.example',
    'owen.pryce@lds.example',
    'nadia.birch@lds.example',
  ])('is not for %s', async (subject) => {
    const other = testBrowser(portal.app)
    await other.signIn(subject)
    services.forget()
    expect((await other.get('/notifications')).status).toBe(403)
    expect(services.calls).toEqual([])
  })
})
