import { CaseState, nextStates, PanelMeetingId, PlainDate, usualQuorum } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, openCase } from '../../testing/case-answers.ts'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const path = `/cases/${caseId}/panel`
const panelMeetingId = PanelMeetingId.parse('0190b000-0000-7000-8000-000000000001')
const meeting = {
  panelMeetingId,
  kind: 'neonatal' as const,
  heldOn: PlainDate.parse('2026-04-14'),
  cases: 0,
  quorumRule: { rule: usualQuorum.neonatal, validFrom: null },
}
const ready = { ...openCase, case: { ...openCase.case, state: 'review-meeting-not-held' as const } }
const filledIn = { meeting: panelMeetingId, summary: 'A child of primary school age died at home.' }
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', ready)
  given.services.answer('panelMeeting.list', { rows: [meeting] })
  given.services.answer('case.listForPanel', undefined)
})

const made = () => given.services.calls.filter(({ procedure }) => procedure === 'case.listForPanel')

describe('listing a case for the panel', () => {
  test('offers the meetings that are arranged, and a way to arrange one', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('14 April 2026')
    expect(main).toContain('Neonatal panel. Quorate with at least 5 members')
    given.services.answer('panelMeeting.list', { rows: [] })
    const none = mainOf((await given.browser.get(path)).body)
    expect(none).toContain('No panel meeting is arranged')
    expect(none).toContain('href="/panel-meetings/new"')
    expect(none).not.toContain('<form')
  })

  test('is offered wherever the steps of a case lead to a panel, also for a review that begins again', async () => {
    for (const state of CaseState.options) {
      given.services.answer('case.open', { ...ready, case: { ...ready.case, state } })
      const offers = mainOf((await given.browser.get(path)).body).includes('<form')
      expect(offers, state).toBe(nextStates[state].includes('listed'))
    }
  })

  test('reminds whoever writes the summary of the caveats that stand', async () => {
    expect(mainOf((await given.browser.get(path)).body)).not.toContain('on this case')
    const caveats = { standing: 2, reviewDue: 0 }
    given.services.answer('case.open', { ...ready, case: { ...ready.case, caveats } })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('2 caveats stand on this case.')
    expect(main).toContain(`href="/cases/${caseId}/caveats"`)
  })

  test('puts it on the agenda of the meeting with its summary', async () => {
    const { hidden } = await given.browser.get(path)
    const done = await given.browser.post(path, { ...hidden, ...filledIn })
    expect(done.status).toBe(303)
    expect(made().map(({ input }) => input)).toEqual([
      { areaId: leeds, caseId, panelMeetingId, summary: filledIn.summary, key: hidden._key },
    ])
  })

  test('refuses a summary that identifies the child, by what kind of words and never by the words', async () => {
    given.services.refuse('case.listForPanel', 'identifiers-in-summary', ['name', 'nhs-number', 'postcode'])
    const answer = await given.browser.submit(path, filledIn)
    expect(answer.status).toBe(422)
    const message = 'The summary must not contain the child’s name, the NHS number and the postcode'
    expect(answer.body).toContain(`<a href="#summary">${message}</a>`)
    expect(answer.body).toMatch(new RegExp(`govuk-error-message[\\s\\S]{0,160}${message}`))
    expect(answer.body).toContain(filledIn.summary)
  })

  test.each([
    [{ meeting: '' }, 'meeting', 'Select a panel meeting'],
    [{ meeting: 'tomorrow' }, 'meeting', 'Select a panel meeting'],
    [{ summary: ' ' }, 'summary', 'Enter the summary for the panel'],
    [{ summary: 'x'.repeat(10_001) }, 'summary', 'The summary must be 10,000 characters or fewer'],
  ])('is not done with %o', async (change, id, message) => {
    const answer = await given.browser.submit(path, { ...filledIn, ...change })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${id}">${message}</a>`)
    expect(made()).toEqual([])
  })

  test('waits for the review meeting', async () => {
    given.services.answer('case.open', openCase)
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Record first that the review meeting was held, or that none was')
    expect(main).not.toContain('<form')
  })
})
