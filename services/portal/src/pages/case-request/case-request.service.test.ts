import { PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, informationRequestId, openCase, sentRequest } from '../../testing/case-answers.ts'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const path = `/cases/${caseId}/requests/${informationRequestId}`
const waiting = {
  ...sentRequest,
  caseId,
  formVersion: null,
  sections: [],
  supplementary: [],
  chasers: [],
  next: null,
}
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
  given.services.answer('informationRequest.recall', undefined)
})
const made = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)

describe('a request that has not been answered', () => {
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
        { step: 'first-reminder', on: PlainDate.parse('2026-03-26'), result: 'sent' },
        { step: 'second-reminder', on: PlainDate.parse('2026-04-02'), result: 'overtaken' },
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

test('a request that was answered is neither reminded nor recalled', async () => {
  given.services.answer('informationRequest.read', { ...waiting, state: 'returned' })
  const main = mainOf((await given.browser.get(path)).body)
  expect(main).not.toContain('<form')
  given.services.refuse('informationRequest.recall', 'request-answered')
  const late = await given.browser.submit(path, { _action: 'recall', reason: 'no-longer-needed' })
  expect(late.status).toBe(409)
})
