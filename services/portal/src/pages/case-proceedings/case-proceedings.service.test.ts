import { CaseId, HoldId, Instant, PersonId, PlainDate, ProceedingId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, openCase } from '../../testing/case-answers.ts'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const proceedingId = ProceedingId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3b01')
const path = `/cases/${caseId}/proceedings`
const on = (date: string) => PlainDate.parse(date)
const recorded = {
  recordedBy: PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3a02'),
  recordedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
}
const step = { step: 'incident-known' as const, doneBy: 'The <b>duty desk</b>', ...recorded }
const review = {
  proceedingId,
  caseId: CaseId.parse(caseId),
  kind: 'child-safeguarding-practice-review' as const,
  openedOn: on('2026-02-24'),
  holdId: null,
  broughtHold: false,
  version: 3,
  ...recorded,
  outcome: null,
  closedOn: null,
  closedBy: null,
  closedAt: null,
  steps: [{ step: 'incident-known' as const, doneOn: on('2026-02-22') }],
  reference: 'An invented partnership 12/26',
  entries: [
    { ...step, entry: 2, doneOn: on('2026-02-22') },
    { ...step, entry: 1, doneOn: on('2026-02-21') },
  ],
}
const date = (name: string, [year = '', month = '', day = '']: string[]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const asked = {
  contact: 'The coroner’s officer',
  ...date('confirmedOn', ['2026', '3', '1']),
  ...date('nextCheckOn', ['2026', '4', '1']),
}
const filledIn = {
  kind: 'inquest',
  reference: 'Inquest 12/26',
  ...date('openedOn', ['2026', '2', '24']),
  waits: 'yes',
  ...asked,
}
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('proceeding.list', { proceedings: [review] })
  given.services.answer('proceeding.open', { proceedingId })
  given.services.answer('proceeding.recordStep', undefined)
  given.services.answer('proceeding.close', undefined)
})
const made = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)

