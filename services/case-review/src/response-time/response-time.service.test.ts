import type { AreaId } from '@cdop/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'

let given: GivenCaseReview
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')

beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

test('each agency is told by what it was asked in a year: days, in time, questions answered; withheld cases count for nothing', async () => {
  const call = await given.as(coordinator)
  const add = async (name: string) =>
    (
      await call.organisation.add({
        areaId: area,
        key: newKey(),
        name,
        kind: 'hospital',
        email: 'desk@trust.example',
      })
    ).organisationId
  const [trust, quiet] = [await add('Invented NHS Trust'), await add('Invented Surgery')]
  const ask = async (organisationId: typeof trust) => {
    const { caseId } = await givenCase(given, area)
    const sent = await call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
    return { caseId, ...sent }
  }
  given.clock.set('2026-03-02T10:00:00.000Z')
  const asked: Awaited<ReturnType<typeof ask>>[] = []
  for (let count = 0; count < 6; count += 1) asked.push(await ask(trust))
  await ask(quiet)
  const recalled = await ask(quiet)
  await call.informationRequest.recall({
    areaId: area,
    informationRequestId: recalled.informationRequestId,
    reason: 'no-longer-needed',
    key: newKey(),
  })
  const [first, second, third, fourth, fifth, sixth] = asked
  // Due after 21 days: four in time, one late, one not at all.
  for (const [request, day] of [
    [first, '2026-03-03'],
    [second, '2026-03-06'],
    [third, '2026-03-12'],
    [fourth, '2026-03-22'],
    [fifth, '2026-04-11'],
  ] as const) {
    if (request === undefined) throw new Error('six were asked')
    given.clock.set(`${day}T10:00:00.000Z`)
    const reporter = await given.as(linkHolder(area, request.informationRequestId))
    await reporter.reportingForm.submit({ key: newKey(), version: 0, ...reportingAnswers() })
  }
  given.clock.set('2026-04-20T10:00:00.000Z')
  const found = await call.responseTime.read({ areaId: area })
  const [slowest, other] = found.rows
  expect(slowest).toMatchObject({
    organisationName: 'Invented NHS Trust',
    asked: 6,
    answered: 5,
    overdue: 1,
    days: { median: 10, low: 4, high: 20 },
    onTime: 4 / 6,
  })
  expect(slowest?.completeness).toBeGreaterThan(0)
  expect(slowest?.completeness).toBeLessThanOrEqual(1)
  expect(other).toMatchObject({
    asked: 1,
    answered: 0,
    overdue: 1,
    days: null,
    onTime: null,
    completeness: null,
  })
  expect(found.all).toMatchObject({ asked: 7, answered: 5, overdue: 2 })

  await given.test.look`
    insert into case_review.conflicts (area_id, case_id, person_id, declared_at)
    values (${area}, ${sixth?.caseId ?? ''}, ${coordinator.personId}, now())`
  expect((await call.responseTime.read({ areaId: area })).all).toMatchObject({ asked: 6, overdue: 1 })
  given.clock.set('2027-04-20T10:00:00.000Z')
  expect((await call.responseTime.read({ areaId: area })).rows).toEqual([])
  const stranger = await given.as(personIn(newArea(), 'coordinator'))
  await expect(stranger.responseTime.read({ areaId: area })).rejects.toMatchObject({ message: 'not-found' })
  const member = await given.as(personIn(area, 'panel-member'))
  await expect(member.responseTime.read({ areaId: area })).rejects.toMatchObject({ message: 'forbidden' })
})
