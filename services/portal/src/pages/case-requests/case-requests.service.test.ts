import { CaseId, Instant, OrganisationContactId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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

const path = `/cases/${caseId}/requests`
const contactId = OrganisationContactId.parse('0190f000-0000-7000-8000-0000000000c1')
const nurse = { organisationId, contactId, role: 'Named nurse' }
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  const { services } = given
  services.forget()
  services.answer('case.open', openCase)
  services.answer('informationRequest.list', { rows: [sentRequest], returnWorkingDays: 15 })
  services.answer('informationRequest.expected', { basedOn: 3, all: null, order: [] })
  services.answer('organisation.list', { rows: [hospital], contacts: [nurse] })
})

const made = (procedure: string) => given.services.calls.filter((call) => call.procedure === procedure)

describe('information requests', () => {
  test('show who was asked and when the answer is due, with the legal basis of a new one', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toMatch(
      /Leeds Hospital[\s\S]*24 February 2026[\s\S]*17 March 2026[\s\S]*Due in 11 working days/,
    )
    expect(main).toContain('section 16N of the Children Act 2004')
  })

  test('link to the form once it is returned', async () => {
    const returned = { ...sentRequest, state: 'returned' as const, returnedAt: null }
    given.services.answer('informationRequest.list', { rows: [returned], returnWorkingDays: 15 })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain(`href="${path}/${informationRequestId}"`)
    expect(main).toContain('Returned')
  })

  test('say that a part came, for when the rest was promised, and that the answer is still due', async () => {
    const part = {
      entry: 1,
      sentOn: PlainDate.parse('2026-03-01'),
      promisedOn: PlainDate.parse('2026-03-12'),
      reason: 'staff-absent' as const,
      sectionsCompleted: 3,
      sectionsAsked: 8,
    }
    const shown = async (row: typeof sentRequest) => {
      given.services.answer('informationRequest.list', { rows: [row], returnWorkingDays: 15 })
      return mainOf((await given.browser.get(path)).body)
    }
    const waited = await shown({ ...sentRequest, begun: true, part })
    expect(waited).toContain('Part sent: 3 of 8 sections completed')
    expect(waited).toContain('Part received, rest promised for 12 March 2026. Due in 11 working days')
    expect(waited).toContain('read what was returned')
    const past = await shown({ ...sentRequest, part: { ...part, promisedOn: PlainDate.parse('2026-02-27') } })
    expect(past).toContain('Part received, rest was promised for 27 February 2026')
    expect(await shown({ ...sentRequest, state: 'gone-without', part })).toContain(
      'Part received: the review goes on without the rest',
    )
  })

  test('say what comes first when nobody can be asked', async () => {
    given.services.answer('informationRequest.list', { rows: [], returnWorkingDays: 15 })
    given.services.answer('organisation.list', { rows: [], contacts: [] })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('No agency has been asked yet')
    expect(main).toContain('Add the organisation you want to ask first')
  })

  test('end when the panel has reviewed the case', async () => {
    given.services.answer('case.open', { ...openCase, case: { ...openCase.case, state: 'reviewed' } })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('no more agencies can be asked')
    expect(main).not.toContain('<form')
  })

  test('are sent to the organisation that is chosen, once for each form', async () => {
    given.services.answer('informationRequest.send', { informationRequestId, dueOn: sentRequest.dueOn })
    const { hidden } = await given.browser.get(path)
    const fields = { ...hidden, organisation: organisationId, _action: 'send' }
    const sent = await given.browser.post(path, fields)
    await given.browser.post(path, fields)
    expect(sent.status).toBe(303)
    const keys = made('informationRequest.send').map(({ input }) => input)
    expect(keys[0]).toEqual({ areaId: leeds, caseId, organisationId, contactId: null, key: hidden._key })
    expect(keys[1]).toEqual(keys[0])
  })

  test('are sent to a contact of the organisation, and to none that is not in use', async () => {
    given.services.answer('informationRequest.send', { informationRequestId, dueOn: sentRequest.dueOn })
    const chosen = `${organisationId}/${contactId}`
    expect((await given.browser.get(path)).body).toContain(
      `<option value="${chosen}">Leeds Hospital: Named nurse</option>`,
    )
    await given.browser.submit(path, { organisation: chosen, _action: 'send' })
    expect(made('informationRequest.send').map(({ input }) => input)).toMatchObject([
      { organisationId, contactId },
    ])
    const closed = { ...hospital, activeTo: PlainDate.parse('2026-01-31') }
    given.services.answer('organisation.list', { rows: [closed], contacts: [nurse] })
    expect((await given.browser.get(path)).body).not.toContain('<option value="0190f')
  })

  test('need an organisation', async () => {
    for (const organisation of ['', 'nonsense']) {
      const answer = await given.browser.submit(path, { organisation, _action: 'send' })
      expect(answer.status).toBe(422)
      expect(answer.body).toContain('<a href="#organisation">Select the organisation to ask</a>')
    }
    expect(made('informationRequest.send')).toEqual([])
  })
})

