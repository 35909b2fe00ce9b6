import { Instant, PanelQuestionId, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, informationRequestId, openCase } from '../../testing/case-answers.ts'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'

const panelQuestionId = PanelQuestionId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c01')
const path = `/cases/${caseId}/panel-questions`
const one = `${path}/${panelQuestionId}`
const open = {
  panelQuestionId,
  deferredOn: PlainDate.parse('2026-03-01'),
  asked: 'Was the <b>alarm</b> heard?',
  settled: null,
  informationRequestId: null,
  note: null,
  settledBy: null,
  settledAt: null,
}
const noted = {
  ...open,
  panelQuestionId: PanelQuestionId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c02'),
  settled: 'noted' as const,
  note: 'It was.',
  settledBy: PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3c03'),
  settledAt: Instant.parse('2026-03-02T09:00:00.000Z'),
}
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', { ...openCase, case: { ...openCase.case, state: 'deferred' } })
  given.services.answer('panelQuestion.list', { questions: [open, noted] })
  given.services.answer('panelQuestion.settle', undefined)
  given.services.answer('case.resume', undefined)
})
const made = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)

describe('what the panel asked', () => {
  test('is shown as it was typed, with what became of it, and the case cannot be ready before it is answered', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Was the &lt;b&gt;alarm&lt;/b&gt; heard?')
    expect(main).toContain('It was.')
    expect(main).toContain(`href="${one}"`)
    expect(main).toContain('Back to gathering information')
    expect(main).not.toContain('Ready for the panel again')
    given.services.answer('panelQuestion.list', { questions: [noted] })
    expect(mainOf((await given.browser.get(path)).body)).toContain('Ready for the panel again')
    given.services.answer('panelQuestion.list', { questions: [] })
    expect(mainOf((await given.browser.get(path)).body)).toContain('The panel has not put this case back.')
  })

  test('is answered by a note or by a request; what stands beside the other way does not count', async () => {
    const note = { how: 'noted', note: ' It was heard. ', request: informationRequestId }
    expect((await given.browser.submit(one, note)).status).toBe(303)
    expect((await given.browser.submit(one, { ...note, how: 'agency-asked' })).status).toBe(303)
    expect(made('panelQuestion.settle')).toMatchObject([
      { panelQuestionId, answer: { how: 'noted', note: 'It was heard.' } },
      { panelQuestionId, answer: { how: 'agency-asked', informationRequestId } },
    ])
  })

  test.each([
    [{ how: '' }, 'how', 'Select how it was answered'],
    [{ how: 'noted', note: ' ' }, 'note', 'Enter the answer'],
    [{ how: 'noted', note: 'x'.repeat(5_001) }, 'note', 'The answer must be 5,000 characters or fewer'],
    [{ how: 'agency-asked', request: 'x' }, 'request', 'Select the request'],
  ])('is not answered with %o', async (typed, id, message) => {
    const answer = await given.browser.submit(one, { note: '', request: '', ...typed })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${id}">${message}</a>`)
    expect(answer.body).toContain(`id="${id}"`)
    expect(made('panelQuestion.settle')).toEqual([])
  })

  test('that has an answer, or is of another case, cannot be answered', async () => {
    expect((await given.browser.get(`${path}/${noted.panelQuestionId}`)).status).toBe(404)
    expect((await given.browser.get(`${path}/${caseId}`)).status).toBe(404)
  })

  test('is left behind when the case goes on', async () => {
    expect((await given.browser.submit(path, { _action: 'gathering' })).status).toBe(303)
    expect(made('case.resume')).toMatchObject([{ to: 'gathering' }])
    given.services.refuse('case.resume', 'panel-questions-open')
    const answer = await given.browser.submit(path, { _action: 'ready' })
    expect(answer.status).toBe(409)
    expect(answer.body).toContain('Answer what the panel asked first')
    expect((await given.browser.submit(path, { _action: 'closed' })).status).toBeGreaterThanOrEqual(400)
  })
})
