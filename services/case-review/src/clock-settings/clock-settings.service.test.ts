import {
  addDays,
  DayClock,
  defaultClockLimits,
  limitEnd,
  limitsInForce,
  type Person,
  PlainDate,
} from '@cdop/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenCaseReview, givenCase, givenCaseReview, newArea, newKey, personIn } from '../testing.ts'

let given: GivenCaseReview
const area = newArea()
const administrator = personIn(area, 'administrator')
const day = (date: string) => PlainDate.parse(date)

beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

const change = (version: number, from: string, amounts: Partial<typeof defaultClockLimits> = {}) => ({
  areaId: area,
  version,
  validFrom: day(from),
  limits: { ...defaultClockLimits, ...amounts },
  key: newKey(),
})
const set = async (who: Person, what: ReturnType<typeof change>) =>
  (await given.as(who)).clockSettings.set(what)
const versions = async () => {
  const call = await given.as(administrator)
  return (await call.clockSettings.read({ areaId: area })).versions
}

test('an area sets its limits for what begins from a day to come; what has begun keeps its own', async () => {
  expect(await versions()).toEqual([])
  const { caseId } = await givenCase(given, area, { diedOn: '2026-03-01', receivedOn: '2026-03-02' })
  const first = change(0, '2026-03-03', { 'review-meeting': 2, 'agency-return': 10, panel: 8 })
  expect(await set(administrator, first)).toEqual({ version: 1 })
  expect(await set(administrator, first)).toEqual({ version: 1 })
  expect(await versions()).toMatchObject([{ version: 1, changedBy: administrator.personId }])
  const shown = async () => {
    const call = await given.as(personIn(area, 'coordinator'))
    const { case: overview } = await call.case.open({ areaId: area, caseId, fieldClasses: [] })
    const { rows } = await call.case.list({ areaId: area, view: 'all', page: 1 })
    return [overview.clocks[0]?.dueOn, rows.find((row) => row.caseId === caseId)?.next.dueOn]
  }
  expect(await shown()).toEqual(['2026-06-01', '2026-06-01'])
})

test('the worklist counts with what is set as the rule does, whenever it began', async () => {
  await set(administrator, change(1, '2026-04-01', { panel: 10, 'rapid-review': 12 }))
  await set(administrator, change(2, '2026-03-20', { 'looked-after-child-notification': 3, panel: 5 }))
  const dates = Array.from({ length: 30 }, (_, at) => addDays(day('2026-02-20'), at * 2))
  const pairs = DayClock.options.flatMap((clock) => dates.map((begun) => ({ clock, begun })))
  const counted = await given.test.look<{ ends: string }[]>`
    select case_review.limit_end(${area}, p.clock, p.begun) as ends
    from jsonb_to_recordset(${given.test.look.json(pairs.map((pair, at) => ({ ...pair, at })))})
      as p (clock text, begun date, at int)
    order by p.at`
  const kept = await versions()
  expect(counted.map(({ ends }) => ends)).toEqual(
    pairs.map(({ clock, begun }) => limitEnd(clock, begun, limitsInForce(kept, begun)[clock])),
  )
  expect(limitsInForce(kept, day('2026-05-01')).panel).toBe(5)
})

test('is not set for a day that has come, from an old version, beyond what may be set, or by anybody else', async () => {
  for (const [who, what, message] of [
    [administrator, change(3, '2026-03-02'), 'dates-out-of-order'],
    [administrator, change(2, '2026-06-01'), 'stale'],
    [personIn(area, 'coordinator'), change(3, '2026-06-01'), 'forbidden'],
    [personIn(newArea(), 'administrator'), change(3, '2026-06-01'), 'not-found'],
  ] as const) {
    await expect(set(who, what)).rejects.toMatchObject({ message })
  }
  await expect(set(administrator, change(3, '2026-06-01', { panel: 27 }))).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  })
  const two = await Promise.allSettled([
    set(administrator, change(3, '2026-06-01')),
    set(administrator, change(3, '2026-07-01')),
  ])
  expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await versions()).toHaveLength(4)
})

test('an agency is asked to answer within what the area has set', async () => {
  given.clock.set('2026-08-03T09:00:00Z')
  const { caseId } = await givenCase(given, area)
  await set(administrator, change(4, '2026-08-04', { 'agency-return': 10 }))
  const call = await given.as(personIn(area, 'coordinator'))
  const { organisationId } = await call.organisation.add({
    areaId: area,
    key: newKey(),
    name: 'An invented surgery',
    kind: 'general-practice',
    email: 'surgery@lds.example',
  })
  const ask = () => call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
  expect(await ask()).toMatchObject({ dueOn: '2026-08-24' })
  given.clock.set('2026-08-04T09:00:00Z')
  expect(await ask()).toMatchObject({ dueOn: '2026-08-18' })
  const listed = await call.informationRequest.list({ areaId: area, caseId })
  expect(listed.returnWorkingDays).toBe(10)
})
