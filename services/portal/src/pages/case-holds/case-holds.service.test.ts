import { CaseId, HoldId, Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, openCase } from '../../testing/case-answers.ts'
import { type GivenCoordinator, givenCoordinator, mainOf } from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const holdId = HoldId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3a01')
const path = `/cases/${caseId}/holds`
const recorded = {
  recordedBy: PersonId.parse('5f0c3d52-27cf-4b60-b6f5-5d0e9d8e3a02'),
  recordedAt: Instant.parse('2026-03-01T10:00:00.000Z'),
}
const inquest = {
  holdId,
  caseId: CaseId.parse(caseId),
  reason: 'inquest' as const,
  stages: ['panel' as const],
  from: PlainDate.parse('2026-02-24'),
  until: null,
  confirmedOn: PlainDate.parse('2026-02-26'),
  nextCheckOn: PlainDate.parse('2026-03-01'),
  version: 1,
  endedBy: null,
  endedAt: null,
  ...recorded,
  checks: [
    {
      entry: 1,
      confirmedOn: PlainDate.parse('2026-02-26'),
      nextCheckOn: PlainDate.parse('2026-03-01'),
      contact: 'The invented coroner’s <b>office</b>',
      ...recorded,
    },
  ],
}
const date = (name: string, [year = '', month = '', day = '']: string[]) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})
const checked = {
  contact: 'The coroner’s officer',
  ...date('confirmedOn', ['2026', '3', '1']),
  ...date('nextCheckOn', ['2026', '4', '1']),
}
const filledIn = { reason: 'inquest', ...date('from', ['2026', '2', '24']), ...checked }
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('hold.list', { holds: [inquest] })
  given.services.answer('hold.record', { holdId })
  given.services.answer('hold.check', { version: 2 })
  given.services.answer('hold.end', undefined)
})
const made = (procedure: string) =>
  given.services.calls.filter((call) => call.procedure === procedure).map(({ input }) => input)

describe('what a case has to wait for', () => {
  test('is shown with what waits, whom to ask, and that nobody has asked since the day that was agreed', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('10 days since the death')
    expect(main).toContain('The invented coroner’s &lt;b&gt;office&lt;/b&gt;')
    expect(main).toContain('Nobody has said since 1 March 2026 that this goes on.')
    expect(main).toContain(`href="${path}/${holdId}"`)
  })

  test('is recorded with the stages that its reason keeps waiting', async () => {
    const { hidden } = await given.browser.get(`${path}/new`)
    const done = await given.browser.post(`${path}/new`, { ...hidden, ...filledIn })
    expect(done.status).toBe(303)
    const said = { contact: checked.contact, confirmedOn: '2026-03-01', nextCheckOn: '2026-04-01' }
    const hold = { reason: 'inquest', stages: ['panel'], from: '2026-02-24', ...said }
    expect(made('hold.record')).toEqual([{ areaId: leeds, caseId, key: hidden._key, ...hold }])
    // What was ticked beside another reason does not count.
    await given.browser.submit(`${path}/new`, {
      ...filledIn,
      reason: 'criminal-proceedings',
      'stages-criminal-proceedings': 'review-meeting',
      'stages-family-request': 'panel',
    })
    expect(made('hold.record')[1]).toMatchObject({ stages: ['panel', 'review-meeting'] })
  })

  test.each([
    [{ reason: '' }, 'reason', 'Select what the case waits for'],
    [{ reason: 'family-request' }, 'stages-family-request', 'Select what has to wait'],
    [
      { reason: 'child-safeguarding-practice-review' },
      'stages-child-safeguarding-practice-review',
      'Select what has to wait',
    ],
    [{ contact: ' ' }, 'contact', 'Enter whom to ask how it stands'],
    [{ contact: 'x'.repeat(501) }, 'contact', 'Whom to ask must be 500 characters or fewer'],
    [{ 'from-day': '' }, 'from-day', 'The date it began must include a day'],
    [{ 'from-year': '2025' }, 'from-day', 'The date it began must be the same as or after the date of death'],
    [
      { 'confirmedOn-month': '2', 'confirmedOn-day': '23' },
      'confirmedOn-day',
      'The date somebody last heard that it goes on must be the same as or after the date it began',
    ],
    [
      { 'nextCheckOn-month': '3', 'nextCheckOn-day': '2' },
      'nextCheckOn-day',
      'The date to ask again must be in the future',
    ],
  ])('is not recorded with %o', async (change, id, message) => {
    const answer = await given.browser.submit(`${path}/new`, { ...filledIn, ...change })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${id}">${message}</a>`)
    expect(answer.body).toMatch(new RegExp(`govuk-error-message[\\s\\S]{0,160}${message}`))
    expect(answer.body).toContain(`id="${id}"`)
    expect(made('hold.record')).toEqual([])
  })

  test('goes on or is over: said from what somebody saw', async () => {
    const one = `${path}/${holdId}`
    expect((await given.browser.submit(one, { ...checked, version: '1', _action: 'check' })).status).toBe(303)
    expect(made('hold.check')).toMatchObject([{ holdId, version: 1, nextCheckOn: '2026-04-01' }])
    const over = { ...date('until', ['2026', '3', '1']), version: '1', _action: 'end' }
    expect((await given.browser.submit(one, over)).status).toBe(303)
    expect(made('hold.end')).toMatchObject([{ holdId, version: 1, until: '2026-03-01' }])
    const early = await given.browser.submit(one, { ...over, ...date('until', ['2026', '2', '23']) })
    expect(early.body).toContain(
      '<a href="#until-day">The date it ended must be the same as or after the date it began</a>',
    )
    given.services.refuse('hold.end', 'stale')
    expect((await given.browser.submit(one, over)).status).toBe(409)
  })

  test('that is over, or of another case, cannot be checked', async () => {
    given.services.answer('hold.list', {
      holds: [
        {
          ...inquest,
          until: PlainDate.parse('2026-03-01'),
          endedBy: recorded.recordedBy,
          endedAt: recorded.recordedAt,
        },
      ],
    })
    expect((await given.browser.get(`${path}/${holdId}`)).status).toBe(404)
    expect((await given.browser.get(`${path}/${caseId}`)).status).toBe(404)
  })

  test('stops its clock on the overview of the case, which says for what', async () => {
    const [meeting, agency] = openCase.case.clocks
    if (meeting === undefined || agency === undefined) throw new Error('the sample has clocks')
    const { checks, ...hold } = inquest
    given.services.answer('case.open', {
      ...openCase,
      case: {
        ...openCase.case,
        clocks: [{ ...meeting, dueOn: null }, agency],
        holds: [hold],
        sinceDeath: { gross: 10, held: 6, net: 4 },
      },
    })
    const main = mainOf((await given.browser.get(`/cases/${caseId}`)).body)
    expect(main).toContain('On hold. Without it the limit is 20 May 2026')
    expect(main).toContain('On hold: Inquest')
    expect(main).toContain('10 days since the death: 6 on hold for the panel, 4 not')
    expect(checks).toHaveLength(1)
  })
})
