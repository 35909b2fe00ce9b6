import {
  type AreaId,
  addDays,
  addMonths,
  type CaseId,
  daysBetween,
  dueWithHolds,
  type HeldStage,
  type HoldReason,
  PlainDate,
} from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  givenReleasedPack,
  goingOn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

let given: GivenCaseReview
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')
const day = (date: string) => PlainDate.parse(date)
const today = day('2026-03-02')

beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

type Wait = { reason?: HoldReason; stages?: HeldStage[]; from?: string; confirmed?: string; next?: string }

async function hold(caseId: CaseId, wait: Wait = {}, key = newKey()) {
  const call = await given.as(coordinator)
  return call.hold.record({
    areaId: area,
    caseId,
    key,
    reason: wait.reason ?? 'inquest',
    stages: wait.stages ?? ['panel'],
    from: day(wait.from ?? '2026-02-20'),
    contact: 'Office of the invented coroner, 01632 960 001',
    confirmedOn: day(wait.confirmed ?? '2026-03-01'),
    nextCheckOn: day(wait.next ?? '2026-04-01'),
  })
}
async function shown(caseId: CaseId) {
  const call = await given.as(coordinator)
  const { rows } = await call.case.list({ areaId: area, view: 'all', page: 1, sort: 'newest' })
  const { case: overview } = await call.case.open({ areaId: area, caseId, fieldClasses: [] })
  const clock = overview.clocks.find((one) => one.clock === 'review-meeting')
  return { next: rows.find((row) => row.caseId === caseId)?.next, clock, overview }
}
const both: HeldStage[] = ['review-meeting', 'panel']

describe('a case that has to wait', () => {
  test('has its clock stopped, is looked at again on the day that was agreed, and goes on counting from the death', async () => {
    const { caseId } = await givenCase(given, area)
    await hold(caseId, { reason: 'post-mortem', stages: both })
    const { next, clock, overview } = await shown(caseId)
    expect(next).toEqual({ what: 'hold-check', dueOn: '2026-04-01' })
    expect(clock).toMatchObject({ limitOn: '2026-05-10', dueOn: null, overdue: false })
    expect(overview.sinceDeath).toEqual({ gross: 20, held: 10, net: 10 })
    expect(overview.timeline[0]).toMatchObject({ what: 'hold-recorded', byPersonId: coordinator.personId })
  })

  test('runs again from the day it is over, later by the days it waited', async () => {
    const { caseId } = await givenCase(given, area)
    const { holdId } = await hold(caseId, { reason: 'post-mortem', stages: both })
    const call = await given.as(coordinator)
    await call.hold.end({ areaId: area, caseId, holdId, version: 1, key: newKey(), until: today })
    const { next, clock } = await shown(caseId)
    expect(clock).toMatchObject({ limitOn: '2026-05-10', dueOn: '2026-05-20' })
    expect(next).toEqual({ what: 'review-meeting', dueOn: '2026-05-20' })
  })

  test('for an inquest keeps its date for the review meeting', async () => {
    const { caseId } = await givenCase(given, area)
    await hold(caseId, { next: '2026-06-01' })
    const { next, clock } = await shown(caseId)
    expect(clock).toMatchObject({ dueOn: '2026-05-10' })
    expect(next).toEqual({ what: 'review-meeting', dueOn: '2026-05-10' })
  })

  test('is not put before the panel until it is over', async () => {
    const { caseId } = await givenCase(given, area)
    const { holdId } = await hold(caseId)
    await expect(givenListing(given, coordinator, caseId)).rejects.toMatchObject({ message: 'case-on-hold' })
    const call = await given.as(coordinator)
    await call.hold.end({ areaId: area, caseId, holdId, version: 1, key: newKey(), until: today })
    const { panelMeetingId } = await call.panelMeeting.arrange({
      areaId: area,
      kind: 'standard',
      heldOn: today,
      key: newKey(),
    })
    const listing = {
      areaId: area,
      caseId,
      panelMeetingId,
      summary: 'A child died at home.',
      goingOn,
      key: newKey(),
    }
    await expect(call.case.listForPanel(listing)).resolves.toBeUndefined()
    await givenReleasedPack(given, area, panelMeetingId)
    await hold(caseId, { reason: 'criminal-proceedings' })
    const chair = await given.as(personIn(area, 'chair'))
    await expect(chair.panelMeeting.deliberation({ areaId: area, caseId })).rejects.toMatchObject({
      message: 'case-on-hold',
    })
  })

  test('is checked again and again: each check is kept with whom somebody asked', async () => {
    const { caseId } = await givenCase(given, area)
    const { holdId } = await hold(caseId)
    const call = await given.as(coordinator)
    const check = { areaId: area, caseId, holdId, confirmedOn: today, nextCheckOn: day('2026-05-01') }
    const first = { ...check, version: 1, key: newKey(), contact: 'The coroner’s officer' }
    expect(await call.hold.check(first)).toEqual({ version: 2 })
    expect(await call.hold.check(first)).toEqual({ version: 2 })
    await expect(call.hold.check({ ...first, key: newKey() })).rejects.toMatchObject({ message: 'stale' })
    const { holds } = await call.hold.list({ areaId: area, caseId })
    expect(holds).toMatchObject([{ holdId, nextCheckOn: '2026-05-01', confirmedOn: today, version: 2 }])
    expect(holds[0]?.checks.map(({ entry, contact }) => [entry, contact])).toEqual([
      [2, 'The coroner’s officer'],
      [1, 'Office of the invented coroner, 01632 960 001'],
    ])
    expect((await shown(caseId)).next).toMatchObject({ what: 'hold-check', dueOn: '2026-05-01' })
  })
})

