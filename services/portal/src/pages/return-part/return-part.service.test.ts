import { Instant, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type GivenPortal, givenPortal, leeds } from '../../testing/given-portal.ts'
import { begun, child, informationRequestId, reference } from '../../testing/panel-answers.ts'
import { panelServices } from '../../testing/panel-services.ts'
import { type TestBrowser, testBrowser } from '../../testing/test-browser.ts'

const services = panelServices()
const latest = PlainDate.parse('2026-03-16')
const some = { ...begun, version: 4, answers: { 'reporter-name': 'Robin Ellis' } }
const part = {
  entry: 1,
  sentAt: Instant.parse('2026-03-02T10:00:00.000Z'),
  promisedOn: PlainDate.parse('2026-03-10'),
  sectionsCompleted: 2,
  sectionsAsked: 6,
}
let portal: GivenPortal
let browser: TestBrowser

beforeAll(async () => {
  portal = await givenPortal(services.routers)
})
afterAll(() => portal.drop())
beforeEach(async () => {
  services.forget()
  services.answer('link.enter', { areaId: leeds, informationRequestId })
  services.answer('reportingForm.begin', { ...some, mayPromise: { latest, left: 3 } })
  services.answer('reportingForm.returnPart', { sentAt: part.sentAt, entry: 1 })
  services.answer('identity.read', [child])
  browser = testBrowser(portal.app)
  await browser.submit(`/requests/${'a'.repeat(22)}/code`, { code: '123456' })
})

const day = (date: string) => {
  const [year = '', month = '', on = ''] = date.split('-')
  return { 'promisedOn-day': on, 'promisedOn-month': month, 'promisedOn-year': year }
}
const tomorrow = () =>
  PlainDate.parse(new Date(Date.parse(portal.clock.now()) + 86_400_000).toISOString().slice(0, 10))
const typed = () => ({ ...day(tomorrow()), reason: 'waiting-for-records', _version: '4' })
const far = () =>
  services.answer('reportingForm.begin', { ...some, mayPromise: { latest: tomorrow(), left: 1 } })

test('a form that is not complete can be sent in part: what was saved, with a day and a reason', async () => {
  far()
  expect((await browser.get('/return')).body).toContain('href="/return/part"')
  const page = await browser.get('/return/part')
  expect(page.body).toContain('You can do this once more.')
  expect(page.body).not.toContain('Winterbourne')
  const sent = await browser.post('/return/part', { ...page.hidden, ...typed() })
  expect(sent.status).toBe(303)
  expect(services.sent('reportingForm.returnPart')).toEqual({
    key: page.hidden._key,
    version: 4,
    promisedOn: tomorrow(),
    reason: 'waiting-for-records',
  })
  services.answer('reportingForm.begin', { ...some, part, mayPromise: null })
  const receipt = await browser.follow(sent)
  expect(receipt.body).toContain('Part of the form sent')
  expect(receipt.body).toContain(reference)
  expect(receipt.body).toContain('2 of 6 sections are completed')
  expect(receipt.body).not.toContain('Winterbourne')
})

test('a part that was sent is named above the form, which goes on; another way to answer is no longer offered', async () => {
  services.answer('reportingForm.begin', { ...some, part, mayPromise: null })
  const { body } = await browser.get('/return')
  expect(body).toContain('You promised the rest for 10 March 2026')
  expect(body).not.toContain('/return/part"')
  expect(body).not.toContain('/return/nothing-known')
  expect(body).not.toContain('/return/pass-on')
  expect((await browser.get('/return/part')).location).toMatch(/\/return$/)
  far()
  const { hidden } = await browser.get('/return/part')
  services.answer('reportingForm.begin', { ...some, part, mayPromise: null })
  const again = await browser.post('/return/part', { ...hidden, ...typed() })
  expect(again.location).toContain('/return/part-receipt')
  services.refuse('reportingForm.returnPart', 'promises-used')
  expect((await browser.post('/return/part', { ...hidden, ...typed() })).location).toMatch(/\/return$/)
})

test.each([
  [
    { 'promisedOn-day': '', 'promisedOn-month': '', 'promisedOn-year': '' },
    'Enter the day you will send the rest by',
  ],
  [day('2020-01-01'), 'The day you will send the rest by must be after today'],
  [day('2099-01-01'), 'The day you will send the rest by must be after today'],
  [{ reason: '' }, 'Select why the rest comes later'],
  [{ reason: 'bored' }, 'Select why the rest comes later'],
])('a promise of %j is refused', async (wrong, message) => {
  far()
  const { status, body } = await browser.submit('/return/part', { ...typed(), ...wrong })
  expect(status).toBe(422)
  expect(body).toContain(message)
  expect(services.sent('reportingForm.returnPart')).toBeUndefined()
})

test('an empty form is not sent, and somebody else’s save in between is said', async () => {
  far()
  services.refuse('reportingForm.returnPart', 'invalid-answers')
  expect((await browser.submit('/return/part', typed())).body).toContain('Answer at least one question first')
  services.refuse('reportingForm.returnPart', 'stale')
  expect((await browser.submit('/return/part', typed())).status).toBe(409)
})

test('nobody without the link opens it, and what came whole leads to the receipt', async () => {
  for (const path of ['/return/part', '/return/part-receipt']) {
    expect((await testBrowser(portal.app).get(path)).status).toBe(404)
  }
  expect((await browser.get('/return/part-receipt')).location).toMatch(/\/return$/)
  services.answer('reportingForm.begin', { ...some, returned: true })
  for (const path of ['/return/part', '/return/part-receipt']) {
    expect((await browser.get(path)).location).toContain('/return/receipt')
  }
})
