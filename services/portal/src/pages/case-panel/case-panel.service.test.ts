import {
  CaseState,
  Instant,
  nextStates,
  PanelMeetingId,
  PersonId,
  PlainDate,
  usualQuorum,
} from '@cdop/domain'
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
  startsAt: null,
  stage: 'planned' as const,
  cases: 0,
  quorumRule: { rule: usualQuorum.neonatal, validFrom: null },
}
const passedBy = PersonId.parse('0190b000-0000-7000-8000-000000000002')
const listedAt = Instant.parse('2026-03-01T10:00:00.000Z')
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
  given.services.answer('case.readyGate', { version: 'own-1', findings: [], passed: [] })
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
      { areaId: leeds, caseId, panelMeetingId, summary: filledIn.summary, goingOn: [], key: hidden._key },
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

  test('says what the case has, asks why it goes on without the rest, and lists it for those reasons', async () => {
    given.services.answer('case.readyGate', {
      version: 'own-1',
      findings: [
        { item: 'review-stage-ended', effect: 'blocks', from: 'guidance', lacking: 0 },
        { item: 'nothing-holds-the-panel', effect: 'blocks', from: 'guidance', lacking: 1 },
        { item: 'agencies-answered', effect: 'warns', from: 'own', lacking: 2 },
        { item: 'family-answered', effect: 'warns', from: 'own', lacking: 1 },
      ],
      passed: [{ item: 'agencies-asked', reason: 'chair-decided', lacking: 1, passedBy, listedAt }],
    })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('What this case has before a panel')
    expect(main).toContain('The review meeting was held, or it is recorded why none was')
    expect(main).toMatch(/A hold keeps the panel waiting[\s\S]{0,120}Must come first/)
    expect(main).toMatch(/2 agencies have not answered[\s\S]{0,120}Say why you go on without it/)
    expect(main).toContain('No agency was asked. The chair decided to go on.')
    expect(main).not.toContain('id="go-on-nothing-holds-the-panel"')
    const reasons = { 'go-on-agencies-answered': 'cannot-be-had', 'go-on-family-answered': 'because' }
    given.services.refuse('case.listForPanel', 'not-ready-for-panel', [
      'nothing-holds-the-panel',
      'family-answered',
    ])
    const answer = await given.browser.submit(path, { ...filledIn, ...reasons })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain('<a href="#ready">A hold keeps the panel waiting</a>')
    const asked = 'Choose why you go on: A question of the family has no answer'
    expect(answer.body).toContain(`<a href="#go-on-family-answered">${asked}</a>`)
    expect(answer.body).toMatch(/<option value="cannot-be-had" selected>/)
    expect(made().map(({ input }) => input)).toMatchObject([
      { goingOn: [{ item: 'agencies-answered', reason: 'cannot-be-had' }] },
    ])
  })

  test('waits for the review meeting', async () => {
    given.services.answer('case.open', openCase)
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Record first that the review meeting was held, or that none was')
    expect(main).not.toContain('<form')
  })
})
