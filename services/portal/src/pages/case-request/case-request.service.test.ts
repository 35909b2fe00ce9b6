import { Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { copyPaper } from '../../form-copy/copy-paper.ts'
import { formCopy } from '../../form-copy/form-copy.ts'
import {
  caseId,
  hospital,
  informationRequestId,
  openCase,
  organisationId,
  sentRequest,
} from '../../testing/case-answers.ts'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const path = `/cases/${caseId}/requests/${informationRequestId}`
const waiting = {
  ...sentRequest,
  caseId,
  formVersion: null,
  sections: [],
  completeness: [],
  supplementary: [],
  entry: null,
  versions: [],
  decisions: [],
  chasers: [],
  caveats: [],
  next: null,
  gap: null,
  recipient: { role: null, email: 'reviews@hospital.example' },
  saidBy: null,
  filling: [],
}
const byMail = {
  round: 1,
  addressee: null,
  recordedBy: null,
  recordedAt: Instant.parse('2026-03-26T09:00:00.000Z'),
}
const gap = {
  reason: 'no-answer' as const,
  effect: 'some-questions-open' as const,
  note: 'Not known: <what the ward saw>',
  decidedBy: PersonId.parse('0190c000-0000-7000-8000-0000000000b2'),
  decidedAt: Instant.parse('2026-05-08T09:00:00.000Z'),
  seenAt: null,
}
const filling = [
  {
    name: 'reporting' as const,
    title: 'Child death reporting form',
    sections: [
      { title: 'About you', state: 'completed' as const },
      { title: 'The child’s health', state: 'in-progress' as const },
      { title: 'Learning', state: 'not-started' as const },
      { title: 'Sleep', state: 'not-started-or-not-asked' as const },
    ],
  },
]
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('informationRequest.read', waiting)
  given.services.answer('informationRequest.remind', undefined)
  given.services.answer('informationRequest.resend', undefined)
  given.services.answer('informationRequest.redirect', { informationRequestId })
  given.services.answer('organisation.list', { rows: [hospital], contacts: [] })
  given.services.answer('informationRequest.recall', undefined)
})
const made = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)

test('a returned form says section by section how far it was answered, and what was left blank', async () => {
  const sections = [
    {
      title: 'The child',
      answered: 4,
      notKnown: 1,
      blank: [
        { path: 'known-conditions', label: 'Known <conditions>', critical: false },
        { path: 'weight', label: 'Weight', critical: true },
      ],
    },
    { title: 'The household', answered: 3, notKnown: 0, blank: [] },
  ]
  given.services.answer('informationRequest.read', {
    ...waiting,
    state: 'returned',
    completeness: [{ name: 'reporting', title: 'Reporting form', sections }],
  })
  const main = mainOf((await given.browser.get(path)).body)
  expect(main).toMatch(/The child<\/th>[\s\S]*?>4<[\s\S]*?>1<[\s\S]*?>2</)
  expect(main).toMatch(
    /the review rests on it:[\s\S]*The child: Weight[\s\S]*The child: Known &lt;conditions&gt;/,
  )
  expect(main).not.toContain('The household: ')
})

