import { randomUUID } from 'node:crypto'
import { type AreaId, addDays, type CaseId, type OrganisationId, type Person, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenCaseReview, givenCase, givenCaseReview, newArea, newKey, personIn } from '../testing.ts'

let given: GivenCaseReview
const area: AreaId = newArea()
let office: Person
let before: CaseId

beforeAll(async () => {
  given = await givenCaseReview()
  given.clock.set('2026-03-02T10:00:00.000Z')
  office = personIn(area, 'coordinator', 'panel-member')
  ;({ caseId: before } = await givenCase(given, area))
})
afterAll(() => given.drop())

async function agency(kind: 'hospital' | 'police'): Promise<OrganisationId> {
  const added = { areaId: area, key: newKey(), name: kind, kind, email: `${kind}@agency.example` }
  return (await (await given.as(office)).organisation.add(added)).organisationId
}
const ask = async (caseId: CaseId, organisationId: OrganisationId) =>
  (await given.as(office)).informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })

/** How an agency answered before: once after each of these numbers of days. */
async function answered(organisationId: OrganisationId, days: readonly number[]): Promise<void> {
  for (const took of days) {
    const at = `${addDays(PlainDate.parse('2025-10-02'), took)}T10:00:00Z`
    await given.test.look`
      insert into case_review.information_requests (area_id, information_request_id, case_id, organisation_id, state,
        attempt, sent_on, sent_at, sent_by, due_on, returned_at, accepted_at)
      values (${area}, ${randomUUID()}, ${before}, ${organisationId}, 'accepted', 1, '2025-10-02', '2025-10-02',
        ${office.personId}, '2025-10-23', ${at}, ${at})`
  }
}

const listed = async (sort: 'most-gain' | 'most-overdue' = 'most-gain') =>
  (await given.as(office)).case.list({ areaId: area, view: 'awaiting-agencies', sort, page: 1 })

test('cases that await agencies are put in order of what chasing would gain, by how long each kind takes', async () => {
  const hospital = await agency('hospital')
  const police = await agency('police')
  const quick = await givenCase(given, area)
  const slow = await givenCase(given, area)
  const both = await givenCase(given, area)
  const asked = await ask(quick.caseId, hospital)
  await ask(slow.caseId, police)
  await ask(both.caseId, hospital)
  const first = await ask(both.caseId, police)

  const unknown = await listed()
  expect(unknown.basedOn).toBe(0)
  expect(unknown.rows.map(({ chase }) => chase?.days)).toEqual([null, null, null])

  await answered(
    hospital,
    Array.from({ length: 25 }, (_, at) => 1 + (at % 10)),
  )
  await answered(
    police,
    Array.from({ length: 25 }, (_, at) => 20 + at),
  )
  const { rows, basedOn, total, shown } = await listed()
  expect([basedOn, total, shown.sort]).toEqual([50, 3, 'most-gain'])
  // Where one is waited for its answer saves all; where the hospital is waited for too, somewhat less.
  expect(rows.map(({ caseId }) => caseId)).toEqual([slow.caseId, both.caseId, quick.caseId])
  expect(rows[1]?.chase).toMatchObject({
    kind: 'police',
    informationRequestId: first.informationRequestId,
  })
  expect(rows[2]?.chase).toMatchObject({
    kind: 'hospital',
    informationRequestId: asked.informationRequestId,
  })
  // Twenty-five answers, one a day from the 20th to the 44th: 32 days on average.
  expect(rows[0]?.chase?.days).toBeCloseTo(32, 6)
  expect(rows[2]?.chase?.days).toBeCloseTo(5, 0)

  const call = await given.as(office)
  const one = await call.informationRequest.expected({ areaId: area, caseId: both.caseId })
  expect(one.order[0]?.informationRequestId).toBe(first.informationRequestId)
  expect(one.order[0]?.gain).toBeCloseTo(rows[1]?.chase?.days ?? 0, 9)

  const overdue = await listed('most-overdue')
  expect(overdue.rows.find(({ caseId }) => caseId === slow.caseId)?.chase?.days).toBeCloseTo(32, 6)
  const elsewhere = await call.case.list({ areaId: area, view: 'gathering', sort: 'most-gain', page: 1 })
  expect([elsewhere.shown.sort, elsewhere.basedOn, elsewhere.rows[0]?.chase]).toEqual([
    'most-overdue',
    null,
    null,
  ])
})

test('a case somebody has a conflict in is neither in the order nor in the count, and nobody sees another area', async () => {
  const withheld = (await listed()).rows[0]?.caseId
  if (withheld === undefined) throw new Error('there are cases')
  await given.test.look`
    insert into case_review.conflicts (area_id, case_id, person_id, declared_at)
    values (${area}, ${withheld}, ${office.personId}, ${given.clock.now()})
  `
  const { rows, total } = await listed()
  expect(rows.map(({ caseId }) => caseId)).not.toContain(withheld)
  expect([rows.length, total]).toEqual([2, 2])
  const stranger = await given.as(personIn(newArea(), 'coordinator'))
  const asked = stranger.case.list({ areaId: area, view: 'awaiting-agencies', sort: 'most-gain', page: 1 })
  await expect(asked).rejects.toMatchObject({ message: 'not-found' })
})
