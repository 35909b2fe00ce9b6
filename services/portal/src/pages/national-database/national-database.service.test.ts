import { Instant, NationalSubmissionId, notifyClock, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, child, notificationId, openCase } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import { readNotification } from '../../testing/notification-answers.ts'

const path = `/notifications/${notificationId}/national-database`
const nothing = {
  caseId: null,
  diedOn: child.dateOfDeath,
  clocks: readNotification.clocks,
  owed: true,
  entries: [],
}
const nothingSent = {
  isSet: true,
  standing: 'works' as const,
  maySend: ['notification' as const],
  submissions: [],
}
const queuedAt = Instant.parse('2026-03-02T09:00:00.000Z')
const rejected = {
  submissionId: NationalSubmissionId.parse('0190d000-0000-7000-8000-00000000000a'),
  caseId,
  kind: 'notification' as const,
  number: 1,
  state: 'rejected' as const,
  because: null,
  mappingVersion: '2026-11-22',
  sourceVersion: 2,
  problems: [{ field: 'child.postcode', question: 'child-postcode', code: 'not-found' }],
  receipt: null,
  queuedBy: PersonId.parse('0190d000-0000-7000-8000-000000000009'),
  queuedAt,
  sentAt: queuedAt,
  settledAt: queuedAt,
  withdrawalReceipt: null,
  withdrawnAt: null,
  failures: 0,
  failure: null,
  again: null,
}
const filledIn = { version: '0', 'toldOn-day': '21', 'toldOn-month': '2', 'toldOn-year': '2026' }
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.withheld', [])
  given.services.answer('nationalDatabase.read', nothing)
  given.services.answer('nationalDatabase.record', { entry: 1 })
  given.services.answer('nationalSubmission.read', nothingSent)
})

