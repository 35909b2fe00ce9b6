import { CaseId, CaveatId, DocumentId, FamilyQuestionId, Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, informationRequestId, openCase } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const caveatId = CaveatId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c01')
const documentId = DocumentId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c02')
const familyQuestionId = FamilyQuestionId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c03')
const path = `/cases/${caseId}/caveats`
const recorded = {
  recordedBy: PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c04'),
  recordedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
}
const target = {
  of: 'return' as const,
  informationRequestId,
  form: 'reporting' as const,
  part: 'gestation',
}
const caveat = {
  caveatId,
  caseId: CaseId.parse(caseId),
  kind: 'prosecution-pending' as const,
  target,
  formVersion: '2026-04-01',
  documentNumber: null,
  owner: 'coordinator' as const,
  reviewOn: PlainDate.parse('2026-03-02'),
  version: 1,
  liftedOn: null,
  ...recorded,
  entries: [
    {
      entry: 1,
      what: 'recorded' as const,
      owner: 'coordinator' as const,
      reviewOn: PlainDate.parse('2026-03-02'),
      note: { why: 'The <b>trial</b>', askedBy: 'Invented Inspector' },
      ...recorded,
    },
  ],
}
const date = (name: string, [year = '', month = '', day = '']: string[]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const filledIn = {
  kind: 'not-for-family',
  why: 'The trial',
  askedBy: 'Inspector',
  owner: 'designated-doctor',
  ...date('reviewOn', ['2026', '6', '1']),
}
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('caveat.list', { caveats: [caveat] })
  given.services.answer('caveat.record', { caveatId })
  given.services.answer('caveat.review', { version: 2 })
  given.services.answer('caveat.lift', undefined)
})
const made = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)

describe('the caveats of a case', () => {
  test('are listed with what they keep from whom, who asks again, and that it is to be done today', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('To be looked at again: 1 caveat.')
    expect(main).toContain('Gestation at birth')
    expect(main).toContain('downloaded copies, the panel and the family and its key workers')
    expect(main).toContain('The &lt;b&gt;trial&lt;/b&gt;')
    expect(main).toContain('The coordinators of the area')
    expect(main).toContain(`href="${path}/${caveatId}"`)
    given.services.answer('caveat.list', { caveats: [] })
    expect(mainOf((await given.browser.get(path)).body)).toContain('Nothing stands under a caveat.')
    for (const subject of nobodyElse) expect(await given.statusFor(subject, path)).toBe(403)
  })

  const from = `${path}/new?request=${informationRequestId}&form=reporting&part=gestation`

  test('are recorded over an answer, a document or an answer to the family, with the owner and the day', async () => {
    expect(mainOf((await given.browser.get(from)).body)).toContain('Gestation at birth')
    const done = await given.browser.submit(from, filledIn)
    expect([done.status, done.headers.get('location')]).toEqual([
      303,
      `/cases/${caseId}/requests/${informationRequestId}`,
    ])
    const { askedBy, why, kind, owner } = filledIn
    expect(made('caveat.record')).toMatchObject([
      { areaId: leeds, caseId, target, kind, owner, why, askedBy, reviewOn: '2026-06-01' },
    ])
    await given.browser.submit(`${path}/new?document=${documentId}`, filledIn)
    await given.browser.submit(`${path}/new?question=${familyQuestionId}`, filledIn)
    await given.browser.submit(`${path}/new?request=${informationRequestId}&form=reporting`, filledIn)
    expect(made('caveat.record').slice(1)).toMatchObject([
      { target: { of: 'document', documentId } },
      { target: { of: 'family-question', familyQuestionId } },
      { target: { ...target, part: null } },
    ])
    for (const nothing of [
      '',
      '?request=x',
      `?request=${informationRequestId}&form=reporting&part=no-such`,
    ]) {
      expect((await given.browser.get(`${path}/new${nothing}`)).status).toBe(404)
    }
  })

  test.each([
    [{ kind: '' }, 'kind', 'Select why it must be withheld'],
    [{ why: ' ' }, 'why', 'Enter why it must be withheld'],
    [{ why: 'x'.repeat(1_001) }, 'why', 'The reason must be 1,000 characters or fewer'],
    [{ askedBy: '' }, 'askedBy', 'Enter who asked for it'],
    [{ askedBy: 'x'.repeat(201) }, 'askedBy', 'Who asked for it must be 200 characters or fewer'],
    [{ owner: caveatId }, 'owner', 'Select who asks again'],
    [{ 'reviewOn-day': '' }, 'reviewOn-day', 'The date to ask again must include a day'],
    [
      { 'reviewOn-month': '3', 'reviewOn-day': '2' },
      'reviewOn-day',
      'The date to ask again must be in the future',
    ],
  ])('are not recorded with %o', async (wrong, field, message) => {
    const again = await given.browser.submit(from, { ...filledIn, ...wrong })
    expect(again.status).toBe(422)
    expect(again.body).toContain(`<a href="#${field}">${message}</a>`)
    expect(made('caveat.record')).toEqual([])
  })

  test('are looked at again or lifted, from what was read', async () => {
    const one = `${path}/${caveatId}`
    expect(mainOf((await given.browser.get(one)).body)).toContain('Ask today whether this is still needed.')
    const { kind: _stays, ...review } = filledIn
    const again = await given.browser.submit(one, { ...review, version: '1', _action: 'review' })
    expect([again.status, again.headers.get('location')]).toEqual([303, path])
    expect(made('caveat.review')).toMatchObject([{ caveatId, version: 1, owner: 'designated-doctor' }])
    const without = await given.browser.submit(one, { liftWhy: '', version: '1', _action: 'lift' })
    expect(without.body).toContain('<a href="#liftWhy">Enter why it may be shown now</a>')
    await given.browser.submit(one, { liftWhy: 'Acquitted', version: '1', _action: 'lift' })
    expect(made('caveat.lift')).toMatchObject([{ caveatId, version: 1, why: 'Acquitted' }])
    given.services.refuse('caveat.lift', 'stale')
    const late = await given.browser.submit(one, { liftWhy: 'Acquitted', version: '1', _action: 'lift' })
    expect(late.status).toBe(409)
    given.services.answer('caveat.list', {
      caveats: [{ ...caveat, liftedOn: PlainDate.parse('2026-03-01') }],
    })
    expect(mainOf((await given.browser.get(one)).body)).not.toContain('Lift the caveat')
    expect((await given.browser.get(`${path}/${documentId}`)).status).toBe(404)
  })
})
