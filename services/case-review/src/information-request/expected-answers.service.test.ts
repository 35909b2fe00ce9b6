import { randomUUID } from 'node:crypto'
import { type AreaId, addDays, type CaseId, InformationRequestId, type Person, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenCaseReview, givenCase, givenCaseReview, newArea, newKey, personIn } from '../testing.ts'

let given: GivenCaseReview
const area: AreaId = newArea()
let office: Person
let caseId: CaseId

beforeAll(async () => {
  given = await givenCaseReview()
  given.clock.set('2026-03-02T10:00:00.000Z')
  office = personIn(area, 'coordinator')
  ;({ caseId } = await givenCase(given, area))
})
afterAll(() => given.drop())

async function ask(name: string) {
  const call = await given.as(office)
  const agency = { name, kind: 'hospital' as const, email: 'desk@trust.example' }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  return call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
}
const expected = async () => (await given.as(office)).informationRequest.expected({ areaId: area, caseId })

const cameAt = (days: number) => `${addDays(PlainDate.parse('2026-01-02'), days)}T10:00:00Z`

test('too few answers say nothing; then the day is foretold with its interval, and whom chasing helps most', async () => {
  const early = await ask('Asked early')
  expect(await expected()).toEqual({ basedOn: 0, all: null, order: [] })
  const { caseId: before } = await givenCase(given, area)
  const organisation = await given.test.look<{ organisationId: string }[]>`
    select organisation_id from case_review.organisations where area_id = ${area}
  `
  for (let days = 1; days <= 40; days += 1) {
    await given.test.look`
      insert into case_review.information_requests (area_id, information_request_id, case_id, organisation_id, state,
        attempt, sent_on, sent_at, sent_by, due_on, returned_at,
        accepted_at)
      values (${area}, ${InformationRequestId.parse(randomUUID())}, ${before},
        ${organisation[0]?.organisationId ?? ''}, 'accepted', 1, '2026-01-02', '2026-01-02', ${office.personId},
        '2026-01-23', ${cameAt(days)}, ${cameAt(days)})`
  }
  given.clock.set('2026-03-12T10:00:00.000Z')
  const late = await ask('Asked late')
  const found = await expected()
  expect(found.basedOn).toBe(40)
  expect(found.order.map(({ informationRequestId }) => informationRequestId)).toEqual([
    late.informationRequestId,
    early.informationRequestId,
  ])
  const { on, from, until } = found.all ?? {}
  expect(on && on > '2026-03-12').toBe(true)
  expect(from && on && from <= on).toBe(true)
  expect(until === null || (until && on && on <= until)).toBe(true)
})

test('is for whoever may see the case alone', async () => {
  const stranger = await given.as(personIn(newArea(), 'coordinator'))
  await expect(stranger.informationRequest.expected({ areaId: area, caseId })).rejects.toMatchObject({
    message: 'not-found',
  })
})