describe('when the national database was told', () => {
  test('is recorded by its date', async () => {
    const { body, hidden } = await given.browser.get(path)
    expect(mainOf(body)).toContain('NCMD 7 days late')
    const done = await given.browser.post(path, { ...hidden, ...filledIn })
    expect(done.location).toMatch(new RegExp(`/notifications/${notificationId}$`))
    expect(given.services.sent('nationalDatabase.record')).toEqual({
      areaId: leeds,
      notificationId,
      key: hidden._key,
      version: 0,
      toldOn: '2026-02-21',
    })
  })

  test.each([
    [{ 'toldOn-day': '19' }, 'The date NCMD was told must be the same as or after the date of death'],
    [{ 'toldOn-day': '3', 'toldOn-month': '3' }, 'The date NCMD was told must be today or in the past'],
    [{ 'toldOn-day': '', 'toldOn-month': '', 'toldOn-year': '' }, 'Enter the date NCMD was told'],
  ])('is not recorded with %o', async (change, message) => {
    const answer = await given.browser.submit(path, { ...filledIn, ...change })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#toldOn-day">${message}</a>`)
  })

  test('is shown with what was recorded before, and can be corrected', async () => {
    const toldOn = PlainDate.parse('2026-02-22')
    const entry = {
      entry: 2,
      toldOn,
      takenBack: null,
      recordedBy: PersonId.parse('0190d000-0000-7000-8000-000000000009'),
      recordedAt: Instant.parse('2026-02-24T09:40:00.000Z'),
      submissionId: null,
      receipt: null,
    }
    const start = Instant.parse('2026-02-21T00:00:00.000Z')
    const national = notifyClock(start, 48, Instant.parse('2026-02-22T00:00:00.000Z'), start)
    given.services.answer('nationalDatabase.read', {
      ...nothing,
      clocks: { ...nothing.clocks, national, nationalToldOn: toldOn },
      entries: [entry, { ...entry, entry: 1, toldOn: PlainDate.parse('2026-02-23') }],
    })
    const { body } = await given.browser.get(path)
    expect(mainOf(body)).toContain('NCMD told on 22 February 2026')
    expect(mainOf(body)).toMatch(
      /Recorded before[\s\S]*23 February 2026, recorded 24 February 2026 at 9:40am/,
    )
    expect(body).toContain('name="version" value="2"')
  })

  test('and recorded by mistake is taken back with a reason, which is shown then', async () => {
    const recordedBy = PersonId.parse('0190d000-0000-7000-8000-000000000009')
    const by = { recordedBy, recordedAt: queuedAt, submissionId: null, receipt: null }
    const toldOn = PlainDate.parse('2026-02-22')
    const told = { entry: 1, toldOn, takenBack: null, ...by }
    given.services.answer('nationalDatabase.read', { ...nothing, entries: [told] })
    given.services.answer('nationalDatabase.takeBack', { entry: 2 })
    const without = await given.browser.submit(path, { version: '1', _action: 'take-back' })
    expect(without.status).toBe(422)
    expect(without.body).toContain('<a href="#because">Select why it does not hold</a>')
    await given.browser.submit(path, { version: '1', _action: 'take-back', because: 'another-death' })
    expect(given.services.sent('nationalDatabase.takeBack')).toMatchObject({
      version: 1,
      because: 'another-death',
    })
    const back = { entry: 2, toldOn: null, takenBack: 'another-death' as const, ...by }
    given.services.answer('nationalDatabase.read', { ...nothing, entries: [back, told] })
    const { body } = await given.browser.get(path)
    expect(mainOf(body)).toMatch(/Taken back[\s\S]*It was about another death[\s\S]*22 February 2026/)
    expect(mainOf(body)).not.toContain('Take it back')
  })

  test('of a child with a case needs case-review’s word, so that a declared conflict counts', async () => {
    given.services.answer('nationalDatabase.read', { ...nothing, caseId })
    given.services.refuse('case.open', 'not-found')
    expect((await given.browser.get(path)).status).toBe(404)
    given.services.forget()
    given.services.answer('nationalDatabase.read', { ...nothing, caseId })
    given.services.answer('nationalDatabase.record', { entry: 1 })
    given.services.answer('nationalSubmission.read', nothingSent)
    given.services.answer('case.open', { ...openCase, pass: 'a pass' })
    await given.browser.submit(path, filledIn)
    expect(given.services.sent('nationalDatabase.record')).toMatchObject({ pass: 'a pass' })
  })

  describe('from here', () => {
    beforeEach(() => {
      given.services.answer('nationalDatabase.read', { ...nothing, caseId })
      given.services.answer('case.open', { ...openCase, pass: 'a pass' })
      given.services.answer('nationalSubmission.send', { submissionId: rejected.submissionId, number: 1 })
    })

    test('is sent by one button, once for a form', async () => {
      const { body, hidden } = await given.browser.get(path)
      expect(mainOf(body)).toMatch(/Nothing has been sent from here[\s\S]*Send the notification/)
      const done = await given.browser.post(path, { ...hidden, _action: 'send-notification' })
      expect(done.location).toMatch(/national-database$/)
      expect(given.services.sent('nationalSubmission.send')).toMatchObject({
        caseId,
        kind: 'notification',
        key: hidden._key,
      })
    })

    test('and rejected shows each problem with the question to mend, and can be sent again', async () => {
      given.services.answer('nationalSubmission.read', { ...nothingSent, submissions: [rejected] })
      const { body } = await given.browser.get(path)
      expect(mainOf(body)).toContain(
        `href="/notifications/${notificationId}#answer-child-postcode">Postcode</a> has an answer NCMD does not know`,
      )
      expect(mainOf(body)).toContain('Send the notification again')
    })

    test('and acknowledged shows its receipt, and is not recorded by hand', async () => {
      const receipt = 'R-1'
      const acknowledged = { ...rejected, state: 'acknowledged' as const, problems: null, receipt }
      const recordedAt = queuedAt
      const told = {
        entry: 1,
        toldOn: PlainDate.parse('2026-03-02'),
        takenBack: null,
        recordedBy: null,
        recordedAt,
        receipt,
      }
      const entries = [{ ...told, submissionId: rejected.submissionId }]
      given.services.answer('nationalDatabase.read', { ...nothing, caseId, entries })
      given.services.answer('nationalSubmission.read', { ...nothingSent, submissions: [acknowledged] })
      const { body } = await given.browser.get(path)
      expect(mainOf(body)).toMatch(/Acknowledged[\s\S]*R-1/)
      expect(mainOf(body)).not.toContain('Told another way')
    })

    test('says that NCMD refuses this service, or one submission of it, and not that it is being sent', async () => {
      const stuck = { ...rejected, state: 'sending' as const, problems: null, settledAt: null }
      const submissions = [{ ...stuck, failures: 4, failure: 'refused' as const }]
      given.services.answer('nationalSubmission.read', { ...nothingSent, standing: 'refused', submissions })
      const { body } = await given.browser.get(path)
      expect(mainOf(body)).toContain('NCMD refuses this service, so nothing is being sent')
      expect(mainOf(body)).toContain('NCMD refuses this submission, 4 times in a row')
    })

    test('says which answers have changed since it was acknowledged, and where they are', async () => {
      const acknowledged = { ...rejected, state: 'acknowledged' as const, problems: null, receipt: 'R-1' }
      const maySend = ['notification' as const, 'reporting' as const, 'analysis' as const]
      given.services.answer('nationalSubmission.read', {
        ...nothingSent,
        maySend,
        submissions: [acknowledged],
      })
      const changed = [{ field: 'child.postcode', question: 'child-postcode' }]
      given.services.answer('nationalSubmission.changes', { since: 1, changed })
      expect((await given.browser.get(path)).body).toContain(`href="${path}?changes=notification"`)
      const { body } = await given.browser.get(`${path}?changes=notification`)
      expect(mainOf(body)).toMatch(/Changed since the notification, number 1[\s\S]*#answer-child-postcode/)
      expect(mainOf(body)).toMatch(/Send the reporting form[\s\S]*Send the analysis form/)
      given.services.answer('nationalSubmission.changes', { since: 1, changed: [] })
      const same = await given.browser.get(`${path}?changes=notification`)
      expect(mainOf(same.body)).toContain('Nothing has changed')
    })

    test.each([
      [{ isSet: false }, 'Nobody has set where NCMD is'],
      [{ maySend: [] }, 'Nothing has been sent from here'],
      [{ submissions: [{ ...rejected, state: 'sending' as const, problems: null }] }, 'not yet acknowledged'],
    ])('is not offered with %o', async (changes, words) => {
      given.services.answer('nationalSubmission.read', { ...nothingSent, ...changes })
      const { body } = await given.browser.get(path)
      expect(mainOf(body)).toContain(words)
      expect(mainOf(body)).not.toContain('Send the notification')
    })
  })

  test.each(nobodyElse)('is not for %s', async (subject) => {
    expect(await given.statusFor(subject, path)).toBe(403)
  })
})
