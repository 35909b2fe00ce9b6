import { CaseExportId, CaseId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { emptyWorklist, worklistRow } from '../../testing/case-answers.ts'
import {
  type GivenCoordinator,
  givenCoordinator,
  mainOf,
  nobodyElse,
} from '../../testing/given-coordinator.ts'
import { leeds } from '../../testing/given-portal.ts'

let given: GivenCoordinator
beforeAll(async () => {
  given = await givenCoordinator()
})
afterAll(() => given.drop())
beforeEach(() => given.services.forget())

const caseExportId = CaseExportId.parse('0190e000-0000-7000-8000-0000000000e1')
const shown = { view: 'overdue', sort: 'newest', owner: null } as const
const query = 'view=overdue&sort=newest'
const someIds = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    CaseId.parse(`0190e000-0000-7000-8000-${String(at).padStart(12, '0')}`),
  )
const inFile = (ids: readonly CaseId[]) => ids.map((caseId) => ({ caseId, chase: null }))
const linesOf = (body: string) => body.replace(/^\uFEFF/, '').split('\r\n')

test('a worklist leaves as a file of what it shows, with no child’s name, for spreadsheets', async () => {
  const [caseId] = someIds(1)
  if (caseId === undefined) throw new Error('there is one')
  given.services.answer('worklistFile.begin', { shown, cases: inFile([caseId]) })
  given.services.answer('worklistFile.rows', { rows: [{ ...worklistRow, caseId }] })
  const { status, headers, body } = await given.browser.get(`/worklist.csv?${query}`)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('content-disposition')).toBe('attachment; filename="cases-overdue-2026-03-02.csv"')
  expect(headers.get('cache-control')).toContain('no-store')
  const [heading, line, end] = linesOf(body)
  expect(heading).toBe(
    'Case,Age,Died,Stage,Coordinator,Not yet told,Agency forms sent,Agency forms returned,Agency forms overdue,Next,Next due on',
  )
  expect(line).toBe(
    `${worklistRow.reference},5 to 9 years,${worklistRow.diedOn},Gathering information,Nobody yet,3,3,1,1,Agency form: 3 days overdue,2026-02-27`,
  )
  expect(end).toBe('')
  expect(given.services.sent('worklistFile.begin')).toEqual({ areaId: leeds, filter: shown })
  expect(given.services.calls.map(({ procedure }) => procedure)).not.toContain('identity.read')
})

test('all pages of a list are in its file, asked for fifty at a time; what has gone meanwhile is not', async () => {
  const ids = someIds(120)
  given.services.answer('worklistFile.begin', { shown, cases: inFile(ids) })
  given.services.answer('worklistFile.rows', { rows: [worklistRow] })
  const { body } = await given.browser.get(`/worklist.csv?${query}`)
  const asked = given.services.calls.flatMap(({ procedure, input }) =>
    procedure === 'worklistFile.rows' ? [Object(input).caseIds] : [],
  )
  expect(asked.map((one) => one.length)).toEqual([50, 50, 20])
  expect(asked.flat()).toEqual(ids)
  expect(linesOf(body)).toHaveLength(1 + 3 + 1)
})

test('of cases that await agencies the file says whom to chase first', async () => {
  const { caseId } = worklistRow
  const chase = { informationRequestId: Object(caseId), kind: 'police' as const, days: 12.44 }
  given.services.answer('worklistFile.begin', {
    shown: { ...shown, view: 'awaiting-agencies' },
    cases: [{ caseId, chase }],
  })
  given.services.answer('worklistFile.rows', { rows: [worklistRow] })
  const [heading, line] = linesOf((await given.browser.get('/worklist.csv?view=awaiting-agencies')).body)
  expect(heading).toMatch(/,Chase first,Days sooner$/)
  expect(line).toMatch(/,Police,12\.4$/)
})

