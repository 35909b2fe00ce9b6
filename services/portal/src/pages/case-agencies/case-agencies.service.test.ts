import {
  GssCode,
  Instant,
  OrganisationContactId,
  OrganisationId,
  PersonId,
  RequestBatchId,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, hospital, informationRequestId, openCase, sentRequest } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const path = `/cases/${caseId}/agencies`
const requestBatchId = RequestBatchId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b01')
const contactId = OrganisationContactId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b02')
const surgery = {
  ...hospital,
  organisationId: OrganisationId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b03'),
  name: 'Invented Surgery',
  kind: 'general-practice' as const,
  odsCode: null,
}
const care = {
  ...hospital,
  organisationId: OrganisationId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b04'),
  name: 'Children’s <services>',
  kind: 'social-care' as const,
  odsCode: null,
  gssCode: GssCode.parse('E08000035'),
}
const nobody = { person: null, email: null, phone: null }
const proposed = {
  proposals: [
    { kind: 'general-practice' as const, reasons: ['named' as const, 'every-child' as const] },
    { kind: 'hospital' as const, reasons: ['died-there' as const] },
    { kind: 'social-care' as const, reasons: ['every-child' as const] },
    { kind: 'police' as const, reasons: ['phoned' as const] },
  ],
  authorities: [GssCode.parse('E08000035')],
  named: [
    {
      kind: 'general-practice' as const,
      ...nobody,
      organisation: 'The invented surgery',
      person: 'Dr Example',
    },
    { kind: 'general-practice' as const, ...nobody, organisation: 'Unheard-of <Surgery>' },
  ],
}
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  const { services } = given
  services.forget()
  services.answer('case.open', { ...openCase, pass: 'a pass' })
  services.answer('notification.agenciesOfCase', proposed)
  services.answer('informationRequest.list', { rows: [sentRequest], returnWorkingDays: 15 })
  services.answer('organisation.list', {
    rows: [hospital, surgery, care],
    contacts: [{ organisationId: surgery.organisationId, contactId, role: 'Practice manager' }],
  })
  services.answer('requestBatch.read', null)
  services.answer('requestBatch.ask', { requestBatchId })
})
const made = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)
/** A form with several boxes ticked, as a browser posts it. */
const ticked = (hidden: Readonly<Record<string, string>>, organisation: readonly string[]) =>
  String(
    new URLSearchParams([
      ...Object.entries(hidden),
      ...organisation.map((one): [string, string] => ['organisation', one]),
    ]),
  )
const box = (value: string, checked: boolean) =>
  new RegExp(`<input[^>]*value="${value}"${checked ? '[^>]* checked' : '(?![^>]*checked)'}`)

describe('the agencies a notification suggests', () => {
  test('are shown with why, chosen when they are surely meant, and named when they are to be added', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(made('notification.agenciesOfCase')).toEqual([{ areaId: leeds, caseId, pass: 'a pass' }])
    expect(main).toContain('Why: named on the notification; asked about every child.')
    expect(main).toContain('The invented surgery, Dr Example')
    expect(main).toMatch(box(surgery.organisationId, true))
    expect(main).toMatch(box(`${surgery.organisationId}/${contactId}`, false))
    expect(main).toMatch(box(care.organisationId, true))
    expect(main).toContain('Children’s &lt;services&gt;')
    expect(main).toContain('Not in the directory: Unheard-of &lt;Surgery&gt;.')
    expect(main).toContain('No organisation of this kind is in the directory.')
    // Asked before, so there is nothing to tick.
    expect(main).toContain('Leeds Hospital: asked on 24 February 2026')
    expect(main).not.toContain(`value="${hospital.organisationId}"`)
  })

  test('are asked in one go, once for each form, and it is shown what became of each', async () => {
    const { hidden } = await given.browser.get(path)
    const organisation = [surgery.organisationId, `${care.organisationId}/${contactId}`]
    const fields = ticked(hidden, organisation)
    const done = await given.browser.post(path, fields)
    await given.browser.post(path, fields)
    expect(done.status).toBe(303)
    const recipients = [
      { organisationId: surgery.organisationId, contactId: null },
      { organisationId: care.organisationId, contactId },
    ]
    const asked = { areaId: leeds, caseId, recipients, key: hidden._key }
    expect(made('requestBatch.ask')).toEqual([asked, asked])
    const rowOf = (one: typeof hospital) => ({
      place: 1,
      organisationId: one.organisationId,
      organisationName: one.name,
      contactId: null,
      refusal: null,
      informationRequestId: null,
      settledAt: null,
      outcome: null,
    })
    given.services.answer('requestBatch.read', {
      requestBatchId,
      askedBy: PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3a02'),
      askedAt: Instant.parse('2026-03-02T10:00:00.000Z'),
      rows: [
        { ...rowOf(surgery), outcome: 'sent', informationRequestId },
        { ...rowOf(care), outcome: 'refused', refusal: 'organisation-not-in-use' },
        rowOf(hospital),
      ],
    })
    const main = mainOf((await given.browser.follow(done)).body)
    expect(main).toContain('2 of 3 have had their turn')
    expect(main).toContain(`href="/cases/${caseId}/requests/${informationRequestId}"`)
    expect(main).toContain('Not asked: ')
    expect(main).toContain('Waits for its turn')
  })

  test.each([
    [[], 'Select the agencies to ask'],
    [['nonsense'], 'Select the organisation to ask'],
    [
      [surgery.organisationId, `${surgery.organisationId}/${contactId}`],
      'Select each organisation once: its mailbox or one of its contacts',
    ],
  ])('are not asked with %o, and what was ticked stays', async (organisation, message) => {
    const { hidden } = await given.browser.get(path)
    const answer = await given.browser.post(path, ticked(hidden, organisation))
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#organisation">${message}</a>`)
    expect(answer.body).toContain('id="organisation"')
    expect(answer.body).toMatch(box(care.organisationId, false))
    expect(made('requestBatch.ask')).toEqual([])
  })

  test('leave nothing to send when everybody of the directory has been asked', async () => {
    given.services.answer('organisation.list', { rows: [hospital], contacts: [] })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Every organisation of the directory that is suggested has been asked.')
    expect(main).not.toContain('<form')
  })

  test('are not asked before the death is confirmed, nor after the review, nor by anybody else', async () => {
    const { case: found } = openCase
    given.services.answer('case.open', {
      ...openCase,
      pass: 'a pass',
      case: { ...found, confirmation: null },
    })
    expect(mainOf((await given.browser.get(path)).body)).not.toContain('<form')
    given.services.answer('case.open', { ...openCase, pass: 'a pass', case: { ...found, state: 'reviewed' } })
    expect(mainOf((await given.browser.get(path)).body)).not.toContain('<form')
    for (const subject of nobodyElse) {
      expect(await given.statusFor(subject, path)).toBe(403)
      expect(await given.statusFor(subject, `${path}/${requestBatchId}`)).toBe(403)
    }
    expect((await given.browser.get(`${path}/nonsense`)).status).toBe(404)
    expect((await given.browser.get(`${path}/${requestBatchId}`)).status).toBe(404)
  })
})
