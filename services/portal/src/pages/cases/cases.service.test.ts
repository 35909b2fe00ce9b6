import { PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  emptyWorklist,
  informationRequestId,
  noCounts,
  reference,
  savedViewId,
  worklistRow,
} from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { CaseViewName, caseViews } from './case-views.ts'

let given: GivenCoordinator

beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => given.services.forget())

describe('the worklist', () => {
  test('shows the most overdue first, with every clock in words and a count for each view', async () => {
    const due = {
      ...worklistRow,
      next: { what: 'review-meeting' as const, dueOn: PlainDate.parse('2026-03-04') },
      requests: { ...worklistRow.requests, promisedOn: PlainDate.parse('2026-02-20') },
    }
    given.services.answer('case.list', {
      ...emptyWorklist,
      rows: [worklistRow, due],
      counts: { ...noCounts, all: 2, overdue: 1 },
      total: 2,
    })
    const { status, body } = await given.browser.get('/cases')
    expect(status).toBe(200)
    const main = mainOf(body)
    expect(main).toContain(reference)
    expect(main).toContain('Agency form: 3 days overdue')
    expect(main).toContain('Review meeting: due in 2 working days')
    expect(main).toContain(
      '1 of 3 returned, 1 overdue. Part received, rest was promised for 20 February 2026',
    )
    expect(main).toContain('All cases (2)')
    expect(main).toContain('Overdue (1)')
    expect(given.services.calls).toMatchObject([{ input: { page: 1 } }])
  })

  test('sorts by links that keep the view', async () => {
    given.services.answer('case.list', {
      ...emptyWorklist,
      shown: { view: 'overdue', sort: 'newest', owner: null },
      rows: [worklistRow],
      total: 1,
    })
    const { body } = await given.browser.get('/cases?view=overdue&sort=newest')
    expect(body).toContain('href="/cases?view=overdue&amp;sort=most-overdue"')
    expect(body).toMatch(/aria-sort="descending"[\s\S]{0,200}Newest case/)
    expect(body).toContain('<title>Overdue – Cases – Child death reviews</title>')
    expect(given.services.calls).toMatchObject([{ input: { view: 'overdue', sort: 'newest' } }])
  })

  test('goes through 10,000 cases 25 at a time', async () => {
    const rows = Array.from({ length: 25 }, () => worklistRow)
    given.services.answer('case.list', {
      ...emptyWorklist,
      rows,
      counts: { ...noCounts, all: 10_000 },
      total: 10_000,
    })
    const { body } = await given.browser.get('/cases?page=200')
    expect(body).toContain('page=400')
    expect(body).toContain('page=199')
    expect(given.services.calls).toMatchObject([{ input: { page: 200 } }])
  })

  test.each(Object.entries(caseViews))(
    'shows the view %s, and says what it means when it is empty',
    async (view, { empty }) => {
      const shown = { ...emptyWorklist.shown, view: CaseViewName.parse(view) }
      given.services.answer('case.list', { ...emptyWorklist, shown })
      expect(mainOf((await given.browser.get(`/cases?view=${view}`)).body)).toContain(empty)
      expect(given.services.calls).toMatchObject([{ input: { view } }])
    },
  )

  test('takes nonsense in the address for all cases', async () => {
    given.services.answer('case.list', emptyWorklist)
    expect((await given.browser.get('/cases?view=%00&sort=drop&page=1e9')).status).toBe(200)
    expect(given.services.calls).toMatchObject([{ input: { view: 'all', sort: 'most-overdue', page: 1 } }])
  })

  test('begins with the view its person chose, and says so among those they keep', async () => {
    const filter = { view: 'overdue' as const, sort: 'newest' as const, owner: null }
    given.services.answer('case.list', {
      ...emptyWorklist,
      shown: filter,
      kept: [{ savedViewId, name: 'Ours <late>', filter, begins: true, version: 1, count: 7 }],
    })
    const { body } = await given.browser.get('/cases')
    expect(given.services.sent('case.list')).not.toHaveProperty('view')
    expect(body).toContain('<title>Overdue – Cases – Child death reviews</title>')
    expect(mainOf(body)).toMatch(
      /aria-label="Views you saved"[\s\S]*aria-current="page"[^>]*>Ours &lt;late&gt; \(7\)</,
    )
    await given.browser.get('/cases?view=all')
    expect(given.services.sent('case.list')).toMatchObject({ view: 'all' })
  })

  test('of cases that await agencies says whom to chase first, what that gains, and by what it is judged', async () => {
    const chase = (days: number | null) => ({ informationRequestId, kind: 'police' as const, days })
    given.services.answer('case.list', {
      ...emptyWorklist,
      shown: { view: 'awaiting-agencies', sort: 'most-gain', owner: null },
      rows: [12.4, 1.2, 0.2, null].map((days) => ({ ...worklistRow, chase: chase(days) })),
      basedOn: 321,
    })
    const main = mainOf((await given.browser.get('/cases?view=awaiting-agencies&sort=most-gain')).body)
    expect(main).toContain('from the 321 answers')
    expect(main).toMatch(/aria-sort="descending"[\s\S]{0,200}Chase first/)
    expect(main).toContain(`/requests/${informationRequestId}`)
    for (const words of [
      'about 12 days sooner',
      'about 1 day sooner',
      'less than a day sooner',
      'too few answers yet',
    ]) {
      expect(main).toContain(words)
    }
    expect(main).toContain('href="/cases?view=overdue&amp;sort=most-overdue"')
    given.services.answer('case.list', emptyWorklist)
    const all = mainOf((await given.browser.get('/cases?view=all')).body)
    expect(all).toContain('href="/cases?view=awaiting-agencies&amp;sort=most-gain"')
    expect(all).not.toContain('Chase first')
  })

  test.each(nobodyElse)('is not for %s', async (subject) => {
    expect(await given.statusFor(subject, '/cases')).toBe(403)
  })
})
