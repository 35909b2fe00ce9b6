import { Instant, PersonId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, openCase } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const path = `/cases/${caseId}/told`
const versions = {
  'general-practitioner-version': '0',
  'school-nurse-version': '0',
  'social-care-version': '1',
}
const day = (id: string, dayOfMonth: string, month = '2') => ({
  [`${id}-on-day`]: dayOfMonth,
  [`${id}-on-month`]: month,
  [`${id}-on-year`]: '2026',
})
const above = { 'all-by': 'Rowan Ferris', ...day('all', '21') }
let given: GivenCoordinator
let asha: PersonId

beforeAll(async () => {
  given = await givenCoordinator()
  asha = PersonId.parse(given.portal.people.get('asha.linden@lds.example'))
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('case.open', openCase)
  given.services.answer('toldList.record', { notTold: 0 })
  given.services.answer('toldList.read', {
    rows: [
      { recipient: 'general-practitioner', entries: [] },
      { recipient: 'school-nurse', entries: [] },
      {
        recipient: 'social-care',
        entries: [
          {
            entry: 1,
            told: { outcome: 'told', by: 'Sam <b>Vale</b>', on: PlainDate.parse('2026-02-22') },
            recordedBy: asha,
            recordedAt: Instant.parse('2026-02-23T10:00:00.000Z'),
          },
        ],
      },
    ],
  })
})

const made = () => given.services.calls.filter(({ procedure }) => procedure === 'toldList.record')
const entriesMade = () => made().map(({ input }) => input)

describe('who has been told of a death', () => {
  test('is shown with its gaps, by whom and when, and nobody’s name but theirs', async () => {
    const main = mainOf((await given.browser.get(path)).body)
    expect(main).toContain('Not yet told: 2')
    expect(main).toContain('Told by Sam &lt;b&gt;Vale&lt;/b&gt; on 22 February 2026')
    expect(main).toMatch(/Recorded 23 February 2026[^<]*by Asha Linden/)
    expect(main).toContain('Correct: children’s social care')
  })

  test('is recorded in one form: one person’s telling typed once, others apart, a reason where it is not needed', async () => {
    const { hidden } = await given.browser.get(path)
    const done = await given.browser.post(path, {
      ...hidden,
      ...versions,
      ...above,
      'general-practitioner': 'told',
      'school-nurse': 'not-needed',
      'school-nurse-reason': 'none-for-this-child',
      'social-care': 'told-otherwise',
      'social-care-by': 'Ada Moor',
      ...day('social-care', '23'),
    })
    expect([done.status, done.location]).toEqual([303, expect.stringContaining(path)])
    expect(entriesMade()).toEqual([
      {
        areaId: leeds,
        caseId,
        key: hidden._key,
        entries: [
          {
            recipient: 'general-practitioner',
            version: 0,
            told: { outcome: 'told', by: 'Rowan Ferris', on: '2026-02-21' },
          },
          {
            recipient: 'school-nurse',
            version: 0,
            told: { outcome: 'not-needed', reason: 'none-for-this-child' },
          },
          {
            recipient: 'social-care',
            version: 1,
            told: { outcome: 'told', by: 'Ada Moor', on: '2026-02-23' },
          },
        ],
      },
    ])
  })

  test.each([
    [{}, 'general-practitioner', 'Select what happened for at least one of them'],
    [{ 'school-nurse': 'perhaps' }, 'school-nurse', 'School nurse: select what happened'],
    [{ 'school-nurse': 'told', ...day('all', '21') }, 'all-by', 'Enter who told them'],
    [{ 'school-nurse': 'told', 'all-by': 'R. F.' }, 'all-on-day', 'Enter the date they were told'],
    [
      { 'school-nurse': 'told', 'all-by': 'x'.repeat(201), ...day('all', '21') },
      'all-by',
      'Who told them must be 200 characters or fewer',
    ],
    [
      { 'school-nurse': 'told', ...above, ...day('all', '19') },
      'all-on-day',
      'The date they were told must be the same as or after the date of death',
    ],
    [
      { 'school-nurse': 'told', ...above, ...day('all', '3', '3') },
      'all-on-day',
      'The date they were told must be today or in the past',
    ],
    [
      { 'school-nurse': 'told-otherwise', ...day('school-nurse', '21') },
      'school-nurse-by',
      'Enter who told the school nurse',
    ],
    [
      { 'school-nurse': 'told-otherwise', 'school-nurse-by': 'R. F.' },
      'school-nurse-on-day',
      'Enter the date the school nurse was told',
    ],
    [
      { 'school-nurse': 'told-otherwise', 'school-nurse-by': 'R. F.', ...day('school-nurse', '31') },
      'school-nurse-on-day',
      'The date the school nurse was told must be a real date',
    ],
    [
      { 'school-nurse': 'not-needed' },
      'school-nurse-reason',
      'Select why the school nurse does not need to be told',
    ],
    [
      { 'social-care': 'not-needed', 'social-care-reason': 'bored' },
      'social-care-reason',
      'Select why children’s social care does not need to be told',
    ],
  ])('is not recorded with %o', async (change, id, message) => {
    const answer = await given.browser.submit(path, { ...versions, ...change })
    expect(answer.status).toBe(422)
    expect(answer.body).toContain(`<a href="#${id}">${message}</a>`)
    expect(answer.body).toMatch(new RegExp(`govuk-error-message[\\s\\S]{0,160}${message}`))
    expect(answer.body).toMatch(/<title>Error: Who has been told/)
    expect(made()).toEqual([])
  })

  test('that somebody else recorded meanwhile says so, and keeps what was typed', async () => {
    given.services.refuse('toldList.record', 'stale')
    const answer = await given.browser.submit(path, { ...versions, ...above, 'school-nurse': 'told' })
    expect(answer.status).toBe(409)
    expect(answer.body).toMatch(/name="all-by"[^>]*value="Rowan Ferris"/)
  })

  test.each([{ 'school-nurse-version': '-1' }, { 'school-nurse-version': '' }])(
    'takes nothing no form of ours posts: %o',
    async (fields) => {
      const typed = { ...versions, ...above, 'school-nurse': 'told', ...fields }
      expect((await given.browser.submit(path, typed)).status).toBe(400)
      expect(made()).toEqual([])
    },
  )

  test.each(nobodyElse)('is not for %s', async (subject) => {
    expect(await given.statusFor(subject, path)).toBe(403)
  })
})
