import { defaultChasingSettings, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { reference } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

let given: GivenCoordinator
const usual = {
  version: 0,
  validFrom: null,
  settings: defaultChasingSettings,
  changedBy: null,
  changedAt: null,
}
const planned = {
  organisationName: 'Invented <NHS> Trust',
  organisationKind: 'hospital' as const,
  subject: `Reminder: case ${reference}`,
  text: 'First words.\n\n(the link of the request)',
  chasers: [{ reference, step: 'first-reminder' as const }],
}

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  const on = PlainDate.parse('2026-03-03')
  given.services.answer('chasing.read', { versions: [usual], on, mails: [planned] })
  given.services.answer('chasing.set', { version: 1 })
})
const made = () =>
  given.services.calls.filter(({ procedure }) => procedure === 'chasing.set').map(({ input }) => input)
const tomorrow = { 'from-day': '1', 'from-month': '1', 'from-year': '2099' }
const days = {
  'days-courtesy-note': '-3',
  'days-due-today': '',
  'days-first-reminder': '5',
  'days-second-reminder': '',
  'days-executive': '10',
  'days-partner-lead': '',
  'days-concerns-resolution': '',
  'days-section-16n-letter': '20',
  'promise-days': '15',
  'promise-renewals': '1',
}
const texts = Object.fromEntries(
  Object.entries(defaultChasingSettings.texts).map(([step, text]) => [`text-${step}`, text]),
)

test('what leaves next is shown as it leaves, with the steps of the area', async () => {
  const main = mainOf((await given.browser.get('/chasing')).body)
  for (const part of [
    'What leaves on 3 March 2026',
    'Invented &lt;NHS&gt; Trust',
    '(the link of the request)',
    '3 working days before the date',
    'a day up to 10 working days\nahead: once, and 2 more times.',
    'The default',
  ]) {
    expect(main).toContain(part)
  }
  given.services.answer('chasing.read', { versions: [usual], on: PlainDate.parse('2026-03-03'), mails: [] })
  expect(mainOf((await given.browser.get('/chasing')).body)).toContain('No email, if nothing changes.')
})

test('steps and words are changed from a day on; a step left empty is not used', async () => {
  const done = await given.browser.submit('/chasing/change', { ...days, ...texts, ...tomorrow })
  expect(done.status).toBe(303)
  expect(made()).toMatchObject([
    {
      areaId: leeds,
      version: 0,
      validFrom: '2099-01-01',
      settings: {
        ladder: [
          { step: 'courtesy-note', workingDays: -3 },
          { step: 'first-reminder', workingDays: 5 },
          { step: 'executive', workingDays: 10 },
          { step: 'section-16n-letter', workingDays: 20 },
        ],
        promise: { workingDays: 15, renewals: 1 },
      },
    },
  ])
})

test.each([
  ['days-executive', '4', 'must be later than the step before it'],
  ['days-executive', 'ten', 'enter a whole number of working days from -20 to 120, or nothing'],
  ['days-executive', '500', 'enter a whole number of working days from -20 to 120, or nothing'],
  ['promise-days', '0', 'must be a whole number of working days from 1 to 60'],
  ['promise-renewals', 'often', 'must be a whole number from 0 to 10'],
  ['text-due-today', ' ', 'must not be empty'],
  ['text-due-today', 'About 999 123 4560', 'could be an NHS number'],
  ['text-due-today', 'Born on 3 May 2024', 'must not have a date'],
  ['text-due-today', 'At https://elsewhere.example', 'must not have a link'],
  ['text-due-today', 'About {child}', 'can have only {area} and {requests} filled in'],
  ['text-due-today', 'x'.repeat(1_001), 'must be 1000 characters or fewer'],
  ['from-year', '2020', 'The first day must be today or in the future'],
])('%s of “%s” is refused', async (field, typed, message) => {
  const answer = await given.browser.submit('/chasing/change', {
    ...days,
    ...texts,
    ...tomorrow,
    [field]: typed,
  })
  expect(answer.status).toBe(422)
  expect(answer.body).toContain(message)
  expect(made()).toEqual([])
})

test('somebody else’s change meanwhile is said, and the page is for coordinators', async () => {
  given.services.refuse('chasing.set', 'stale')
  expect((await given.browser.submit('/chasing/change', { ...days, ...texts, ...tomorrow })).status).toBe(409)
  for (const other of nobodyElse) expect(await given.statusFor(other, '/chasing')).toBe(403)
})