describe('an organisation', () => {
  const added = { name: 'Leeds Hospice', kind: 'hospice', email: 'reviews@hospice.example', _action: 'add' }

  test('is added and then chosen for the request', async () => {
    given.services.answer('organisation.add', { organisationId })
    const answer = await given.browser.submit(path, added)
    expect(answer.status).toBe(303)
    const main = mainOf((await given.browser.follow(answer)).body)
    expect(main).toMatch(new RegExp(`<option value="${organisationId}" selected>`))
  })

  test.each([
    ['name', '', 'Enter the name of the organisation'],
    ['name', 'x'.repeat(201), 'The name of the organisation must be 200 characters or fewer'],
    ['kind', '', 'Select the kind of organisation'],
    ['kind', 'circus', 'Select the kind of organisation'],
    ['email', '', 'Enter the email address for requests'],
    ['email', 'nobody', 'Enter an email address in the correct format, like name@example.com'],
    ['email', `${'x'.repeat(250)}@example.com`, 'The email address must be 254 characters or fewer'],
  ])('is refused with a wrong %s', async (field, value, message) => {
    const answer = await given.browser.submit(path, { ...added, [field]: value })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${field}">${message}</a>`)
    expect(answer.body).toMatch(new RegExp(`govuk-error-message[\\s\\S]{0,160}${message}`))
    expect(made('organisation.add')).toEqual([])
  })
})

describe('a returned form', () => {
  const read = {
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

  test('is shown in its own words', async () => {
    const rows = [
      { label: 'What did your agency know?', answer: 'Long '.repeat(2_000), linkId: 'a', path: 'a' },
    ]
    given.services.answer('informationRequest.read', {
      ...read,
      state: 'returned',
      returnedAt: Instant.parse('2026-02-24T09:32:00.000Z'),
      sections: [{ linkId: 's', title: 'Health', rows }],
      supplementary: [],
      entry: null,
      versions: [],
    })
    const { status, body } = await given.browser.get(`${path}/${informationRequestId}`)
    expect(status).toBe(200)
    expect(mainOf(body)).toContain('What did your agency know?')
    expect(mainOf(body)).toContain('Returned on 24 February 2026')
  })

  test('says so while nothing is returned, and is a 404 under another case', async () => {
    given.services.answer('informationRequest.read', read)
    const { body } = await given.browser.get(`${path}/${informationRequestId}`)
    expect(mainOf(body)).toContain('Nothing has been returned yet')
    given.services.answer('informationRequest.read', { ...read, caseId: CaseId.parse(organisationId) })
    expect((await given.browser.get(`${path}/${informationRequestId}`)).status).toBe(404)
    expect((await given.browser.get(`${path}/nothing`)).status).toBe(404)
  })
})
