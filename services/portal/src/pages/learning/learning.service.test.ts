import { FactorCode, LearningId, OrganisationId, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'

const learningId = LearningId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3d01')
const organisationId = OrganisationId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3d02')
const path = `/learning/${learningId}`
const day = (date: string) => PlainDate.parse(date)
const learning = {
  learningId,
  reference: 'L-2026-001',
  facts: {
    source: 'elsewhere' as const,
    themes: ['safer-sleeping' as const],
    factors: [FactorCode.parse('co-sleeping')],
  },
  words: { text: 'Advice & a cot come together.', origin: 'A neighbouring panel' },
  issuedOn: day('2026-02-20'),
  issuedBy: PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3d03'),
}

let given: GivenCoordinator
beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  const { services } = given
  services.forget()
  services.answer('learning.list', { rows: [learning] })
  services.answer('learning.read', { learning, recipients: [], cases: [] })
  services.answer('learning.issue', { learningId })
  services.answer('learning.send', { learningId })
  services.answer('learning.acknowledge', { learningId })
  services.answer('organisation.list', {
    rows: [
      {
        organisationId,
        name: 'Ashdale Hospital',
        kind: 'hospital',
        email: 'requests@ashdale.example',
        odsCode: null,
        gssCode: null,
        activeFrom: null,
        activeTo: null,
        version: 1,
      },
    ],
    contacts: [],
  })
})
const main = async (at: string) => mainOf((await given.browser.get(at)).body)
const written = {
  text: 'Advice comes first.',
  source: 'notification',
  origin: '',
  themes: 'safer-sleeping',
  factors: 'co-sleeping',
}

describe('learning points', () => {
  test('are listed with what they are about and where they come from', async () => {
    const shown = await main('/learning')
    expect(shown).toContain('Advice &amp; a cot come together.')
    expect(shown).toContain('Safer sleeping')
    expect(await main(path)).toContain('A neighbouring panel')
  })

  test('are issued once they say what was learnt, what it is about and where it comes from', async () => {
    const { location } = await given.browser.submit('/learning/new', written)
    expect(location).toMatch(new RegExp(`${path}$`))
    expect(given.services.sent('learning.issue')).toMatchObject({
      facts: { source: 'notification', themes: ['safer-sleeping'], factors: ['co-sleeping'] },
      words: { text: 'Advice comes first.', origin: null },
      caseIds: [],
    })
  })

  test.each([
    [{ text: '' }, 'text', 'Enter what was learnt'],
    [{ source: '' }, 'source', 'Select where it comes from'],
    [{ source: 'elsewhere' }, 'origin', 'Enter who made it'],
    [{ themes: 'astrology' }, 'themes', 'Select at least one theme'],
  ])('are not issued with %o, and what was typed stays', async (change, id, message) => {
    const { status, body } = await given.browser.submit('/learning/new', { ...written, ...change })
    expect(status).toBe(422)
    expect(body).toMatch(new RegExp(`<a href="#${id}">[^<]*${message}`))
  })

  test('are sent to organisations of the directory, and read', async () => {
    const on = { 'on-day': '1', 'on-month': '3', 'on-year': '2026' }
    await given.browser.submit(path, { _action: 'send', organisations: organisationId, ...on })
    expect(given.services.sent('learning.send')).toMatchObject({
      organisations: [{ kind: 'hospital', organisationId }],
      on: '2026-03-01',
    })
    const sent = {
      organisationId,
      kind: 'hospital' as const,
      sentOn: day('2026-02-21'),
      acknowledgedOn: null,
    }
    given.services.answer('learning.read', { learning, recipients: [sent], cases: [] })
    const readOn = { 'readOn-day': '2', 'readOn-month': '3', 'readOn-year': '2026' }
    await given.browser.submit(path, { _action: 'read', organisation: organisationId, ...readOn })
    expect(given.services.sent('learning.acknowledge')).toMatchObject({ organisationId, on: '2026-03-02' })
  })

  test('are read by the panel and the analyst, issued by the chair, and not there for others', async () => {
    expect(await given.statusFor('helen.marsh@lds.example', '/learning/new')).toBe(200)
    expect(await given.statusFor('owen.pryce@lds.example', '/learning')).toBe(200)
    expect(await given.statusFor('tom.harrow@lds.example', '/learning/new')).toBe(403)
    expect(await given.statusFor('nadia.birch@lds.example', '/learning')).toBe(403)
  })
})
