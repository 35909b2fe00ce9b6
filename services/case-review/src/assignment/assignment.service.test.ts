import { randomUUID } from 'node:crypto'
import { type AreaId, addDays, type CaseId, type Person, PlainDate, TransferId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { giveBackWhatIsDue } from './give-back.ts'

let given: GivenCaseReview
let area: AreaId
let [asha, ben, cleo]: Person[] = []
const today = PlainDate.parse('2026-03-02')

beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  asha = personIn(area, 'coordinator')
  ben = personIn(area, 'coordinator')
  cleo = personIn(area, 'coordinator')
})

function who(person: Person | undefined): Person {
  if (person === undefined) throw new Error('nobody')
  return person
}
const caseOf = async (person: Person | undefined) =>
  (await givenCase(given, area, { told: { acceptedBy: who(person).personId } })).caseId

async function listed(person: Person | undefined, view: 'all' | 'mine' | 'unassigned' = 'mine') {
  const call = await given.as(who(person))
  const { rows, counts } = await call.case.list({ areaId: area, view, page: 1 })
  expect(rows).toHaveLength(counts[view])
  return rows.map(({ caseId }) => caseId).sort()
}
async function assign(caseId: CaseId, to: Person | null, instead: Person | null, key = newKey()) {
  const call = await given.as(who(asha))
  const [personId, before] = [to?.personId ?? null, instead?.personId ?? null]
  const asked = { areaId: area, caseId, key, part: 'coordinator' as const, personId, instead: before }
  return call.assignment.assign(asked)
}
async function handOver(
  {
    until = null,
    cases = 'all',
    key = newKey(),
  }: { until?: PlainDate | null; cases?: 'all' | CaseId[]; key?: string },
  by = asha,
) {
  const call = await given.as(who(by))
  const [from, to] = [who(asha).personId, who(ben).personId]
  return call.assignment.handOver({ areaId: area, key, part: 'coordinator', from, to, until, cases })
}
async function historyOf(caseId: CaseId) {
  const call = await given.as(who(cleo))
  return (await call.assignment.list({ areaId: area, caseId })).assignments
}

