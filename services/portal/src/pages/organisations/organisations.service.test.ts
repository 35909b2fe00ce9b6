import { Instant, OrganisationContactId, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hospital, organisationId } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const one = `/organisations/${organisationId}`
const contactId = OrganisationContactId.parse('0190f000-0000-7000-8000-0000000000c1')
const contact = {
  contactId,
  role: 'Named nurse',
  email: 'nurse@hospital.example',
  phone: null,
  replaces: null,
  from: PlainDate.parse('2026-01-05'),
  endedOn: null,
  recordedBy: PersonId.parse(organisationId),
  recordedAt: Instant.parse('2026-01-05T10:00:00.000Z'),
}
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  const { services } = given
  services.forget()
  services.answer('organisation.list', { rows: [hospital], contacts: [] })
  services.answer('organisation.add', { organisationId })
  services.answer('organisation.rename', undefined)
  services.answer('organisation.change', undefined)
  services.answer('organisation.addContact', { contactId })
  services.answer('organisation.endContact', undefined)
  services.answer('organisation.read', {
    organisation: hospital,
    names: [
      { name: 'Leeds Infirmary', from: null, recordedBy: null, recordedAt: contact.recordedAt },
      {
        name: 'Leeds Hospital',
        from: PlainDate.parse('2025-04-01'),
        recordedBy: null,
        recordedAt: contact.recordedAt,
      },
    ],
    contacts: [contact],
  })
})
const made = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)

describe('the directory of organisations', () => {
  test('lists whom the area can ask', async () => {
    const main = mainOf((await given.browser.get('/organisations')).body)
    expect(main).toMatch(
      /Leeds Hospital[\s\S]*Hospital \(acute trust\)[\s\S]*RR8[\s\S]*reviews@hospital.example[\s\S]*Yes/,
    )
  })

  test('is searched without what was typed standing in an address', async () => {
    const { status, body, location } = await given.browser.submit('/organisations', { typed: ' rr8 ' })
    expect({ status, location }).toEqual({ status: 200, location: '' })
    expect(made('organisation.list').at(-1)).toEqual({ areaId: leeds, typed: ' rr8 ' })
    expect(body).toContain('Show all organisations')
    given.services.answer('organisation.list', { rows: [], contacts: [] })
    const nothing = await given.browser.submit('/organisations', { typed: 'nowhere' })
    expect(mainOf(nothing.body)).toContain('No organisation was found')
    const empty = await given.browser.submit('/organisations', { typed: '' })
    expect(empty.body).toContain('<a href="#typed">Enter a name or a code</a>')
  })

  test('says so while it is empty, and is there for coordinators alone', async () => {
    given.services.answer('organisation.list', { rows: [], contacts: [] })
    expect(mainOf((await given.browser.get('/organisations')).body)).toContain(
      'no organisation in the directory',
    )
    for (const path of ['/organisations', '/organisations/new', one]) {
      expect(await given.statusFor(nobodyElse[0], path)).toBe(403)
    }
  })
})

