import type { AreaId, CaseId, Person } from '@cdop/domain'
import { acceptPass } from '@cdop/rpc'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WorklistFilter } from '../case/worklist-filter.ts'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
})

const all: WorklistFilter = { view: 'all', sort: 'most-overdue', owner: null }
const file = async (who: Person = coordinator) => (await given.as(who)).worklistFile
const why = 'An invented list for the invented police'
const reasoned = (filter = all) => ({ areaId: area, filter, reason: 'compare-records' as const, why })

async function entries(action: string): Promise<{ kind: string; id: string; classes: string[] }[]> {
  const rows = await given.test.look`
    select entry->'object'->>'kind' as kind, entry->'object'->>'id' as id, entry->'fieldClasses' as classes
    from case_review.audit_entries where area_id = ${area} and entry->>'action' = ${action}
  `
  return rows.map(({ kind, id, classes }) => ({ kind, id, classes }))
}

describe('a worklist as a file', () => {
  test('holds every case of its view in the order of the view, and each one that leaves is written down', async () => {
    for (let made = 0; made < 27; made += 1) await givenCase(given, area)
    const late = await givenCase(given, area, { diedOn: '2025-10-01', receivedOn: '2025-10-02' })
    const { worklistFile, case: cases } = await given.as(coordinator)
    const begun = await worklistFile.begin({ areaId: area, filter: all })
    const pages = [1, 2].map((page) => cases.list({ areaId: area, view: 'all', page }))
    const shown = (await Promise.all(pages)).flatMap(({ rows }) => rows)
    expect(begun.cases.map(({ caseId }) => caseId)).toEqual(shown.map(({ caseId }) => caseId))
    expect(begun.cases).toHaveLength(28)
    const overdue = await worklistFile.begin({ areaId: area, filter: { ...all, view: 'overdue' } })
    expect(overdue.cases.map(({ caseId }) => caseId)).toEqual([late.caseId])

    expect((await entries('case.list-file')).map(({ kind }) => kind)).toEqual(['area', 'area'])
    const asked = begun.cases.slice(0, 5).map(({ caseId }) => caseId)
    const { rows } = await worklistFile.rows({ areaId: area, caseIds: [...asked, ...asked] })
    expect(rows).toEqual(shown.slice(0, 5))
    const kept = (await entries('case.list-file')).filter(({ kind }) => kind === 'case')
    expect(kept.map(({ id }) => id).toSorted()).toEqual(asked.toSorted())
    await expect(
      (await file(personIn(newArea(), 'coordinator'))).begin({ areaId: area, filter: all }),
    ).rejects.toMatchObject({ message: 'not-found' })
    for (const role of ['chair', 'analyst', 'key-worker'] as const) {
      const other = await file(personIn(area, role))
      await expect(other.rows({ areaId: area, caseIds: asked })).rejects.toMatchObject({
        message: 'forbidden',
      })
    }
  })

  test('has no case its reader is in conflict with, also when that was declared while it was on its way', async () => {
    const both = personIn(area, 'coordinator', 'chair')
    const [one, two] = [await givenCase(given, area), await givenCase(given, area)]
    await givenListing(given, coordinator, two.caseId)
    const call = await given.as(both)
    const before = await call.worklistFile.begin({ areaId: area, filter: all })
    const { caseExportId } = await call.worklistFile.beginWithNames({ ...reasoned(), key: newKey() })
    await call.conflict.declare({ areaId: area, caseId: two.caseId, key: newKey() })
    const caseIds = before.cases.map(({ caseId }) => caseId)
    expect(caseIds).toHaveLength(2)
    const left = async (rows: Promise<{ rows: { caseId: CaseId }[] }>) =>
      (await rows).rows.map(({ caseId }) => caseId)
    expect(await left(call.worklistFile.rows({ areaId: area, caseIds }))).toEqual([one.caseId])
    const named = { areaId: area, caseIds, caseExportId }
    expect(await left(call.worklistFile.rowsWithNames(named))).toEqual([one.caseId])
    expect((await entries('case.export-with-names')).filter(({ id }) => id === two.caseId)).toEqual([])
    const after = await call.worklistFile.begin({ areaId: area, filter: all })
    expect(after.cases.map(({ caseId }) => caseId)).toEqual([one.caseId])
    expect(await call.worklistFile.rowsWithNames({ ...named, caseIds: [two.caseId] })).toEqual({
      rows: [],
      pass: null,
    })
  })
})

describe('a worklist with the names of the children', () => {
  test('is begun once, with a reason that is kept sealed, and opens just the cases of each pass', async () => {
    const { caseId } = await givenCase(given, area)
    const call = await file()
    const begin = { ...reasoned({ ...all, owner: coordinator.personId }), key: newKey() }
    const [first, second] = await Promise.all([call.beginWithNames(begin), call.beginWithNames(begin)])
    expect(second).toEqual(first)
    const kept = await given.test.look`select * from case_review.case_exports where area_id = ${area}`
    expect(kept).toMatchObject([
      {
        caseExportId: first.caseExportId,
        personId: coordinator.personId,
        view: 'all',
        ownerId: coordinator.personId,
        reason: 'compare-records',
      },
    ])
    expect(Buffer.from(kept[0]?.['why']).includes('invented')).toBe(false)
    expect(await entries('case.export-with-names')).toEqual([
      { kind: 'case-export', id: first.caseExportId, classes: ['identity'] },
    ])

    const { rows, pass } = await call.rowsWithNames({ areaId: area, caseIds: [caseId], ...first })
    expect(rows).toMatchObject([{ caseId }])
    expect(await acceptPass(given.rings.intake, coordinator, pass ?? '')).toMatchObject({
      caseIds: [caseId],
      fieldClasses: ['identity'],
    })
    expect((await entries('case.export-with-names')).slice(1)).toEqual([
      { kind: 'case', id: caseId, classes: ['identity'] },
    ])
  })

  test('is for whoever gave the reason, for half an hour, and not for roles without the permission', async () => {
    const { caseId } = await givenCase(given, area)
    const { caseExportId } = await (await file()).beginWithNames({ ...reasoned(), key: newKey() })
    const asked = { areaId: area, caseIds: [caseId], caseExportId }
    const colleague = await file(personIn(area, 'coordinator'))
    await expect(colleague.rowsWithNames(asked)).rejects.toMatchObject({ message: 'not-found' })
    for (const role of ['designated-doctor', 'chair', 'analyst', 'administrator', 'key-worker'] as const) {
      const other = await file(personIn(area, role))
      await expect(other.rowsWithNames(asked)).rejects.toMatchObject({ message: 'forbidden' })
      await expect(other.beginWithNames({ ...reasoned(), key: newKey() })).rejects.toMatchObject({
        message: 'forbidden',
      })
    }
    await expect(
      (await file()).beginWithNames({ ...reasoned(), why: '  ', key: newKey() }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    given.clock.set('2026-03-02T10:29:59.000Z')
    expect((await (await file()).rowsWithNames(asked)).rows).toHaveLength(1)
    given.clock.set('2026-03-02T10:30:00.000Z')
    await expect((await file()).rowsWithNames(asked)).rejects.toMatchObject({ message: 'not-found' })
  })
})