test('with names it is posted with a reason, names are never read as a formula, and each row says which file it was', async () => {
  const { caseId } = worklistRow
  const identity = {
    caseId,
    familyName: '=HYPERLINK("x")',
    givenNames: 'Tansy, "T"',
    dateOfBirth: PlainDate.parse('2020-02-02'),
    dateOfDeath: worklistRow.diedOn,
    nhsNumber: null,
  }
  given.services.answer('worklistFile.beginWithNames', { caseExportId })
  given.services.answer('worklistFile.begin', { shown, cases: inFile([caseId]) })
  given.services.answer('worklistFile.rowsWithNames', { rows: [worklistRow], pass: 'a pass' })
  given.services.answer('identity.read', [identity])
  const path = `/worklist-with-names?${query}`
  const form = await given.browser.get(path)
  expect(mainOf(form.body)).toContain('Overdue, newest first')
  const typed = {
    view: 'overdue',
    sort: 'newest',
    owner: '',
    reason: 'inspection',
    why: ' An inspector asks ',
  }
  const { status, headers, body } = await given.browser.post('/worklist-with-names', {
    ...form.hidden,
    ...typed,
  })
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toBe(
    'attachment; filename="cases-overdue-with-names-2026-03-02.csv"',
  )
  const [heading, line] = linesOf(body)
  expect(heading).toMatch(/^Case,Family name,Given names,Age,.*,Taken out as$/)
  expect(line).toContain(`,"'=HYPERLINK(""x"")","Tansy, ""T""",`)
  expect(line).toMatch(new RegExp(`,${caseExportId}$`))
  expect(given.services.calls.map(({ procedure }) => procedure)).toEqual([
    'worklistFile.beginWithNames',
    'worklistFile.begin',
    'worklistFile.rowsWithNames',
    'identity.read',
  ])
  expect(given.services.sent('worklistFile.beginWithNames')).toEqual({
    areaId: leeds,
    filter: shown,
    reason: 'inspection',
    why: 'An inspector asks',
    key: form.hidden._key,
  })
  expect(given.services.sent('identity.read')).toEqual({ areaId: leeds, caseIds: [caseId], pass: 'a pass' })
})

test('without a reason nothing leaves, and what was typed is shown again', async () => {
  const wrong = await given.browser.submit(`/worklist-with-names?${query}`, {
    view: 'overdue',
    sort: 'newest',
    reason: '',
    why: 'x'.repeat(501),
  })
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('Select why you need the names')
  expect(wrong.body).toContain('What the file is for must be 500 characters or fewer')
  expect(wrong.body).toContain('name="view" value="overdue"')
  const empty = await given.browser.submit(`/worklist-with-names?${query}`, { reason: 'other', why: ' ' })
  expect(empty.body).toContain('Enter what the file is for')
  expect(given.services.calls).toEqual([])
})

test('a list that cannot be read is a page, not half a file', async () => {
  given.services.answer('worklistFile.begin', { shown, cases: inFile(someIds(1)) })
  given.services.refuse('worklistFile.rows', 'not-found')
  const { status, headers } = await given.browser.get(`/worklist.csv?${query}`)
  expect(status).toBe(404)
  expect(headers.get('content-type')).toContain('text/html')
})

test('both are offered beside the list', async () => {
  const listed = { ...emptyWorklist, shown, rows: [worklistRow], total: 27 }
  given.services.answer('case.list', listed)
  const main = mainOf((await given.browser.get(`/cases?${query}`)).body)
  expect(main).toContain('href="/worklist.csv?view=overdue&amp;sort=newest"')
  expect(main).toContain('27 cases, no child’s name')
  expect(main).toContain('href="/worklist-with-names?view=overdue&amp;sort=newest"')
})

test.each(nobodyElse)('no worklist leaves by %s', async (subject) => {
  expect(await given.statusFor(subject, '/worklist.csv?view=all')).toBe(403)
  expect(await given.statusFor(subject, '/worklist-with-names?view=all')).toBe(403)
})
