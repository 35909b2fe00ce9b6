import { NotificationId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { admittedCase, caseId, child, notificationId } from '../../testing/case-answers.ts'
import { caseServices } from '../../testing/case-services.ts'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { listedNotification } from '../../testing/notification-answers.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = caseServices()
let portal: GivenPortal
let browser: TestBrowser

const undecided = NotificationId.parse(crypto.randomUUID())

beforeAll(async () => {
  portal = await givenPortal(services.routers)
  browser = testBrowser(portal.app)
  await browser.signIn('asha.linden@lds.example')
})
afterAll(() => portal.drop())
beforeEach(() => {
  services.forget()
  services.answer('identity.search', {
    found: [
      { notificationId: undecided, caseId: null },
      { notificationId, caseId },
    ],
  })
  services.answer('case.admit', admittedCase)
  services.answer('identity.read', [{ caseId, ...child }])
  services.answer('identity.found', [
    {
      notificationId: undecided,
      state: 'received',
      receivedOn: listedNotification.receivedOn,
      diedOn: listedNotification.diedOn,
      ageBand: listedNotification.ageBand,
      familyName: 'Ashdown',
      givenNames: 'Piet',
    },
  ])
})

describe('a search', () => {
  test('is posted: its address holds a random word, and neither a name nor a number', async () => {
    const done = await browser.submit('/search', { typed: '  999 000 0018 ' })
    expect(done.status).toBe(303)
    expect(done.location).toMatch(/\/search\/[\w-]{43}$/)
    expect(services.calls).toMatchObject([
      { procedure: 'identity.search', input: { areaId: leeds, typed: '999 000 0018' } },
    ])
    const rows = await portal.test.look`select * from portal.searches`
    expect(JSON.stringify(rows)).not.toContain('999')
    const results = await browser.follow(done)
    expect(results.body).toContain('<title>Search results – Search – Child death reviews</title>')
    expect(results.body).toMatch(/Piet Ashdown[\s\S]*Notification: To decide/)
    expect(results.body).toContain(`href="/cases/${caseId}"`)
    expect(results.body).toContain(`href="/notifications/${undecided}/compare"`)
    expect(results.body).toContain(child.familyName)
  })

  test('shows a case only as case-review lets it be seen, decided anew each time', async () => {
    const done = await browser.submit('/search', { typed: 'quillfeather' })
    expect((await browser.get(done.location)).body).toContain(child.familyName)
    services.answer('case.admit', { rows: [], pass: null })
    services.forget()
    services.answer('case.admit', { rows: [], pass: null })
    services.answer('identity.found', [])
    const after = await browser.get(done.location)
    expect(after.body).toContain('No child was found')
    expect(after.body).not.toContain(child.familyName)
    expect(after.body).not.toContain(caseId)
  })

  test('is its searcher’s alone, and over after half an hour', async () => {
    const done = await browser.submit('/search', { typed: 'quillfeather' })
    expect((await browser.get('/search/nothing')).status).toBe(404)
    await portal.test.look`update portal.searches set expires_at = '2026-01-01'`
    expect((await browser.get(done.location)).status).toBe(404)
  })

  test.each([
    ['', 'Enter a name, an NHS number or a case reference'],
    ['x'.repeat(201), 'What you search for must be 200 characters or fewer'],
  ])('for nothing, or for too much, says so (%#)', async (typed, message) => {
    const { status, body } = await browser.submit('/search', { typed })
    expect(status).toBe(422)
    expect(body.split(message).length).toBeGreaterThanOrEqual(3)
    expect(services.calls).toEqual([])
  })

  test('is no page for an analyst', async () => {
    const analyst = testBrowser(portal.app)
    await analyst.signIn('grace.okello@lds.example')
    expect((await analyst.get('/search')).status).toBe(403)
  })
})