describe('a new organisation', () => {
  const typed = { name: 'Example Surgery', kind: 'general-practice', email: 'desk@surgery.example' }

  test('is added with its codes and dates, and then shown', async () => {
    const more = {
      odsCode: 'y01234',
      'activeFrom-day': '1',
      'activeFrom-month': '4',
      'activeFrom-year': '2026',
    }
    const answer = await given.browser.submit('/organisations/new', { ...typed, ...more })
    expect(answer.location).toContain(one)
    expect(made('organisation.add')).toMatchObject([
      { ...typed, odsCode: 'Y01234', gssCode: null, activeFrom: '2026-04-01', activeTo: null },
    ])
  })

  test.each([
    ['name', '', 'Enter the name of the organisation', 'name'],
    ['kind', 'circus', 'Select the kind of organisation', 'kind'],
    ['email', 'nobody', 'Enter an email address in the correct format, like name@example.com', 'email'],
    ['odsCode', 'R', 'The ODS code must be 3 to 10 letters and numbers, like RR8 or Y01234', 'odsCode'],
    ['gssCode', 'E08', 'The GSS code must be a letter and 8 numbers, like E08000035', 'gssCode'],
    ['activeTo-day', '3', 'The last day must include a month and year', 'activeTo-month'],
  ])('is refused with a wrong %s', async (field, value, message, at) => {
    const { status, body } = await given.browser.submit('/organisations/new', { ...typed, [field]: value })
    expect(status).toBe(422)
    expect(body).toContain(`<a href="#${at}">${message}</a>`)
    expect(made('organisation.add')).toEqual([])
  })

  test('does not end before it begins, and is not added a second time under its code', async () => {
    const dates = {
      ...{ 'activeFrom-day': '2', 'activeFrom-month': '4', 'activeFrom-year': '2026' },
      ...{ 'activeTo-day': '1', 'activeTo-month': '4', 'activeTo-year': '2026' },
    }
    const wrong = await given.browser.submit('/organisations/new', { ...typed, ...dates })
    expect(wrong.body).toContain('The last day must be the same as or after the first day')
    given.services.refuse('organisation.add', 'organisation-known')
    const known = await given.browser.submit('/organisations/new', typed)
    expect(known.status).toBe(409)
    expect(known.body).toContain('already has this code')
    expect(known.body).toContain('value="Example Surgery"')
  })
})

describe('an organisation', () => {
  test('shows its names with their days, its codes and who answers for it', async () => {
    const main = mainOf((await given.browser.get(one)).body)
    expect(main).toMatch(/Named nurse[\s\S]*nurse@hospital.example[\s\S]*5 January 2026/)
    expect(main).toMatch(/Leeds Infirmary[\s\S]*When it was entered[\s\S]*Leeds Hospital[\s\S]*1 April 2025/)
  })

  test('is renamed from a day', async () => {
    const from = { 'from-day': '1', 'from-month': '4', 'from-year': '2027' }
    const rename = { version: '3', name: 'Leeds Children’s Hospital', ...from, _action: 'rename' }
    expect((await given.browser.submit(one, rename)).status).toBe(303)
    expect(made('organisation.rename')).toMatchObject([
      { organisationId, version: 3, name: 'Leeds Children’s Hospital', from: '2027-04-01' },
    ])
    const empty = await given.browser.submit(one, { version: '3', _action: 'rename' })
    expect(empty.body).toContain('<a href="#from-day">Enter the first day of the name</a>')
  })

  test('is changed as it was seen, and says so when somebody else was first', async () => {
    const { version, name, organisationId: id, activeFrom, activeTo, gssCode, ...known } = hospital
    const change = { ...known, odsCode: 'RR9', version: String(version), _action: 'change' }
    expect((await given.browser.submit(one, change)).status).toBe(303)
    expect(made('organisation.change')).toMatchObject([
      { organisationId, version: 3, odsCode: 'RR9', gssCode: null },
    ])
    given.services.refuse('organisation.change', 'stale')
    const late = await given.browser.submit(one, change)
    expect(late.status).toBe(409)
    expect(late.body).toContain('value="RR9"')
    expect((await given.browser.submit(one, { ...change, version: 'x' })).status).toBe(400)
  })

  test('gets a contact in the place of another, and a contact ends', async () => {
    const typed = {
      role: 'Safeguarding team',
      contactEmail: 'team@hospital.example',
      phone: '',
      replaces: contactId,
    }
    await given.browser.submit(one, { ...typed, _action: 'add-contact' })
    expect(made('organisation.addContact')).toMatchObject([
      { role: 'Safeguarding team', email: 'team@hospital.example', phone: null, replaces: contactId },
    ])
    const empty = await given.browser.submit(one, { _action: 'add-contact' })
    expect(empty.body).toContain('<a href="#role">Enter the role or team</a>')
    expect(empty.body).toContain('<a href="#contactEmail">Enter the email address of the role or team</a>')
    await given.browser.submit(one, { contactId, _action: 'end-contact' })
    expect(made('organisation.endContact')).toMatchObject([{ organisationId, contactId }])
  })

  test('that is none is not there', async () => {
    expect((await given.browser.get('/organisations/nothing')).status).toBe(404)
    given.services.refuse('organisation.read', 'not-found')
    expect((await given.browser.get(one)).status).toBe(404)
  })
})