describe('a request that has not been answered', () => {
  test('shows how far the agency is, section by section, while it fills the form in', async () => {
    expect((await given.browser.get(path)).body).not.toContain('How far the agency is')
    given.services.answer('informationRequest.read', { ...waiting, filling })
    const main = mainOf((await given.browser.get(path)).body).replaceAll(/<[^>]+>|\s+/g, ' ')
    expect(main).toMatch(/How far the agency is: Child death reporting form/)
    expect(main).toMatch(
      /About you +Completed +The child’s health +In progress +Learning +Not started +Sleep +Not started, or not asked/,
    )
  })

  test('says how often the agency was reminded', async () => {
    given.services.answer('informationRequest.read', {
      ...waiting,
      reminders: 2,
      remindedOn: PlainDate.parse('2026-03-01'),
    })
    expect(mainOf((await given.browser.get(path)).body)).toContain('Reminded 2 times, last on 1 March 2026')
  })

  test('says how the agency was chased by itself, and what comes next', async () => {
    given.services.answer('informationRequest.read', {
      ...waiting,
      chasers: [
        { ...byMail, step: 'first-reminder', on: PlainDate.parse('2026-03-26'), result: 'sent' },
        { ...byMail, step: 'second-reminder', on: PlainDate.parse('2026-04-02'), result: 'overtaken' },
      ],
      next: { step: 'executive', on: PlainDate.parse('2099-04-13') },
    })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('<li>First reminder on 26 March 2026</li>')
    expect(main).toContain('Second reminder on 2 April 2026, not sent')
    expect(main).toContain('Letter to the agency’s executive lead: for you to do on 13 April 2099')
  })

  test('is followed by a reminder, once however often the button is pressed', async () => {
    const { hidden } = await given.browser.get(path)
    const pressed = { ...hidden, _action: 'remind' }
    expect((await given.browser.post(path, pressed)).status).toBe(303)
    await given.browser.post(path, pressed)
    const asked = { areaId: leeds, informationRequestId, key: hidden._key }
    expect(made('informationRequest.remind')).toEqual([asked, asked])
  })

  test('says so when the agency was reminded today', async () => {
    given.services.refuse('informationRequest.remind', 'reminded-today')
    const answer = await given.browser.submit(path, { _action: 'remind' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('This agency has had an email about the case today')
  })

  test('is recalled for a reason', async () => {
    const without = await given.browser.submit(path, { _action: 'recall' })
    expect(without.status).toBe(422)
    expect(without.body).toContain('<a href="#reason">Select why the request is recalled</a>')
    expect(made('informationRequest.recall')).toEqual([])
    const done = await given.browser.submit(path, { _action: 'recall', reason: 'no-longer-needed' })
    expect(done.status).toBe(303)
    expect(made('informationRequest.recall')).toMatchObject([
      { informationRequestId, reason: 'no-longer-needed' },
    ])
  })
})

describe('a request that did not reach the right person', () => {
  test('says whom it went to, and how to be sure by telephone whom one speaks to', async () => {
    const recipient = { role: 'Named nurse', email: 'nurse@hospital.example' }
    given.services.answer('informationRequest.read', { ...waiting, recipient })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Named nurse, nurse@hospital.example')
    expect(main).toContain('Confirm who you are speaking to by telephone')
    expect(main).toContain('What they may ask you')
  })

  test('is sent again with a new link, once however often the button is pressed', async () => {
    const { hidden } = await given.browser.get(path)
    const pressed = { ...hidden, _action: 'resend' }
    expect((await given.browser.post(path, pressed)).status).toBe(303)
    await given.browser.post(path, pressed)
    const asked = { areaId: leeds, informationRequestId, key: hidden._key }
    expect(made('informationRequest.resend')).toEqual([asked, asked])
  })

  test('is redirected for a reason', async () => {
    const without = await given.browser.submit(path, { _action: 'redirect' })
    expect(without.status).toBe(422)
    expect(without.body).toContain('<a href="#organisation">Select the organisation to ask</a>')
    expect(without.body).toContain('<a href="#redirectReason">Select why the request is redirected</a>')
    const typed = { organisation: organisationId, redirectReason: 'wrong-contact', _action: 'redirect' }
    expect((await given.browser.submit(path, typed)).status).toBe(303)
    expect(made('informationRequest.redirect')).toMatchObject([
      { informationRequestId, organisationId, contactId: null, reason: 'wrong-contact' },
    ])
    given.services.refuse('informationRequest.redirect', 'same-recipient')
    const same = await given.browser.submit(path, typed)
    expect(same.status).toBe(409)
    expect(same.body).toContain('The request is already with them')
  })
})

test('a request answered by “nothing known” says who said so', async () => {
  given.services.answer('informationRequest.read', {
    ...waiting,
    state: 'nothing-known',
    returnedAt: Instant.parse('2026-03-01T09:32:00.000Z'),
    saidBy: { name: 'Invented Reporter', role: 'Records manager' },
  })
  const main = mainOf((await given.browser.get(path)).body)
  expect(main).toContain('Nothing known about this child')
  expect(main).toContain('Invented Reporter, Records manager, on 1 March 2026')
  expect(main).not.toContain('<form')
})

test('a request that was answered is neither reminded nor recalled', async () => {
  given.services.answer('informationRequest.read', { ...waiting, state: 'returned' })
  const main = mainOf((await given.browser.get(path)).body)
  expect(main).not.toContain('Recall the request')
  given.services.refuse('informationRequest.recall', 'request-answered')
  const late = await given.browser.submit(path, { _action: 'recall', reason: 'no-longer-needed' })
  expect(late.status).toBe(409)
})

describe('an agency the review goes on without', () => {
  test('is said to be so, with what was decided', async () => {
    given.services.answer('informationRequest.read', { ...waiting, state: 'gone-without', gap })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('The review goes on without this agency')
    expect(main).toContain('Not known: &lt;what the ward saw&gt;')
    expect(main).not.toContain('<form')
  })

  test('that answers after all is looked at once', async () => {
    given.services.answer('informationRequest.read', { ...waiting, state: 'returned', gap })
    given.services.answer('gap.seeLateAnswer', undefined)
    const done = await given.browser.submit(path, { _action: 'see-late-answer' })
    expect(done.status).toBe(303)
    expect(made('gap.seeLateAnswer')).toMatchObject([{ areaId: leeds, informationRequestId }])
    const seenAt = Instant.parse('2026-05-21T09:00:00.000Z')
    given.services.answer('informationRequest.read', {
      ...waiting,
      state: 'returned',
      gap: { ...gap, seenAt },
    })
    expect(mainOf((await given.browser.get(path)).body)).not.toContain('see-late-answer')
  })
})

describe('writing to the leaders of an agency', () => {
  const escalate = `${path}/escalate`
  const typed = { step: 'executive', addressee: 'An invented executive', ...dateFields('2026-03-02') }

  test('begins with a letter that prints: the case by its reference, the law, and no child', async () => {
    given.services.answer('informationRequest.read', {
      ...waiting,
      chasers: [
        { ...byMail, step: 'second-reminder', on: PlainDate.parse('2026-04-02'), result: 'sent' },
        {
          ...byMail,
          step: 'executive',
          on: PlainDate.parse('2026-04-13'),
          result: 'done',
          addressee: 'A name in confidence',
        },
      ],
    })
    const { body } = await given.browser.get(`${path}/letter/section-16n-letter`)
    const main = mainOf(body)
    for (const part of [
      openCase.case.reference,
      'section 16N',
      'must comply',
      'injunction',
      'Second reminder on 2 April',
    ]) {
      expect(main).toContain(part)
    }
    expect(main).not.toContain('A name in confidence')
    expect((await given.browser.get(`${path}/letter/first-reminder`)).status).toBe(404)
    const page = mainOf((await given.browser.get(escalate)).body)
    expect(page).toContain(`href="${path}/letter/partner-lead"`)
    expect(page).not.toContain(`href="${path}/letter/executive"`)
  })

  test('is recorded with whom and when; mistakes are named and what was typed stays', async () => {
    given.services.answer('informationRequest.escalate', undefined)
    const wrong = await given.browser.submit(escalate, {
      ...typed,
      step: '',
      addressee: ' ',
      'on-year': '2099',
    })
    expect(wrong.status).toBe(422)
    for (const message of [
      'Select what you have sent',
      'Enter whom you wrote to',
      'must be today or in the past',
    ]) {
      expect(wrong.body).toContain(message)
    }
    const early = await given.browser.submit(escalate, { ...typed, 'on-year': '2025' })
    expect(early.body).toContain('must be the same as or after the last time the agency was asked')
    expect(made('informationRequest.escalate')).toEqual([])
    const done = await given.browser.submit(escalate, typed)
    expect(done.status).toBe(303)
    expect(made('informationRequest.escalate')).toMatchObject([
      { informationRequestId, step: 'executive', addressee: 'An invented executive', on: '2026-03-02' },
    ])
  })

  test('is not there for a request that was answered', async () => {
    given.services.answer('informationRequest.read', { ...waiting, state: 'returned' })
    expect((await given.browser.get(escalate)).status).toBe(404)
    expect((await given.browser.get(`${path}/letter/executive`)).status).toBe(404)
  })
})

function dateFields(date: string) {
  const [year = '', month = '', day = ''] = date.split('-')
  return { 'on-day': day, 'on-month': month, 'on-year': year }
}
test('a part is marked, with how much it answers and the day of the rest; what only an unanswered request allows is gone', async () => {
  const said = { promisedOn: PlainDate.parse('2026-03-12'), sectionsCompleted: 3, sectionsAsked: 8 }
  const reason = 'waiting-for-a-colleague' as const
  given.services.answer('informationRequest.read', {
    ...waiting,
    entry: 1,
    part: { ...said, reason, entry: 1, sentOn: PlainDate.parse('2026-03-02') },
    versions: [
      {
        entry: 1,
        returnedAt: Instant.parse('2026-03-02T10:00:00.000Z'),
        why: null,
        part: { ...said, reason },
        transcribed: null,
      },
    ],
  })
  const main = mainOf((await given.browser.get(path)).body)
  expect(main).toContain(
    'Part: 3 of 8 sections completed, rest promised for 12 March 2026. Waiting for a colleague.',
  )
  expect(main).toContain('Nobody chases the agency before that day is over')
  expect(main).toContain('Send a reminder')
  expect(main).not.toContain('Recall the request')
  expect(main).not.toContain('Redirect the request')
})

test('what was corrected can be read in every version, with the reason for each', async () => {
  const versions = [
    {
      entry: 2,
      returnedAt: Instant.parse('2026-03-02T10:00:00.000Z'),
      why: 'A <b>date</b> was wrong',
      transcribed: null,
      part: null,
    },
    {
      entry: 1,
      returnedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
      why: null,
      part: null,
      transcribed: null,
    },
  ]
  const returned = { ...waiting, state: 'returned' as const, next: null, versions }
  given.services.answer('informationRequest.read', { ...returned, entry: 2 })
  const main = mainOf((await given.browser.get(path)).body)
  expect(main).toContain('Corrected: A &lt;b&gt;date&lt;/b&gt; was wrong')
  expect(main).toContain(`href="${path}?version=1"`)
  given.services.answer('informationRequest.read', { ...returned, entry: 1 })
  expect(mainOf((await given.browser.get(`${path}?version=1`)).body)).toContain('shown here')
  expect(made('informationRequest.read').at(-1)).toMatchObject({ entry: 1 })
  expect((await given.browser.get(`${path}?version=x`)).status).toBe(404)
})

describe('a form that was returned', () => {
  const answers = { 'reporter-name': 'Robin Ellis' }
  const returned = {
    ...waiting,
    state: 'returned' as const,
    returnedAt: Instant.parse('2026-03-02T10:00:00.000Z'),
    entry: 2,
    formVersion: '2026-04-01',
  }
  const copy = {
    reference: openCase.case.reference,
    organisationName: 'Harrowby Hospital',
    form: 'reporting' as const,
    formVersion: '2026-04-01',
    stages: null,
    answers,
    withheld: [],
    returned: { entry: 2, at: Instant.parse('2026-03-02T10:00:00.000Z'), transcribed: null, part: false },
  }

  test('is kept outside as PDF, JSON or FHIR, in the version that is shown; its name says no more than the reference', async () => {
    given.services.answer('informationRequest.read', returned)
    given.services.answer('returnedForm.copy', copy)
    const href = `${path}/copies/reporting/json?version=2`
    expect(mainOf((await given.browser.get(path)).body)).toContain(`href="${href}"`)
    const file = await given.browser.get(href)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="${openCase.case.reference}-reporting-2.json"`,
    )
    expect(JSON.parse(file.body)).toMatchObject({ version: '2026-04-01', answers })
    expect(made('returnedForm.copy')).toMatchObject([{ form: 'reporting', as: 'json', entry: 2 }])
    const response = JSON.parse((await given.browser.get(`${path}/copies/reporting/fhir`)).body)
    expect(response).toMatchObject({ resourceType: 'QuestionnaireResponse', status: 'amended' })
  })

  test('says in every format that something is withheld, and does not hold it', async () => {
    given.services.answer('informationRequest.read', returned)
    given.services.answer('returnedForm.copy', { ...copy, withheld: ['gestation'] })
    const file = await given.browser.get(`${path}/copies/reporting/json`)
    expect(JSON.parse(file.body)).toMatchObject({ withheld: ['gestation'], answers })
    const response = await given.browser.get(`${path}/copies/reporting/fhir`)
    expect(response.body).toContain('"valueCode": "masked"')
    const paper = copyPaper(
      formCopy({ ...copy, withheld: ['gestation'] }),
      Instant.parse('2026-03-02T10:00:00.000Z'),
    )
    expect(paper.notices).toEqual(['Something is withheld in this copy, in 1 place.'])
    const rows = paper.sections.flatMap((section) => section.rows)
    expect(rows.filter(({ text }) => text === 'Something is withheld here')).toHaveLength(1)
  })

  test('is not there before it was returned, and not for others', async () => {
    given.services.answer('returnedForm.copy', copy)
    expect((await given.browser.get(`${path}/copies/reporting/pdf`)).status).toBe(404)
    expect(await given.statusFor('tom.harrow@lds.example', `${path}/copies/reporting/pdf`)).toBe(403)
  })
})
