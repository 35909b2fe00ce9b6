import { randomUUID } from 'node:crypto'
import { type AreaId, type Person, SavedViewId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WorklistFilter } from '../case/worklist-filter.ts'
import { type GivenCaseReview, givenCase, givenCaseReview, newArea, newKey, personIn } from '../testing.ts'
import { MOST_SAVED_VIEWS } from './saved-view-store.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let asha: Person
let bronwen: Person
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  asha = personIn(area, 'coordinator', 'panel-member')
  bronwen = personIn(area, 'coordinator')
})

const gathering: WorklistFilter = { view: 'gathering', sort: 'newest', owner: null }
const save = async (person: Person, name: string, filter = gathering, key = newKey(), begins = false) =>
  (await given.as(person)).savedView.save({ areaId: area, key, name, filter, begins })
const listed = async (person: Person) => (await given.as(person)).case.list({ areaId: area, page: 1 })
const kept = async (person: Person) => (await listed(person)).kept
const ofView = (savedViewId: SavedViewId) => ({ areaId: area, savedViewId, key: newKey() })

describe('a worklist kept under a name of one’s own', () => {
  test('is there for its person alone, with how many cases it holds', async () => {
    const { caseId } = await givenCase(given, area)
    await givenCase(given, area)
    await save(asha, 'Nobody has these', { view: 'all', sort: 'newest', owner: 'nobody' })
    given.clock.set('2026-03-02T10:01:00.000Z')
    await save(asha, 'Bronwen’s', { view: 'all', sort: 'most-overdue', owner: bronwen.personId })
    expect((await kept(asha)).map(({ name, count }) => [name, count])).toEqual([
      ['Nobody has these', 2],
      ['Bronwen’s', 0],
    ])
    expect(await kept(bronwen)).toEqual([])
    await given.test.look`
      insert into case_review.conflicts (area_id, case_id, person_id, declared_at)
      values (${area}, ${caseId}, ${asha.personId}, ${given.clock.now()})
    `
    expect((await kept(asha)).map(({ count }) => count)).toEqual([1, 0])
  })

  test('is saved once however often it is sent, and a name is stored sealed', async () => {
    const key = newKey()
    const name = 'Ottoline Quillfeather’s family'
    const first = await save(asha, name, gathering, key)
    expect(await save(asha, name, gathering, key)).toEqual(first)
    await expect(save(asha, 'Another name', gathering, key)).rejects.toMatchObject({ message: 'key-reused' })
    expect(await kept(asha)).toMatchObject([{ ...first, name, filter: gathering, begins: false, version: 1 }])
    const look = given.test.look
    const [row] = await look<
      { name: Buffer }[]
    >`select name from case_review.saved_views where area_id = ${area}`
    const written = await look`
      select entry::text as said from case_review.audit_entries where area_id = ${area}
      union all select outcome::text from case_review.idempotency_keys where area_id = ${area}
    `
    const said = [row?.name.toString('latin1') ?? '', ...written.map((one) => String(one['said']))]
    expect(said.length).toBeGreaterThan(2)
    expect(said.filter((text) => /Quillfeather|Ottoline/.test(text))).toEqual([])
  })

  test('is what the worklist begins with, one at a time, until it is not any more', async () => {
    await givenCase(given, area)
    const one = await save(asha, 'One')
    const other = await save(asha, 'Other', { view: 'overdue', sort: 'most-overdue', owner: asha.personId })
    const call = await given.as(asha)
    const begin = (id: SavedViewId, begins = true) => call.savedView.beginWith({ ...ofView(id), begins })
    expect((await listed(asha)).shown).toEqual({ view: 'all', sort: 'most-overdue', owner: null })
    await begin(one.savedViewId)
    expect((await listed(asha)).shown).toEqual(gathering)
    // In two windows at the same moment: one of them is what it begins with.
    await Promise.all([begin(one.savedViewId), begin(other.savedViewId), begin(one.savedViewId)])
    expect((await kept(asha)).filter(({ begins }) => begins)).toHaveLength(1)
    await begin(other.savedViewId)
    expect((await listed(asha)).shown).toEqual({
      view: 'overdue',
      sort: 'most-overdue',
      owner: asha.personId,
    })
    // What an address names goes before it.
    const named = await call.case.list({ areaId: area, page: 1, view: 'all' })
    expect(named.shown).toEqual({ view: 'all', sort: 'most-overdue', owner: null })
    await begin(one.savedViewId, false)
    expect((await listed(asha)).shown.view).toBe('overdue')
    await begin(other.savedViewId, false)
    expect((await listed(asha)).shown.view).toBe('all')
    const third = { view: 'mine', sort: 'newest', owner: null } as const
    await save(asha, 'Third', third, newKey(), true)
    expect((await listed(asha)).shown).toEqual(third)
    await begin(one.savedViewId)
    await call.savedView.remove(ofView(one.savedViewId))
    expect((await listed(asha)).shown.view).toBe('all')
  })

  test('is renamed, not over somebody’s newer name for it', async () => {
    const { savedViewId } = await save(asha, 'First')
    const call = await given.as(asha)
    await call.savedView.rename({ ...ofView(savedViewId), name: ' Second ', version: 1 })
    const late = call.savedView.rename({ ...ofView(savedViewId), name: 'Third', version: 1 })
    await expect(late).rejects.toMatchObject({ message: 'stale' })
    expect(await kept(asha)).toMatchObject([{ name: 'Second', version: 2 }])
  })

  test('is nobody else’s to rename, delete or begin with, in their own area or another', async () => {
    const { savedViewId } = await save(asha, 'Mine')
    const elsewhere = personIn(newArea(), 'coordinator')
    for (const person of [bronwen, elsewhere]) {
      const { savedView } = await given.as(person)
      for (const attempt of [
        () => savedView.rename({ ...ofView(savedViewId), name: 'Taken', version: 1 }),
        () => savedView.remove(ofView(savedViewId)),
        () => savedView.beginWith({ ...ofView(savedViewId), begins: true }),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ message: 'not-found' })
      }
    }
    expect(await kept(asha)).toMatchObject([{ name: 'Mine', begins: false }])
    const { savedView } = await given.as(personIn(area, 'analyst'))
    await expect(savedView.remove(ofView(savedViewId))).rejects.toMatchObject({ message: 'forbidden' })
    const nowhere = (await given.as(asha)).savedView.remove(ofView(SavedViewId.parse(randomUUID())))
    await expect(nowhere).rejects.toMatchObject({ message: 'not-found' })
    const seen = async (person: Person) =>
      (await (await given.as(person)).savedView.list({ areaId: area })).views
    expect((await seen(asha)).map(({ name }) => name)).toEqual(['Mine'])
    expect(await seen(bronwen)).toEqual([])
    await expect(seen(elsewhere)).rejects.toMatchObject({ message: 'not-found' })
  })

  test('is one of twenty at most, also when the last two are saved at the same moment', async () => {
    for (let made = 1; made < MOST_SAVED_VIEWS; made += 1) await save(asha, `View ${made}`)
    const both = await Promise.allSettled([save(asha, 'One more'), save(asha, 'And one')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(save(asha, 'Too many')).rejects.toMatchObject({ message: 'too-many-saved-views' })
    await expect(save(bronwen, '\u0000')).rejects.toThrow()
  })
})

describe('the worklist of cases that await agencies', () => {
  test('holds a case from the first request on until the last has come or was taken back', async () => {
    const { caseId } = await givenCase(given, area)
    const call = await given.as(asha)
    const count = async () => (await listed(asha)).counts['awaiting-agencies']
    const ask = async (name: string) => {
      const agency = { name, kind: 'police' as const, email: 'p@p.example' }
      const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
      return call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
    }
    expect(await count()).toBe(0)
    const one = await ask('One police')
    const other = await ask('Other police')
    expect(await count()).toBe(1)
    const back = (informationRequestId: typeof one.informationRequestId) =>
      call.informationRequest.recall({
        areaId: area,
        informationRequestId,
        reason: 'no-longer-needed',
        key: newKey(),
      })
    await back(one.informationRequestId)
    expect(await count()).toBe(1)
    await back(other.informationRequestId)
    expect(await count()).toBe(0)
  })
})