describe('whose case it is', () => {
  test('is first the coordinator’s who accepted it, and otherwise it stands on the unassigned list', async () => {
    const theirs = await caseOf(asha)
    const { caseId: nobodys } = await givenCase(given, area)
    expect(await listed(asha)).toEqual([theirs])
    expect(await listed(ben)).toEqual([])
    expect(await listed(ben, 'unassigned')).toEqual([nobodys])
    const call = await given.as(who(ben))
    const ofAsha = { areaId: area, view: 'all' as const, page: 1, owner: who(asha).personId }
    const { rows, counts } = await call.case.list(ofAsha)
    expect(rows).toMatchObject([{ caseId: theirs, coordinatorId: who(asha).personId }])
    expect(counts).toMatchObject({ all: 1, mine: 0, unassigned: 0 })
    expect((await call.case.list({ ...ofAsha, owner: 'nobody' })).rows).toMatchObject([{ caseId: nobodys }])
  })

  test('is said with who decided it from when to when, and the second click changes nothing', async () => {
    const caseId = await caseOf(asha)
    const key = newKey()
    await assign(caseId, who(ben), who(asha), key)
    await assign(caseId, who(ben), who(asha), key)
    await expect(assign(caseId, who(cleo), who(asha))).rejects.toMatchObject({ message: 'stale' })
    expect(await historyOf(caseId)).toMatchObject([
      { personId: who(ben).personId, assignedBy: who(asha).personId, endedAt: null, backOn: null },
      { personId: who(asha).personId, endedBecause: 'given-to-another', endedAt: given.clock.now() },
    ])
    await assign(caseId, null, who(ben))
    expect(await listed(asha, 'unassigned')).toEqual([caseId])
  })

  test('a lead doctor has a part of their own', async () => {
    const caseId = await caseOf(asha)
    const doctor = personIn(area, 'designated-doctor')
    const call = await given.as(who(asha))
    const lead = { areaId: area, caseId, part: 'designated-doctor' as const, personId: doctor.personId }
    await call.assignment.assign({ ...lead, key: newKey(), instead: null })
    const opened = await (await given.as(doctor)).case.open({ areaId: area, caseId, fieldClasses: [] })
    expect(opened.case).toMatchObject({ coordinatorId: who(asha).personId, leadDoctorId: doctor.personId })
  })

  test('is for coordinators of the area to decide, and nobody else’s to see', async () => {
    const caseId = await caseOf(asha)
    const change = { areaId: area, caseId, key: newKey(), part: 'coordinator' as const, personId: null }
    for (const role of ['designated-doctor', 'chair', 'analyst', 'administrator'] as const) {
      const call = await given.as(personIn(area, role))
      await expect(call.assignment.assign({ ...change, instead: null })).rejects.toMatchObject({
        message: 'forbidden',
      })
    }
    const elsewhere = await given.as(personIn(newArea(), 'coordinator'))
    for (const attempt of [
      () => elsewhere.assignment.assign({ ...change, instead: null }),
      () => elsewhere.assignment.list({ areaId: area, caseId }),
      () => elsewhere.assignment.whoHasWhat({ areaId: area }),
      () => elsewhere.assignment.held({ areaId: area, part: 'coordinator', personId: who(asha).personId }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ message: 'not-found' })
    }
  })

  test('is nobody’s who declared a conflict: their part ends, and nobody can give it to them', async () => {
    const both = personIn(area, 'coordinator', 'panel-member')
    const caseId = await caseOf(both)
    await givenListing(given, who(asha), caseId)
    const call = await given.as(both)
    await call.conflict.declare({ areaId: area, caseId, key: newKey() })
    expect(await listed(both, 'all')).toEqual([])
    expect(await listed(asha, 'unassigned')).toEqual([caseId])
    await expect(assign(caseId, both, null)).rejects.toMatchObject({
      message: 'part-of-somebody-in-conflict',
    })
    await expect(call.assignment.list({ areaId: area, caseId })).rejects.toMatchObject({
      message: 'not-found',
    })
    expect((await call.assignment.whoHasWhat({ areaId: area })).loads).toEqual([])
  })

  test('stays written down as it was: the database changes no ended assignment', async () => {
    const caseId = await caseOf(asha)
    await assign(caseId, who(ben), who(asha))
    const rewrite = given.parts.database.transaction(
      who(asha),
      (tx) =>
        tx`update case_review.case_assignments set person_id = ${who(cleo).personId} where area_id = ${area}`,
    )
    await expect(rewrite).rejects.toMatchObject({ sqlState: '23514' })
    const remove = given.parts.database.transaction(
      who(asha),
      (tx) => tx`delete from case_review.case_assignments`,
    )
    await expect(remove).rejects.toMatchObject({ sqlState: '42501' })
  })
})

