import { PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { caseId, reference } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

const counts = {
  all: 40,
  finalised: 25,
  reviewed: 5,
  underReview: 10,
  neverNational: 0,
  notAcknowledged: 2,
  rejected: 1,
  blankDemographics: 3,
  blanksNotKept: 0,
}
const row = {
  caseId,
  reference,
  state: 'reviewed' as const,
  diedOn: PlainDate.parse('2025-05-04'),
  reviewedOn: PlainDate.parse('2026-02-01'),
  blank: ['child-ethnic-category'],
  waiting: [{ kind: 'reporting' as const, state: 'rejected' as const }],
}
let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.services.forget()
  given.services.answer('nationalSubmission.yearEnd', {
    counts,
    rows: [row],
    dueOn: PlainDate.parse('2026-05-30'),
  })
  given.services.answer('nationalSubmission.yearEndFile', { references: [row.reference], more: false })
})

describe('what NCMD still waits for at the year’s end', () => {
  test('is a picture, the table behind it, and lists with their counts, each case with its link', async () => {
    const main = mainOf((await given.browser.get('/year-end')).body)
    expect(main).toContain('Deaths from 1 April 2025 to 31 March 2026')
    expect(main).toContain('by <strong>30 May 2026</strong>')
    expect(main).toContain(
      'Finalised: 25 of 40. Reviewed, not finalised: 5 of 40. Not reviewed yet: 10 of 40.',
    )
    for (const tab of ['Not finalised (15)', 'Not acknowledged (2)', 'Rejected (1)', 'child (3)']) {
      expect(main).toContain(tab)
    }
    expect(main).toContain(`href="/cases/${caseId}">${reference}</a>`)
    expect(main).toContain('The reporting form: rejected')
    expect(given.services.calls.find(({ procedure }) => procedure.endsWith('yearEnd'))?.input).toEqual({
      areaId: leeds,
      year: '2025-26',
      list: 'not-finalised',
      page: 1,
    })
  })

  test('names blank questions by their words alone, of the year that is chosen', async () => {
    const main = mainOf((await given.browser.get('/year-end?year=2024-25&list=blank-demographics')).body)
    expect(main).toContain('Deaths from 1 April 2024 to 31 March 2025')
    expect(main).toMatch(/<li>[^<]*[Ee]thnic[^<]*<\/li>/)
    expect(main).toContain('list=blank-demographics">Year ending 31 March 2026')
  })

  test('says when there is nothing, and takes no notice of an address nobody links to', async () => {
    const none = Object.fromEntries(Object.keys(counts).map((name) => [name, 0])) as typeof counts
    given.services.answer('nationalSubmission.yearEnd', { counts: none, rows: [], dueOn: null })
    const main = mainOf((await given.browser.get('/year-end?year=2024-99&list=no&page=-1')).body)
    expect(main).toContain('There is no case of a death in this year')
    expect(main).toContain('There is none.')
    expect(main).not.toContain('<svg')
    expect(main).not.toContain('are due at NCMD')
  })

  test('is had as a file of references alone, by a name of codes', async () => {
    const { headers, body } = await given.browser.get('/year-end/2025-26/not-finalised-1.csv')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toBe('attachment; filename="ncmd-2025-26-not-finalised-1.csv"')
    expect(body).toBe(`case\r\n${reference}\r\n`)
    expect((await given.browser.get('/year-end/2025-27/not-finalised-1.csv')).status).toBe(404)
    expect((await given.browser.get('/year-end/2025-26/everything-1.csv')).status).toBe(404)
  })

  test.each(nobodyElse)('is not for %s', async (subject) => {
    expect(await given.statusFor(subject, '/year-end')).toBe(403)
    expect(await given.statusFor(subject, '/year-end/2025-26/rejected-1.csv')).toBe(403)
  })
})
