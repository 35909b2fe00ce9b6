import { type AreaId, type CaseId, type Person, PlainDate, PlainTime } from '@cdop/domain'
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

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let areaId: AreaId
let coordinator: Person
beforeEach(() => {
  given.clock.set('2026-04-01T10:00:00.000Z')
  areaId = newArea()
  coordinator = personIn(areaId, 'coordinator')
})

const year = '2026-27'
const refused = (message: string) => ({ message })
const day = (date: string) => PlainDate.parse(date)
const office = async () => (await given.as(coordinator)).panelYear
const read = async () => (await office()).plan({ areaId, year })
const [startsAt, endsAt] = [PlainTime.parse('09:30'), PlainTime.parse('12:00')]
const meetings = { kind: 'standard' as const, startsAt, endsAt, place: 'Room 4' }
/** The first Monday of every month: in May 2026 that is a bank holiday. */
const firstMondays = { by: 'rule' as const, every: 1 as const, week: 1 as const, weekday: 1 }
const onDates = (...dates: string[]) => ({ by: 'dates' as const, dates: dates.map(day) })

const adding = (version: number, more: object = {}) => ({
  ...{ areaId, year, version, ...meetings, days: firstMondays, key: newKey() },
  ...more,
})

describe('the plan of a year', () => {
  test('goes round bank holidays and meetings that are there, says why, and arranges nothing', async () => {
    const { panelMeeting } = await given.as(coordinator)
    const there = { areaId, kind: 'neonatal' as const, heldOn: day('2026-06-01'), key: newKey() }
    await panelMeeting.arrange(there)
    const cancelled = { ...there, heldOn: day('2026-09-07'), key: newKey() }
    const { panelMeetingId } = await panelMeeting.arrange(cancelled)
    const off = { areaId, panelMeetingId, version: 1, reason: 'arranged-by-mistake' as const, key: newKey() }
    await panelMeeting.cancel(off)
    const call = await office()
    const once = adding(0)
    await call.add(once)
    await call.add(once)
    const plan = await read()
    expect(plan.version).toBe(1)
    expect(plan.meetings).toHaveLength(12)
    const found = new Map(plan.meetings.map(({ wished, heldOn, because }) => [wished, { heldOn, because }]))
    // Easter Monday, the early May bank holiday, and the meeting that is there; what was cancelled is in nobody's way.
    expect(found.get(day('2026-04-06'))).toEqual({ heldOn: '2026-04-13', because: 'bank-holiday' })
    expect(found.get(day('2026-05-04'))).toEqual({ heldOn: '2026-05-11', because: 'bank-holiday' })
    expect(found.get(day('2026-06-01'))).toEqual({ heldOn: '2026-06-08', because: 'meeting-already' })
    expect(found.get(day('2026-09-07'))).toEqual({ heldOn: '2026-09-07', because: null })
    expect((await panelMeeting.list({ areaId })).rows).toHaveLength(2)
  })

  test('takes several kinds, none on the day of another, and each date can be changed or taken out', async () => {
    const call = await office()
    await call.add(adding(0))
    await call.add(
      adding(1, { kind: 'themed-local', days: onDates('2026-07-06', '2026-07-08', '2026-07-08') }),
    )
    const { meetings: planned, leftOut } = await read()
    expect(leftOut).toEqual([{ kind: 'themed-local', wished: '2026-07-06', because: 'meeting-already' }])
    const themed = planned.find(({ kind }) => kind === 'themed-local')
    expect(themed?.heldOn).toBe('2026-07-08')
    const number = themed?.number ?? 0
    const change = { areaId, year, version: 2, number, heldOn: day('2026-07-09'), key: newKey() }
    for (const [heldOn, because] of [
      ['2026-07-06', 'a meeting of the plan'],
      ['2026-07-11', 'a Saturday'],
      ['2026-08-31', 'a bank holiday'],
      ['2027-04-01', 'another year'],
      ['2026-03-31', 'over'],
    ] as const) {
      const attempt = call.change({ ...change, heldOn: day(heldOn), key: newKey() })
      await expect(attempt, because).rejects.toMatchObject(refused('panel-cannot-meet-then'))
    }
    await call.change(change)
    await call.change(change)
    expect((await read()).meetings.find((one) => one.number === number)?.heldOn).toBe('2026-07-09')
    await call.change({ ...change, version: 3, heldOn: null, key: newKey() })
    expect((await read()).meetings).toHaveLength(12)
    await expect(call.change({ ...change, version: 4, key: newKey() })).rejects.toMatchObject(
      refused('not-found'),
    )
  })

  test('is confirmed once, whatever is pressed: ordinary meetings with time and place, that can be moved and cancelled', async () => {
    const call = await office()
    await call.add(adding(0, { days: onDates('2026-06-10', '2026-09-09') }))
    const confirm = { areaId, year, version: 1, key: newKey() }
    expect(await call.confirm(confirm)).toEqual({ arranged: 2 })
    expect(await call.confirm(confirm)).toEqual({ arranged: 2 })
    await expect(call.confirm({ ...confirm, key: newKey() })).rejects.toMatchObject(refused('stale'))
    const { panelMeeting } = await given.as(coordinator)
    const { rows } = await panelMeeting.list({ areaId })
    expect(rows.map(({ heldOn }) => heldOn)).toEqual(['2026-09-09', '2026-06-10'])
    const [latest] = rows
    if (latest === undefined) throw new Error('two are arranged')
    const of = { areaId, panelMeetingId: latest.panelMeetingId }
    const meeting = await panelMeeting.read(of)
    expect(meeting).toMatchObject({ kind: 'standard', startsAt, endsAt, place: 'Room 4' })
    await panelMeeting.cancel({ ...of, version: meeting.version, reason: 'members-away', key: newKey() })
    expect(await read()).toEqual({ version: 0, meetings: [], leftOut: [] })
    await call.add(adding(0, { days: onDates('2026-09-09') }))
    expect((await read()).meetings).toHaveLength(1)
  })

  test('is not confirmed once something stands in its way: then none of its meetings is arranged', async () => {
    const call = await office()
    await call.add(adding(0, { days: onDates('2026-06-10', '2026-09-09') }))
    const { panelMeeting } = await given.as(coordinator)
    const meanwhile = { areaId, kind: 'neonatal' as const, heldOn: day('2026-09-09'), key: newKey() }
    await panelMeeting.arrange(meanwhile)
    expect((await read()).meetings.map(({ obstacle }) => obstacle)).toEqual([null, 'meeting-already'])
    const attempt = call.confirm({ areaId, year, version: 1, key: newKey() })
    await expect(attempt).rejects.toMatchObject(refused('panel-cannot-meet-then'))
    expect((await panelMeeting.list({ areaId })).rows).toHaveLength(1)
  })

  test('of two people the later is told, also of two who begin one or confirm one in the same moment', async () => {
    const [one, two] = [await office(), (await given.as(personIn(areaId, 'coordinator'))).panelYear]
    const begun = await Promise.allSettled([one.add(adding(0)), two.add(adding(0))])
    expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const confirm = () => ({ areaId, year, version: 1, key: newKey() })
    const done = await Promise.allSettled([one.confirm(confirm()), two.confirm(confirm())])
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await (await given.as(coordinator)).panelMeeting.list({ areaId })).rows).toHaveLength(12)
  })

  test('is for whoever arranges meetings of its area, and its place lies sealed', async () => {
    await (await office()).add(adding(0))
    for (const role of ['chair', 'panel-member', 'administrator'] as const) {
      const { panelYear } = await given.as(personIn(areaId, role))
      await expect(panelYear.add(adding(1))).rejects.toMatchObject(refused('forbidden'))
      await expect(panelYear.plan({ areaId, year })).rejects.toMatchObject(refused('forbidden'))
      await expect(panelYear.confirm({ areaId, year, version: 1, key: newKey() })).rejects.toMatchObject(
        refused('forbidden'),
      )
    }
    const stranger = (await given.as(personIn(newArea(), 'coordinator'))).panelYear
    await expect(stranger.plan({ areaId, year })).rejects.toMatchObject(refused('not-found'))
    await expect(stranger.add(adding(1))).rejects.toMatchObject(refused('not-found'))
    const [row] = await given.test.look<{ plan: Buffer }[]>`
      select plan from case_review.panel_year_plans where area_id = ${areaId}`
    expect(row?.plan.includes('Room 4')).toBe(false)
  })
})

