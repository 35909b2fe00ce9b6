import type { SupplementaryFormKind } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, informationRequestId, openCase } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const path = `/cases/${caseId}/forms`
const request = { informationRequestId, organisationName: 'Harrowby <b>Hospital</b>', state: 'sent' as const }
const listed = {
  needed: [
    { kind: 'care-pathway' as const, because: ['died-after-admission' as const] },
    { kind: 'drowning' as const, because: ['occurrence-reported' as const] },
  ],
  open: [
    { because: 'external-cause' as const, among: ['fall', 'drowning'] satisfies SupplementaryFormKind[] },
  ],
  asked: [
    {
      informationRequestId,
      kind: 'care-pathway' as const,
      stages: ['stage-ambulance'],
      formVersion: '2022-04-01',
    },
  ],
  requests: [request],
}
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('supplementaryForm.list', listed)
  given.services.answer('supplementaryForm.ask', { added: [] })
})
const made = () =>
  given.services.calls
    .filter(({ procedure }) => procedure === 'supplementaryForm.ask')
    .map(({ input }) => input)

describe('the supplementary forms of a case', () => {
  test('are shown with why each is needed, of whom it was asked, and what has to be asked first', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Died in hospital after an admission')
    expect(main).toContain('Harrowby &lt;b&gt;Hospital&lt;/b&gt;</a> (Ambulance and transfer to hospital)')
    expect(main).toContain('<strong>Nobody yet</strong>')
    expect(main).toContain('Ask what happened: one of these forms is needed.')
    expect(main).toContain('not yet verified against the national forms')
    expect(main).toContain('Needed, and asked of nobody yet')
  })

  test('are asked of an agency by stages, or whole where none or every stage is ticked', async () => {
    const { hidden } = await given.browser.get(path)
    const ask = new URLSearchParams({ ...hidden, request: informationRequestId })
    for (const form of ['care-pathway', 'drowning']) ask.append('forms', form)
    const staged = new URLSearchParams(ask)
    for (const stage of ['stage-ward', 'no-such-stage']) staged.append('stages-care-pathway', stage)
    expect((await given.browser.post(path, staged.toString())).status).toBe(303)
    expect((await given.browser.post(path, ask.toString())).status).toBe(303)
    const drowning = { kind: 'drowning', stages: null }
    expect(made()).toMatchObject([
      {
        areaId: leeds,
        informationRequestId,
        forms: [{ kind: 'care-pathway', stages: ['stage-ward'] }, drowning],
      },
      { forms: [{ kind: 'care-pathway', stages: null }, drowning] },
    ])
  })

  test('are not asked of nobody, nor none at all: what was ticked is kept', async () => {
    const { status, body } = await given.browser.submit(path, { forms: 'fall' })
    expect(status).toBe(422)
    expect(body).toContain('<a href="#request">Select the agency to ask</a>')
    expect(body).toMatch(/value="fall" checked/)
    const none = await given.browser.submit(path, { request: informationRequestId })
    expect(none.body).toContain('<a href="#forms">Select the forms to ask for</a>')
    expect(made()).toEqual([])
  })

  test('can be asked only while an agency has not answered and nobody has confirmed otherwise', async () => {
    given.services.answer('supplementaryForm.list', {
      ...listed,
      requests: [{ ...request, state: 'returned' }],
    })
    expect(mainOf((await given.browser.get(path)).body)).toContain('Send an information request first')
    given.services.answer('case.open', { ...openCase, case: { ...openCase.case, confirmation: null } })
    expect(mainOf((await given.browser.get(path)).body)).not.toContain('Ask an agency')
  })

  test('say so when the agency has answered in the meantime', async () => {
    given.services.refuse('supplementaryForm.ask', 'request-answered')
    const ask = { request: informationRequestId, forms: 'fall' }
    expect((await given.browser.submit(path, ask)).status).toBe(409)
  })

  test.each(nobodyElse)('are not for %s', async (subject) => {
    expect(await given.statusFor(subject, path)).toBe(403)
  })
})
