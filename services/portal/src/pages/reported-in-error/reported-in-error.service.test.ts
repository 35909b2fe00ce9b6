import { Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  caseId,
  child,
  informationRequestId,
  notificationId,
  openCase,
  reference,
} from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'
import { readNotification } from '../../testing/notification-answers.ts'

const path = `/notifications/${notificationId}/reported-in-error`
const at = (typed: string) => Instant.parse(typed)
const unreported = {
  state: 'accepted' as const,
  version: 2,
  receivedOn: PlainDate.parse('2026-02-23'),
  caseId,
  caseReference: reference,
  report: null,
}
const said = { reason: 'child-is-alive', national: 'yes' }
let given: GivenCoordinator
let asha: PersonId

beforeAll(async () => {
  given = await givenCoordinator()
  asha = PersonId.parse(given.portal.people.get('asha.linden@lds.example'))
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('notification.readErrorReport', unreported)
  given.services.answer('case.open', { ...openCase, pass: 'a pass' })
  given.services.answer('notification.reportInError', { notificationId })
})

const made = (procedure: string) => given.services.calls.filter((call) => call.procedure === procedure)
const reported = () => ({
  ...unreported,
  state: 'reported-in-error' as const,
  report: {
    reason: 'child-is-alive' as const,
    nationalDatabaseTold: true,
    reportedBy: asha,
    reportedAt: at('2026-03-01T09:00:00.000Z'),
  },
})
const trace = () => ({
  caseId,
  reference,
  receivedOn: unreported.receivedOn,
  openedAt: at('2026-02-24T09:32:00.000Z'),
  reportedAt: at('2026-03-01T09:00:00.000Z'),
  reason: 'child-is-alive' as const,
  recalls: [
    {
      informationRequestId,
      organisationName: 'Leeds Hospital',
      organisationKind: 'hospital' as const,
      sentOn: PlainDate.parse('2026-02-24'),
      firstOpenedAt: at('2026-02-25T10:00:00.000Z'),
      returnedAt: null,
      recalledAt: at('2026-03-01T09:00:00.000Z'),
      mailedAt: null,
    },
  ],
  told: [
    {
      recipient: 'general-practitioner' as const,
      entry: 1,
      told: { outcome: 'told' as const, by: 'Rowan Ferris', on: PlainDate.parse('2026-02-25') },
      recordedBy: asha,
      recordedAt: at('2026-02-25T10:00:00.000Z'),
    },
  ],
  opened: [
    {
      personId: asha,
      what: 'case.open' as const,
      times: 3,
      firstAt: at('2026-02-24T10:00:00.000Z'),
      lastAt: at('2026-02-26T10:00:00.000Z'),
    },
  ],
  submissions: [],
  withdrawal: {
    submittedOn: null,
    owedSince: at('2026-03-01T09:00:00.000Z'),
    withdrawnOn: null,
    recordedBy: null,
    recordedAt: null,
  },
  pass: null,
})

describe('reporting a notification in error', () => {
  test('asks twice, says what will happen, and then does it', async () => {
    const first = await given.browser.submit(path, { version: '2', ...said, _action: 'check' })
    expect(first.status).toBe(200)
    expect(mainOf(first.body)).toContain('each agency that was asked gets an email without a name')
    expect(made('notification.reportInError')).toEqual([])
    const unsure = await given.browser.post(path, {
      ...first.hidden,
      version: '2',
      ...said,
      _action: 'report',
    })
    expect(unsure.status).toBe(422)
    expect(unsure.body).toContain(
      '<a href="#sure">Confirm that you have checked this with the person who told us</a>',
    )
    const sure = { ...unsure.hidden, version: '2', ...said, sure: 'yes', _action: 'report' }
    const done = await given.browser.post(path, sure)
    expect([done.status, done.location]).toEqual([303, expect.stringContaining(path)])
    expect(made('notification.reportInError').map(({ input }) => input)).toEqual([
      {
        areaId: leeds,
        notificationId,
        key: unsure.hidden._key,
        version: 2,
        reason: 'child-is-alive',
        nationalDatabaseTold: true,
        confirmedTwice: true,
        pass: 'a pass',
      },
    ])
  })

  test.each([
    [{ reason: '' }, 'reason', 'Select what was wrong with the report'],
    [{ national: '' }, 'national', 'Select whether the national database was told of the death'],
  ])('goes no further with %o', async (change, id, message) => {
    for (const _action of ['check', 'report']) {
      const fields = { version: '2', ...said, ...change, sure: 'yes', _action }
      const answer = await given.browser.submit(path, fields)
      expect(answer.status).toBe(422)
      expect(answer.body).toContain(`<a href="#${id}">${message}</a>`)
      expect(answer.body).toMatch(new RegExp(`govuk-error-message[\\s\\S]{0,160}${message}`))
    }
    expect(made('notification.reportInError')).toEqual([])
  })

  test.each([{ _action: 'erase' }, { _action: 'report', version: '0' }])(
    'takes nothing no form of ours posts: %o',
    async (fields) => {
      const answer = await given.browser.submit(path, { version: '2', ...said, sure: 'yes', ...fields })
      expect(answer.status).toBe(400)
    },
  )

  test('says so when somebody else was faster', async () => {
    given.services.refuse('notification.reportInError', 'notification-decided')
    const answer = await given.browser.submit(path, { version: '2', ...said, sure: 'yes', _action: 'report' })
    expect(answer.status).toBe(409)
  })

  test.each(nobodyElse)('is not for %s', async (subject) => {
    expect(await given.statusFor(subject, path)).toBe(403)
  })
})

