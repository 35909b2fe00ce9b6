import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { child, listedNotification } from '../../testing/case-answers.ts'
import { caseServices } from '../../testing/case-services.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
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
})

describe('the list of notifications', () => {
  test('shows what is still to decide, by dates and ages and without a name', async () => {
    services.answer('notification.list', { rows: [listedNotification], total: 1 })
    const { status, body } = await browser.get('/notifications')
    expect(status).toBe(200)
    expect(body).toContain('<title>Notifications – Child death reviews</title>')
    expect(body).toMatch(/23 February 2026[\s\S]*20 February 2026[\s\S]*5 to 9 years[\s\S]*To decide/)
    expect(body).not.toContain(child.familyName)
    expect(services.sent('notification.list')).toMatchObject({ areaId: leeds, page: 1, state: 'received' })
    expect(body).not.toContain('Act now')
  })

  test('says above everything that a page was not answered, or that nobody is on call', async () => {
    services.answer('notification.list', { rows: [], total: 0 })
    services.answer('response.alerts', { unanswered: 2, nobodyOnCall: ['lead'] })
    const { body } = await browser.get('/notifications')
    expect(body).toMatch(/Act now[\s\S]*2 deaths have paged somebody and nobody has answered[\s\S]*<h1/)
    expect(body).toContain('Nobody is on call as lead now')
  })

  test('says what an empty list means, for each decision', async () => {
    services.answer('notification.list', { rows: [], total: 0 })
    for (const [state, words] of [
      ['received', 'Every notification has been decided'],
      ['accepted', 'No notification has been accepted yet'],
      ['out-of-scope', 'declared out of scope'],
      ['all', 'No notification has been recorded yet'],
    ]) {
      expect((await browser.get(`/notifications?state=${state}`)).body).toContain(words)
    }
    expect(services.sent('notification.list')).not.toHaveProperty('state')
  })

  test('goes from page to page', async () => {
    const rows = Array.from({ length: 25 }, () => listedNotification)
    services.answer('notification.list', { rows, total: 260 })
    const { body } = await browser.get('/notifications?state=all&page=2')
    expect(body).toContain('href="/notifications?state=all&amp;page=3"')
    expect(body).toContain('href="/notifications?state=all&amp;page=11"')
    expect(body).toContain('aria-current="page"')
  })

  test('takes nonsense in the address for the first page of what is to decide', async () => {
    services.answer('notification.list', { rows: [], total: 0 })
    expect((await browser.get('/notifications?state=<script>&page=-1')).status).toBe(200)
    expect(services.sent('notification.list')).toMatchObject({ page: 1, state: 'received' })
  })

  test.each([
    'helen.marsh@lds.example',
    'tom.harrow@lds.example',
    'owen.pryce@lds.example',
    'nadia.birch@lds.example',
  ])('is not for %s', async (subject) => {
    const other = testBrowser(portal.app)
    await other.signIn(subject)
    expect((await other.get('/notifications')).status).toBe(403)
    expect(services.calls).toEqual([])
  })
})