describe('a year of panels', () => {
  const over = async (who = coordinator) => (await given.as(who)).panelYear.read({ areaId, year })

  /** A meeting of today with one case that has 50 minutes, from 09:30 to 12:00. */
  async function givenFullMeeting(): Promise<CaseId> {
    const { caseId } = await givenCase(given, areaId)
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    const { panelMeeting } = await given.as(coordinator)
    const of = { areaId, panelMeetingId }
    const heldOn = given.clock.today()
    const times = { startsAt, endsAt }
    const { version, kind } = await panelMeeting.read(of)
    await panelMeeting.change({ ...of, version, kind, heldOn, times, place: null, key: newKey() })
    const minutes = [{ caseId, minutes: 50 }]
    const set = { ...of, version: version + 1, minutes, move: null, key: newKey() }
    await panelMeeting.setAgenda(set)
    return caseId
  }

  test('says of each meeting how far it is, how many cases it has and what room is left', async () => {
    await givenFullMeeting()
    const { panelMeeting } = await given.as(coordinator)
    const kind = 'neonatal' as const
    await panelMeeting.arrange({ areaId, kind, heldOn: day('2026-05-12'), key: newKey() })
    await panelMeeting.arrange({ areaId, kind, heldOn: day('2026-03-31'), key: newKey() })
    const { meetings: found } = await over()
    expect(found).toMatchObject([
      { heldOn: '2026-04-01', stage: 'agenda-set', cases: 1, minutesLeft: 100, roomFor: 2 },
      { heldOn: '2026-05-12', stage: 'planned', cases: 0, minutesLeft: null, roomFor: null },
    ])
  })

  test('counts the cases that are ready, and those expected if time limits are kept, by the month', async () => {
    await givenCase(given, areaId)
    const ready = await givenCase(given, areaId)
    const decided = { reason: 'died-abroad' as const, decidedOn: given.clock.today() }
    const { reviewMeeting } = await given.as(coordinator)
    await reviewMeeting.recordNotHeld({ areaId, caseId: ready.caseId, ...decided, key: newKey() })
    const { waiting } = await over()
    const [{ dueOn } = { dueOn: null }] = await given.test.look<{ dueOn: string }[]>`
      select next_due_on::text as due_on from case_review.cases where case_id = ${ready.caseId}`
    expect(dueOn).toBe('2026-05-13')
    expect(waiting?.find(({ month }) => month === '2026-05')?.ready).toBe(1)
    expect(waiting?.reduce((sum, { expected }) => sum + expected, 0)).toBe(1)
  })

  test('counts no case that somebody withdrew from', async () => {
    const caseId = await givenFullMeeting()
    const both = personIn(areaId, 'coordinator', 'panel-member')
    await (await given.as(both)).conflict.declare({ areaId, caseId, key: newKey() })
    const { panelMeeting } = await given.as(coordinator)
    const [{ panelMeetingId } = { panelMeetingId: null }] = (await panelMeeting.list({ areaId })).rows
    if (panelMeetingId === null) throw new Error('one is arranged')
    const of = { areaId, panelMeetingId }
    const { version } = await panelMeeting.read(of)
    await panelMeeting.cancel({ ...of, version, reason: 'no-chair', key: newKey() })
    const ready = async (who: Person) => (await over(who)).waiting?.reduce((sum, one) => sum + one.ready, 0)
    expect([await ready(coordinator), await ready(both)]).toEqual([1, 0])
  })

  test('is read by the chair without the cases that wait, and leaves out what somebody withdrew from', async () => {
    const caseId = await givenFullMeeting()
    const chair = personIn(areaId, 'chair')
    expect(await over(chair)).toMatchObject({ meetings: [{ cases: 1, minutesLeft: 100 }], waiting: null })
    await (await given.as(chair)).conflict.declare({ areaId, caseId, key: newKey() })
    expect(await over(chair)).toMatchObject({ meetings: [{ cases: 0, minutesLeft: 150 }] })
    await expect(over(personIn(areaId, 'panel-member'))).rejects.toMatchObject(refused('forbidden'))
    await expect(over(personIn(newArea(), 'coordinator'))).rejects.toMatchObject(refused('not-found'))
  })
})
