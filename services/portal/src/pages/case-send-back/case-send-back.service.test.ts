import { Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, informationRequestId, openCase, sentRequest } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const request = `/cases/${caseId}/requests/${informationRequestId}`
const path = `${request}/send-back`
const came = Instant.parse('2026-03-01T09:32:00.000Z')
const returned = {
  ...sentRequest,
  caseId,
  state: 'returned' as const,
  returnedAt: came,
  unreadSince: came,
  formVersion: '2026-04-01',
  sections: [],
  completeness: [
    {
      name: 'reporting' as const,
      title: 'Reporting form',
      sections: [
        {
          title: 'The child',
          answered: 4,
          notKnown: 1,
          blank: [
            { path: 'visits[0].when', label: 'Visit 1: When', critical: false },
            { path: 'conditions', label: 'Known <conditions>', critical: true },
          ],
        },
      ],
    },
  ],
  supplementary: [],
  entry: 1,
  versions: [{ entry: 1, returnedAt: came, why: null, part: null, transcribed: null }],
  decisions: [],
  caveats: [],
  chasers: [],
  next: null,
  gap: null,
  recipient: { role: null, email: 'reviews@hospital.example' },
  saidBy: null,
  filling: [],
}
const sentBack = {
  ...returned,
  state: 'sent-back' as const,
  unreadSince: null,
  askedAgainOn: PlainDate.parse('2026-03-02'),
  againDueOn: PlainDate.parse('2026-03-30'),
  decisions: [
    {
      entry: 1,
      decision: 'sent-back' as const,
      decidedBy: PersonId.parse('0190c000-0000-7000-8000-0000000000b2'),
      decidedAt: Instant.parse('2026-03-02T09:00:00.000Z'),
      missing: { questions: [{ form: 'reporting' as const, path: 'conditions' }], note: 'The <ward> notes' },
      answerBy: PlainDate.parse('2026-03-30'),
    },
  ],
}
const date = (day: string, month: string, year: string) => ({
  'answerBy-day': day,
  'answerBy-month': month,
  'answerBy-year': year,
})

let given: GivenCoordinator
beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.portal.clock.set('2026-03-02T10:00:00.000Z')
  given.services.answer('case.open', openCase)
  given.services.answer('informationRequest.read', returned)
  given.services.answer('organisation.list', { rows: [], contacts: [] })
  given.services.answer('returnedForm.accept', undefined)
  given.services.answer('returnedForm.sendBack', undefined)
})

describe('a form that was returned', () => {
  test('is accepted in the version that was read, and says so', async () => {
    const { body } = await given.browser.get(request)
    const read = { _action: 'accept', _entry: '1', _seen: 'returned' }
    for (const [name, value] of Object.entries(read)) {
      expect(mainOf(body)).toMatch(
        new RegExp(`name="${name}" value="${value}"|value="${value}" name="${name}"`),
      )
    }
    expect(mainOf(body)).toContain('not yet accepted')
    const answer = await given.browser.submit(request, read)
    expect(answer.status).toBe(303)
    expect(given.services.sent('returnedForm.accept')).toMatchObject({
      areaId: leeds,
      informationRequestId,
      entry: 1,
      seen: 'returned',
    })
    given.services.refuse('returnedForm.accept', 'stale')
    expect((await given.browser.submit(request, read)).status).toBe(409)
    expect((await given.browser.submit(request, { ...read, _entry: '0' })).status).toBe(400)
  })

  test('is sent back with the questions that were left blank, a note and a new date', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('The child: Known &lt;conditions&gt;')
    expect(main.indexOf('reporting/conditions')).toBeLessThan(main.indexOf('reporting/visits'))
    expect(main).toMatch(/value="reporting\/conditions"[^>]*checked/)
    expect(main).not.toMatch(/value="reporting\/visits[^>]*checked/)
    expect(main).toMatch(/value="16"[\s\S]*value="3"[\s\S]*value="2026"/)
    expect(main).toContain('name="_entry" value="1"')
    const typed = {
      _entry: '1',
      questions: 'reporting/visits[0].when',
      note: ' The ward notes ',
      ...date('30', '3', '2026'),
    }
    const answer = await given.browser.submit(path, typed)
    expect(answer.location).toMatch(new RegExp(`${request}$`))
    expect(given.services.sent('returnedForm.sendBack')).toMatchObject({
      entry: 1,
      missing: { questions: [{ form: 'reporting', path: 'visits[0].when' }], note: 'The ward notes' },
      answerBy: '2026-03-30',
    })
  })

  test('is not sent back in a version that nobody has read: what came since the page was shown is read first', async () => {
    const typed = { _entry: '1', note: 'The ward notes', ...date('30', '3', '2026') }
    given.services.answer('informationRequest.read', { ...returned, entry: 2 })
    expect((await given.browser.submit(path, typed)).status).toBe(409)
    expect((await given.browser.submit(path, { ...typed, _entry: '' })).status).toBe(400)
    expect(given.services.sent('returnedForm.sendBack')).toBeUndefined()
  })

  test.each([
    [{ note: '', ...date('30', '3', '2026') }, '#questions', 'Select what is missing, or say what you need'],
    [{ note: 'x', questions: 'reporting/other', ...date('', '', '') }, '#answerBy-day', 'Enter the new date'],
    [{ note: 'x', ...date('2', '3', '2026') }, '#answerBy-day', 'The new date must be in the next 90 days'],
    [
      { note: 'x'.repeat(2_001), ...date('30', '3', '2026') },
      '#note',
      'What you want to say must be 2,000 characters or fewer',
    ],
  ])('is not sent back without what is missing and by when', async (typed, href, message) => {
    const { status, body } = await given.browser.submit(path, { _entry: '1', ...typed })
    expect(status).toBe(422)
    expect(body).toContain(`<a href="${href}">${message}`)
    expect(given.services.sent('returnedForm.sendBack')).toBeUndefined()
  })

  test('that was sent back shows what was asked for, and can be accepted as it is', async () => {
    given.services.answer('informationRequest.read', sentBack)
    const main = mainOf((await given.browser.get(request)).body)
    expect(main).toContain('The child: Known &lt;conditions&gt;')
    expect(main).toContain('The &lt;ward&gt; notes')
    expect(main).toContain('30 March 2026')
    expect(main).toContain('Accept the form as it is')
    expect(main).toContain('Send a reminder')
    expect(main).not.toContain('Recall the request')
    expect((await given.browser.get(path)).status).toBe(404)
  })

  test('is nobody else’s to send back', async () => {
    for (const person of nobodyElse) expect([403, 404]).toContain(await given.statusFor(person, path))
  })
})