describe('a hold', () => {
  test('is recorded once, whatever is clicked, and once for each thing that is waited for', async () => {
    const { caseId } = await givenCase(given, area)
    const key = newKey()
    expect(await hold(caseId, {}, key)).toEqual(await hold(caseId, {}, key))
    await expect(hold(caseId)).rejects.toMatchObject({ message: 'hold-already-open' })
    await expect(hold(caseId, { reason: 'post-mortem', stages: both })).resolves.toBeDefined()
  })

  test.each([
    ['that begins in the future', { from: '2026-03-03' }, 'date-in-future', 'from'],
    ['that begins before the death', { from: '2026-02-09' }, 'dates-out-of-order', 'from'],
    ['confirmed before it began', { confirmed: '2026-02-19' }, 'dates-out-of-order', 'confirmedOn'],
    ['confirmed in the future', { confirmed: '2026-03-03' }, 'date-in-future', 'confirmedOn'],
    ['never to be looked at again', { next: '2026-03-02' }, 'dates-out-of-order', 'nextCheckOn'],
    ['of a stage that need not wait', { stages: both }, 'invalid-answers', 'stages'],
  ] satisfies [string, Wait, string, string][])('%s is refused', async (_, wait, message, field) => {
    const { caseId } = await givenCase(given, area)
    await expect(hold(caseId, wait)).rejects.toMatchObject({
      message,
      cause: expect.objectContaining({ fields: [field] }),
    })
  })

  test('that is over stays over, also to whoever writes past the rules', async () => {
    const { caseId } = await givenCase(given, area)
    const { holdId } = await hold(caseId)
    const call = await given.as(coordinator)
    const end = { areaId: area, caseId, holdId, version: 1, key: newKey() }
    await expect(call.hold.end({ ...end, until: day('2026-03-03') })).rejects.toMatchObject({
      message: 'date-in-future',
    })
    await expect(call.hold.end({ ...end, until: day('2026-02-19') })).rejects.toMatchObject({
      message: 'dates-out-of-order',
    })
    await call.hold.end({ ...end, until: today })
    await expect(call.hold.end({ ...end, key: newKey(), until: today })).rejects.toMatchObject({
      message: 'stale',
    })
    const past = (set: 'again' | 'reason') =>
      given.test.database.transaction(coordinator, (tx) =>
        set === 'again'
          ? tx`update case_review.holds set ended_on = null, ended_at = null, ended_by = null where hold_id = ${holdId}`
          : tx`update case_review.holds set reason = 'inquest' where hold_id = ${holdId}`,
      )
    await expect(past('again')).rejects.toMatchObject({ sqlState: '23514' })
    await expect(past('reason')).rejects.toMatchObject({ sqlState: '23514' })
  })

  test('does not exist for another area, nor for a coordinator with a conflict of interest', async () => {
    const { caseId } = await givenCase(given, area)
    await hold(caseId)
    const elsewhere = newArea()
    const stranger = await given.as(personIn(elsewhere, 'coordinator'))
    await expect(stranger.hold.list({ areaId: elsewhere, caseId })).rejects.toMatchObject({
      message: 'not-found',
    })
    await expect(stranger.hold.list({ areaId: area, caseId })).rejects.toMatchObject({ message: 'not-found' })
    const member = await given.as(personIn(area, 'panel-member'))
    await expect(member.hold.list({ areaId: area, caseId })).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const conflicted = await given.as(personIn(area, 'coordinator', 'panel-member'))
    const { holds } = await conflicted.hold.list({ areaId: area, caseId })
    const call = await given.as(coordinator)
    const [recorded] = holds
    if (recorded === undefined) throw new Error('the hold was there before')
    const over = { areaId: area, caseId, holdId: recorded.holdId, version: 1, key: newKey(), until: today }
    await call.hold.end(over)
    await givenListing(given, coordinator, caseId)
    await conflicted.conflict.declare({ areaId: area, caseId, key: newKey() })
    await expect(conflicted.hold.list({ areaId: area, caseId })).rejects.toMatchObject({
      message: 'not-found',
    })
    await expect(conflicted.hold.end({ ...over, key: newKey() })).rejects.toMatchObject({
      message: 'not-found',
    })
  })

  test('keeps whom to ask sealed, and tells other services no words', async () => {
    const { caseId } = await givenCase(given, area)
    const { holdId } = await hold(caseId)
    const [row] = await given.test.look<{ everything: string; payload: unknown }[]>`
      select (select string_agg(k::text, '|') from case_review.hold_checks k where k.hold_id = ${holdId}) as everything,
        (select payload from case_review.events where type = 'hold.began.v1' and subject = ${caseId}) as payload`
    expect(row?.everything).not.toContain('coroner')
    expect(row?.payload).toEqual({ caseId, holdId, reason: 'inquest', stages: ['panel'], from: '2026-02-20' })
  })
})

