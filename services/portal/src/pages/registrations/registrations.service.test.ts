import { Instant, NotificationId, PlainDate } from '@cdop/domain'
import { CAPTURE_RECAPTURE_ASSUMPTION } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CaseAnswers, caseServices } from '../../testing/case-services.ts'
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

type Reconciliation = CaseAnswers['registration.read']
const entryId = '018f0000-0000-7000-8000-00000000beef'
const day = (date: string) => PlainDate.parse(date)
const waiting: Reconciliation['notNotified'][number] = {
  registeredDeathId: entryId,
  version: 2,
  state: 'proposed',
  entryNumber: 'LDS/17',
  registeredOn: day('2026-02-27'),
  diedOn: day('2026-02-20'),
  bornOn: null,
  familyName: 'Quillfeather',
  givenNames: 'Marigold',
  sex: 'female',
  byCoroner: true,
  notificationId: NotificationId.parse(crypto.randomUUID()),
  probability: 0.6,
  reasons: ['same-family-name', 'different-given-name'],
}
const reconciliation: Reconciliation = {
  year: { code: '2025-26', label: 'Year ending 31 March 2026' },
  counts: { notified: 9, registered: 8, both: 7, notForPanel: 1 },
  notNotified: [waiting],
  notRegistered: [
    {
      notificationId: NotificationId.parse(crypto.randomUUID()),
      caseId: null,
      caseReference: null,
      diedOn: day('2025-11-01'),
      ageBand: '1-4y',
      standing: 'with-coroner',
      days: 121,
    },
  ],
  estimate: { is: 'none', because: 'still-maturing' },
}

beforeEach(() => {
  services.forget()
  services.answer('registration.read', reconciliation)
})

describe('registered deaths', () => {
  test('are pictured and listed in both directions, for the running year', async () => {
    const { status, body } = await browser.get('/registrations')
    expect(status).toBe(200)
    expect(body).toContain('<title>Registered deaths – Child death reviews</title>')
    expect(body).toContain('Notified and registered: 7. Notified only: 2. Registered only: 1.')
    expect(body).toMatch(/Marigold Quillfeather[\s\S]*Say whether this is a child you know of/)
    expect(body).toContain('Not expected yet: with the coroner, 121 days so far')
    expect(body).toContain('Deaths of this year are still being registered')
    expect(services.calls).toMatchObject([{ input: { areaId: leeds, reportingYear: '2025-26' } }])
  })

  test('say so when nothing is missing, and why there is no estimate', async () => {
    services.answer('registration.read', {
      ...reconciliation,
      notNotified: [],
      notRegistered: [],
      estimate: { is: 'none', because: 'no-list' },
    })
    const { body } = await browser.get('/registrations?year=2024-25')
    expect(body).toContain('Every registered death of this year has been notified')
    expect(body).toContain('Every notified death of this year is on a register’s list')
    expect(body).toContain('no register’s list has been loaded')
    expect(services.calls).toMatchObject([{ input: { reportingYear: '2024-25' } }])
  })

  test('never show an estimate without its interval and its assumption', async () => {
    services.answer('registration.read', {
      ...reconciliation,
      estimate: {
        is: 'told',
        of: {
          estimate: 61.4,
          interval: { low: 59, high: 66, level: 0.95, method: 'profile-likelihood' },
          seen: 59,
          assumption: CAPTURE_RECAPTURE_ASSUMPTION,
        },
      },
    })
    const { body } = await browser.get('/registrations')
    expect(body).toMatch(/<strong>2<\/strong>\s*\(between 0 and 7, 95% interval\)/)
    expect(body).toContain('Assumes that being on one list')
  })

  test('are loaded from a file', async () => {
    services.answer('registration.load', {
      outcome: 'loaded',
      deaths: 1,
      knownBefore: 0,
      matched: 1,
      proposed: 0,
      numbersLeftOut: 0,
    })
    const done = await browser.upload('/registrations?year=2024-25', 'a,b\n1,2\n', { source: 'ons' })
    expect(done.status).toBe(303)
    expect(done.location).toMatch(/\/registrations\?year=2024-25$/)
    expect(services.calls.at(-1)).toMatchObject({
      procedure: 'registration.load',
      input: { areaId: leeds, source: 'ons', file: Buffer.from('a,b\n1,2\n').toString('base64') },
    })
  })

  test('tell where a file is wrong and what to do, and that the same file was loaded before', async () => {
    services.answer('registration.load', {
      outcome: 'faulty',
      faults: [
        { row: 3, column: 'Date of death', says: 'The date of death is not a date', cure: 'Correct it' },
      ],
    })
    const faulty = await browser.upload('/registrations', 'x', { source: 'ons' })
    expect(faulty.status).toBe(422)
    expect(faulty.body).toContain('Row 3, Date of death: The date of death is not a date. Correct it')
    expect(faulty.body).toMatch(/value="ons"[^>]*checked/)
    services.answer('registration.load', {
      outcome: 'loaded-before',
      loadedAt: Instant.parse('2026-02-28T23:30:00Z'),
    })
    const again = await browser.upload('/registrations', 'x', { source: 'ons' })
    expect(again.body).toContain('This file was loaded on 28 February 2026. Nothing was changed')
  })

  test('ask for what is missing, beside the field and above', async () => {
    const { status, body } = await browser.upload('/registrations', '')
    expect(status).toBe(422)
    for (const message of ['Select who made the list', 'Select the file with the list']) {
      expect(body.split(message).length).toBeGreaterThanOrEqual(3)
    }
  })

  test('are no page for a panel member', async () => {
    const member = testBrowser(portal.app)
    await member.signIn('tom.harrow@lds.example')
    expect((await member.get('/registrations')).status).toBe(403)
  })
})

describe('one registered death', () => {
  const path = `/registrations/2025-26/${entryId}`

  test('is shown with what is known, and what was found is kept once', async () => {
    services.answer('registration.decide', undefined)
    const { status, body } = await browser.get(path)
    expect(status).toBe(200)
    expect(body).toContain(
      '<title>Registered and not notified – Registered deaths – Child death reviews</title>',
    )
    expect(body).toMatch(/Marigold Quillfeather[\s\S]*Look at the notification/)
    expect(body).toMatch(/Why it may be[\s\S]*Same family name, different given names/)
    const done = await browser.submit(path, {
      version: '2',
      is: 'not-for-panel',
      reason: 'resident-elsewhere',
    })
    expect(done.location).toMatch(/\/registrations\?year=2025-26$/)
    expect(services.calls.at(-1)).toMatchObject({
      procedure: 'registration.decide',
      input: {
        registeredDeathId: entryId,
        version: 2,
        decision: { is: 'not-for-panel', reason: 'resident-elsewhere' },
      },
    })
  })

  test.each([
    [{}, 'Select what you found'],
    [{ is: 'not-for-panel' }, 'Select why it is not for this panel'],
  ])('asks for what is missing: %j', async (fields, message) => {
    const answer = await browser.submit(path, { version: '2', ...fields })
    expect(answer.status).toBe(422)
    expect(answer.body.split(message).length).toBeGreaterThanOrEqual(3)
  })

  test('that nobody waits for does not exist', async () => {
    expect((await browser.get(`/registrations/2025-26/${crypto.randomUUID()}`)).status).toBe(404)
    expect((await browser.get(`/registrations/2025-27/${entryId}`)).status).toBe(404)
  })
})