describe('the trace of a report in error', () => {
  beforeEach(() => {
    given.services.answer('notification.readErrorReport', reported())
    given.services.answer('case.trace', trace())
  })

  test('shows reference, dates, who, what was recalled and who had opened it, and nothing of the child', async () => {
    const { body } = await given.browser.get(path)
    const main = mainOf(body)
    for (const words of [
      reference,
      'The child is alive',
      'Asha Linden',
      'Leeds Hospital',
      'Not returned',
      'Not yet told',
      'Opened the case',
      'GP: told by Rowan Ferris on 25 February 2026',
      'The withdrawal of the record is owed',
    ]) {
      expect(main).toContain(words)
    }
    for (const known of [child.familyName, child.givenNames, child.nhsNumber, '20 February 2026']) {
      expect(main).not.toContain(known)
    }
    expect(made('notification.read')).toEqual([])
  })

  test('shows what was notified only to whoever asks for it', async () => {
    given.services.answer('case.trace', { ...trace(), pass: 'a pass' })
    given.services.answer('notification.read', { ...readNotification, state: 'reported-in-error' })
    const answer = await given.browser.submit(path, { _action: 'show' })
    expect(answer.status).toBe(200)
    expect(mainOf(answer.body)).toContain(child.familyName)
    expect(made('case.trace').at(-1)?.input).toMatchObject({ fieldClasses: ['identity'] })
    expect(made('notification.read').at(-1)?.input).toMatchObject({ evenInError: true, pass: 'a pass' })
  })

  test('records the day the national record was withdrawn', async () => {
    given.services.answer('case.recordWithdrawal', undefined)
    const typed = (day: string) => ({
      'withdrawnOn-day': day,
      'withdrawnOn-month': day === '28' ? '2' : '3',
      'withdrawnOn-year': '2026',
      _action: 'withdrawn',
    })
    for (const [day, message] of [
      ['', 'The date the record was withdrawn must include a day'],
      ['3', 'The date the record was withdrawn must be today or in the past'],
      ['28', 'must be the same as or after the day it was reported in error'],
    ] as const) {
      const wrong = await given.browser.submit(path, typed(day))
      expect(wrong.status).toBe(422)
      expect(wrong.body).toContain(message)
    }
    expect((await given.browser.submit(path, typed('1'))).status).toBe(303)
    expect(made('case.recordWithdrawal').at(-1)?.input).toMatchObject({ caseId, withdrawnOn: '2026-03-01' })
  })

  test('where there was no case says so, and where the recall is still under way too', async () => {
    given.services.answer('notification.readErrorReport', {
      ...reported(),
      caseId: null,
      caseReference: null,
    })
    expect(mainOf((await given.browser.get(path)).body)).toContain('No case had been opened')
    given.services.answer('notification.readErrorReport', reported())
    given.services.refuse('case.trace', 'not-found')
    expect(mainOf((await given.browser.get(path)).body)).toContain('What was sent is being recalled')
  })
})