test('the database and the rule say the same of when a limit with holds ends', async () => {
  const start = day('2026-01-15')
  // Every hold of a few beginnings and lengths, in threes: apart, touching, overlapping, before and without an end.
  const all = [-20, 0, 10, 40, 89, 90].flatMap((from) =>
    [null, 0, 5, 30, 70].map((days) => ({
      from: addDays(start, from),
      until: days === null ? null : addDays(start, from + days),
    })),
  )
  const cases = all.flatMap((one, at) =>
    all.flatMap((other, next) =>
      next < at ? [] : [[one, other, all[(at * 7 + next * 3) % all.length] ?? one]],
    ),
  )
  const limit = addMonths(start, 3)
  expect(daysBetween(start, limit)).toBe(90)
  expect(cases.length).toBeGreaterThan(400)
  const rows = await given.test.look<{ at: number; due: string | null }[]>`
    select c.at, case_review.due_with_holds(
      coalesce((
        select range_agg(daterange((h ->> 'from')::date, (h ->> 'until')::date))
        from jsonb_array_elements(c.holds) h
      ), '{}'), ${start}::date, ${limit}::date) as due
    from jsonb_to_recordset(${given.test.look.json(cases.map((holds, at) => ({ at, holds })))})
      as c (at int, holds jsonb)
    order by c.at`
  expect(rows.map(({ due }) => due)).toEqual(cases.map((holds) => dueWithHolds(start, limit, holds)))
  expect(rows.filter(({ due }) => due === null).length).toBeGreaterThan(20)
})