describe('a handover for a leave', () => {
  const back = addDays(today, 14)

  test('gives every case at once, comes back on its day by itself, and is counted meanwhile', async () => {
    const cases = [await caseOf(asha), await caseOf(asha), await caseOf(asha)].sort()
    const own = await caseOf(ben)
    const key = newKey()
    expect(await handOver({ until: back, key }, cleo)).toEqual({ handed: 3, stayed: 0 })
    expect(await handOver({ until: back, key }, cleo)).toEqual({ handed: 3, stayed: 0 })
    expect(await listed(ben)).toEqual([...cases, own].sort())
    expect(await listed(asha)).toEqual([])
    expect(await listed(asha, 'all')).toHaveLength(4)
    const call = await given.as(who(cleo))
    const counted = await call.assignment.whoHasWhat({ areaId: area })
    const [ashas, bens] = [who(asha).personId, who(ben).personId]
    expect(counted.loans).toEqual([
      { part: 'coordinator', personId: bens, owedTo: ashas, backOn: back, cases: 3 },
    ])
    expect(counted.loads).toContainEqual({ part: 'coordinator', personId: bens, open: 4, overdue: 0 })
    await giveBackWhatIsDue(given.parts)
    expect(await listed(asha)).toEqual([])
    given.clock.set(`${back}T00:05:00.000Z`)
    await Promise.all([giveBackWhatIsDue(given.parts), giveBackWhatIsDue(given.parts)])
    await giveBackWhatIsDue(given.parts)
    expect(await listed(asha)).toEqual(cases)
    expect(await listed(ben)).toEqual([own])
    const [newest, lent, first] = await historyOf(cases[0] ?? own)
    expect(newest).toMatchObject({ personId: ashas, assignedBy: null, endedAt: null })
    expect(lent).toMatchObject({ personId: bens, endedBecause: 'given-back', backOn: back })
    expect(first).toMatchObject({ personId: ashas, assignedBy: ashas, endedBecause: 'handed-over' })
    const audited = await given.test.look`
      select from case_review.audit_entries where area_id = ${area} and entry->>'action' = 'assignment.hand-over'
    `
    expect(audited).toHaveLength(4)
  })

  test('can be of some cases, for good; what is no longer theirs is not taken from whoever has it', async () => {
    const [going, staying] = [await caseOf(asha), await caseOf(asha)]
    expect(await handOver({ cases: [going] })).toEqual({ handed: 1, stayed: 0 })
    expect(await listed(asha)).toEqual([staying])
    expect(await listed(ben)).toEqual([going])
    await expect(handOver({ cases: [going] })).rejects.toMatchObject({ message: 'stale' })
    const held = await (await given.as(who(cleo))).assignment.held({
      areaId: area,
      part: 'coordinator',
      personId: who(asha).personId,
    })
    expect(held).toMatchObject({ rows: [{ caseId: staying }], more: false })
    given.clock.set('2027-03-02T10:00:00.000Z')
    await giveBackWhatIsDue(given.parts)
    expect(await listed(ben)).toEqual([going])
  })

  test('leaves a case where it is in which the colleague declared a conflict', async () => {
    ben = personIn(area, 'coordinator', 'panel-member')
    const [caseId, other] = [await caseOf(asha), await caseOf(asha)]
    await givenListing(given, who(asha), caseId)
    await (await given.as(ben)).conflict.declare({ areaId: area, caseId, key: newKey() })
    expect(await handOver({ until: back })).toEqual({ handed: 1, stayed: 1 })
    expect(await listed(asha)).toEqual([caseId])
    expect(await listed(ben)).toEqual([other])
  })

  test('is refused for the same person, and for a day that is not after today', async () => {
    await caseOf(asha)
    await expect(handOver({ until: today })).rejects.toMatchObject({ message: 'dates-out-of-order' })
    ben = asha
    await expect(handOver({})).rejects.toMatchObject({ message: 'invalid-answers' })
    expect(await listed(asha)).toHaveLength(1)
  })

  test('cut off half way has given back nothing, and is done again', async () => {
    const cases = [await caseOf(asha), await caseOf(asha)].sort()
    await handOver({ until: back })
    given.clock.set(`${back}T00:05:00.000Z`)
    const { audit } = given.parts
    const dying = { ...given.parts, audit: { ...audit, record: () => Promise.reject(new Error('cut off')) } }
    await expect(giveBackWhatIsDue(dying)).rejects.toThrow('cut off')
    expect(await listed(ben)).toEqual(cases)
    await giveBackWhatIsDue(given.parts)
    expect(await listed(asha)).toEqual(cases)
  })

  test('ends where another area takes the case over: nobody there has it yet', async () => {
    const caseId = await caseOf(asha)
    await handOver({ until: back })
    const transferId = TransferId.parse(randomUUID())
    const transferred = { caseId, transferId, toAreaId: newArea() }
    await given.hear('intake', area, { type: 'case.transferred.v1', subject: caseId, payload: transferred })
    expect(await listed(ben)).toEqual([])
    given.clock.set(`${back}T00:05:00.000Z`)
    await giveBackWhatIsDue(given.parts)
    const rows = await given.test.look`
      select coordinator_id, ended_because from case_review.cases join case_review.case_assignments using (area_id, case_id)
      where case_id = ${caseId} and ended_because <> 'handed-over'
    `
    expect(rows).toEqual([{ coordinatorId: null, endedBecause: 'left-area' }])
  })
})
