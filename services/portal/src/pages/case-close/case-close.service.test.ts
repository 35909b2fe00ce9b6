import { Instant, NationalSubmissionId, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, openCase } from '../../testing/case-answers.ts'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const path = `/cases/${caseId}/close`
const reviewed = {
  ...openCase,
  case: { ...openCase.case, state: 'reviewed' as const, reviewedOn: PlainDate.parse('2026-02-27') },
}
const filledIn = { 'submittedOn-day': '2', 'submittedOn-month': '3', 'submittedOn-year': '2026' }
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', reviewed)
  given.services.answer('case.close', undefined)
  given.services.answer('nationalSubmission.read', {
    isSet: true,
    standing: 'works',
    maySend: [],
    submissions: [],
  })
})

const made = () => given.services.calls.filter(({ procedure }) => procedure === 'case.close')

describe('closing a case', () => {
  test('records the day the forms went to the national database', async () => {
    const { hidden } = await given.browser.get(path)
    const done = await given.browser.post(path, { ...hidden, ...filledIn })
    expect(done.status).toBe(303)
    expect(made().map(({ input }) => input)).toEqual([
      { areaId: leeds, caseId, nationalSubmissionOn: '2026-03-02', key: hidden._key },
    ])
  })

  test('that was sent from here is done on the day of the receipt, by one button', async () => {
    const at = Instant.parse('2026-03-01T09:00:00.000Z')
    const sent = {
      ...{ submissionId: NationalSubmissionId.parse('0190d000-0000-7000-8000-00000000000a'), caseId },
      ...{ kind: 'analysis' as const, number: 1, state: 'acknowledged' as const, because: null },
      ...{ mappingVersion: '2026-11-22', sourceVersion: 1, problems: null, receipt: 'R-1' },
      queuedBy: PersonId.parse('0190d000-0000-7000-8000-000000000009'),
      ...{ queuedAt: at, sentAt: at, settledAt: at, withdrawalReceipt: null, withdrawnAt: null },
      ...{ failures: 0, failure: null, again: null },
    }
    given.services.answer('nationalSubmission.read', {
      isSet: true,
      standing: 'works',
      maySend: [],
      submissions: [sent],
    })
    const { body, hidden } = await given.browser.get(path)
    expect(mainOf(body)).toContain('acknowledged the analysis form on 1 March 2026')
    await given.browser.post(path, { ...hidden })
    expect(made()[0]?.input).toMatchObject({ nationalSubmissionOn: '2026-03-01' })
  })

  test.each([
    [
      { 'submittedOn-day': '3' },
      'submittedOn-day',
      'The date the forms were sent must be today or in the past',
    ],
    [
      { 'submittedOn-day': '31', 'submittedOn-month': '2' },
      'submittedOn-day',
      'The date the forms were sent must be a real date',
    ],
    [{ 'submittedOn-month': '' }, 'submittedOn-month', 'The date the forms were sent must include a month'],
    [
      { 'submittedOn-month': '1' },
      'submittedOn-day',
      'The date the forms were sent must be the same as or after the date of the panel’s review',
    ],
    [
      { 'submittedOn-day': '', 'submittedOn-month': '', 'submittedOn-year': '' },
      'submittedOn-day',
      'Enter the date the forms were sent',
    ],
  ])('is not done with %o', async (change, id, message) => {
    const answer = await given.browser.submit(path, { ...filledIn, ...change })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${id}">${message}</a>`)
    expect(made()).toEqual([])
  })

  test('the panel reviewed before the national database began asks for no day, and says why', async () => {
    const before = {
      ...reviewed.case,
      reviewedOn: PlainDate.parse('2019-03-31'),
      diedOn: PlainDate.parse('2018-12-01'),
    }
    given.services.answer('case.open', { ...reviewed, case: before })
    const { body, hidden } = await given.browser.get(path)
    expect(mainOf(body)).toContain('reviewed this case before 1 April 2019')
    expect(mainOf(body)).not.toContain('submittedOn')
    // Whatever is typed past the page: a day is never said of it.
    const done = await given.browser.post(path, { ...hidden, ...filledIn })
    expect(done.status).toBe(303)
    expect(made().map(({ input }) => input)).toEqual([
      { areaId: leeds, caseId, nationalSubmissionOn: null, key: hidden._key },
    ])
    given.services.answer('case.open', { ...reviewed, case: { ...before, state: 'closed' } })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('The case is closed')
    expect(main).toContain('It is never sent there')
    expect(main).not.toContain('<form')
  })

  test('waits for the panel, and is shown once it is done', async () => {
    given.services.answer('case.open', openCase)
    expect(mainOf((await given.browser.get(path)).body)).toContain(
      'The panel has to agree its analysis first',
    )
    const nationalSubmissionOn = PlainDate.parse('2026-03-02')
    given.services.answer('case.open', {
      ...reviewed,
      case: { ...reviewed.case, state: 'closed', nationalSubmissionOn },
    })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('2 March 2026')
    expect(main).toContain('The case is closed')
    expect(main).not.toContain('<form')
  })
})