describe('what others do about a death', () => {
  test('is shown with its steps, by whom, and what was recorded before', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('An invented partnership 12/26')
    expect(main).toMatch(/22 February 2026, The &lt;b&gt;duty desk&lt;\/b&gt;/)
    expect(main).toContain('What was recorded before')
    expect(main).toContain('21 February 2026')
    expect(main).toContain('Not recorded')
    expect(main).toContain(`href="${path}/${proceedingId}"`)
    given.services.answer('proceeding.list', { proceedings: [] })
    expect(mainOf((await given.browser.get(path)).body)).toContain('Nothing else is going on that we know of')
  })

  test('that is over says how, and since when the case no longer waits', async () => {
    const holdId = HoldId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3a01')
    const over = { outcome: 'concluded' as const, closedOn: on('2026-03-01') }
    const closed = { closedBy: recorded.recordedBy, closedAt: recorded.recordedAt }
    given.services.answer('proceeding.list', { proceedings: [{ ...review, holdId, ...over, ...closed }] })
    const hold = {
      holdId,
      caseId: review.caseId,
      reason: 'child-safeguarding-practice-review' as const,
      stages: ['panel' as const],
      from: on('2026-02-24'),
      until: on('2026-03-01'),
      confirmedOn: on('2026-02-24'),
      nextCheckOn: on('2026-04-01'),
      version: 1,
      endedBy: recorded.recordedBy,
      endedAt: recorded.recordedAt,
      ...recorded,
    }
    given.services.answer('case.open', { ...openCase, case: { ...openCase.case, holds: [hold] } })
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('1 March 2026: Concluded')
    expect(main).toContain('No longer, since 1 March 2026')
    expect((await given.browser.get(`${path}/${proceedingId}`)).status).toBe(404)
  })

  test('is recorded with the hold it brings, or with none', async () => {
    const { hidden } = await given.browser.get(`${path}/new`)
    expect((await given.browser.post(`${path}/new`, { ...hidden, ...filledIn })).status).toBe(303)
    const said = { contact: asked.contact, confirmedOn: '2026-03-01', nextCheckOn: '2026-04-01' }
    const opening = { kind: 'inquest', reference: 'Inquest 12/26', openedOn: '2026-02-24' }
    expect(made('proceeding.open')).toEqual([
      { areaId: leeds, caseId, key: hidden._key, ...opening, hold: { ...said, stages: ['panel'] } },
    ])
    // What was typed about waiting does not count where the case does not wait.
    const none = { ...filledIn, kind: 'learning-disability-review', waits: 'no', contact: '', reference: ' ' }
    await given.browser.submit(`${path}/new`, none)
    expect(made('proceeding.open')[1]).toMatchObject({ hold: null, reference: null })
  })

  test.each([
    [{ kind: '' }, 'kind', 'Select what is being done'],
    [{ waits: '' }, 'waits', 'Select whether the case has to wait for it'],
    [{ kind: 'learning-disability-review' }, 'waits', 'A case does not wait for this: select “No”'],
    [
      { kind: 'child-safeguarding-practice-review' },
      'stages-child-safeguarding-practice-review',
      'Select what has to wait',
    ],
    [{ contact: ' ' }, 'contact', 'Enter whom to ask how it stands'],
    [{ reference: 'x'.repeat(201) }, 'reference', 'Its name or reference must be 200 characters or fewer'],
    [{ 'openedOn-year': '2027' }, 'openedOn-day', 'The date it began must be today or in the past'],
    [{ 'nextCheckOn-month': '2' }, 'nextCheckOn-day', 'The date to ask again must be in the future'],
  ])('is not recorded with %o', async (change, id, message) => {
    const answer = await given.browser.submit(`${path}/new`, { ...filledIn, ...change })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${id}">${message}</a>`)
    expect(answer.body).toMatch(new RegExp(`govuk-error-message[\\s\\S]{0,160}${message}`))
    expect(answer.body).toContain(`id="${id}"`)
    expect(made('proceeding.open')).toEqual([])
  })

  test('has a step taken, or is over: said from what somebody saw', async () => {
    const one = `${path}/${proceedingId}`
    const taken = {
      step: 'incident-notified',
      doneBy: 'The duty desk',
      ...date('doneOn', ['2026', '2', '27']),
    }
    const said = { ...taken, version: '3', _action: 'step' }
    expect((await given.browser.submit(one, said)).status).toBe(303)
    expect(made('proceeding.recordStep')).toMatchObject([
      { proceedingId, version: 3, step: 'incident-notified', doneOn: '2026-02-27', doneBy: 'The duty desk' },
    ])
    for (const [change, message] of [
      [{ step: '' }, 'Select what was done'],
      [{ step: 'looked-after-death-notified' }, 'Select what was done'],
      [{ doneBy: ' ' }, 'Enter who did it'],
      [{ doneBy: 'x'.repeat(201) }, 'Who did it must be 200 characters or fewer'],
      [{ 'doneOn-day': '' }, 'The date it was done must include a day'],
    ] as const) {
      const answer = await given.browser.submit(one, { ...said, ...change })
      expect(answer.status).toBe(422)
      expect(answer.body.split(message).length).toBeGreaterThanOrEqual(3)
    }
    const over = { outcome: 'discontinued', ...date('closedOn', ['2026', '3', '1']) }
    const closing = { ...over, version: '3', _action: 'close' }
    expect((await given.browser.submit(one, closing)).status).toBe(303)
    expect(made('proceeding.close')).toMatchObject([{ outcome: 'discontinued', closedOn: '2026-03-01' }])
    const early = await given.browser.submit(one, { ...closing, ...date('closedOn', ['2026', '2', '1']) })
    expect(early.body).toContain('The date it ended must be the same as or after the date it began')
    const never = await given.browser.submit(one, { ...closing, outcome: 'not-resumed' })
    expect(never.body).toContain('<a href="#outcome">Select how it ended</a>')
    given.services.refuse('proceeding.close', 'stale')
    expect((await given.browser.submit(one, closing)).status).toBe(409)
  })
})
