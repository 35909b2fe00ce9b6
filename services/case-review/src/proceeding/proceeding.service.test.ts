import {
  addDays,
  bankHolidays,
  type CaseId,
  clockTable,
  DayClock,
  type HeldStage,
  limitEnd,
  PlainDate,
  type ProceedingKind,
  type ProceedingOutcome,
  type ProceedingStep,
} from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
const area = newArea()
const coordinator = personIn(area, 'coordinator')
const day = (date: string) => PlainDate.parse(date)
const today = day('2026-03-02')

beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

const panel: HeldStage[] = ['panel']
const waits = (stages = panel) => ({
  stages,
  contact: 'Office of the invented coroner, 01632 960 001',
  confirmedOn: today,
  nextCheckOn: day('2026-04-01'),
})

type Opening = { kind?: ProceedingKind; on?: string; hold?: ReturnType<typeof waits> | null; key?: string }
async function open(caseId: CaseId, { kind = 'inquest', on = '2026-02-20', hold, key }: Opening = {}) {
  const call = await given.as(coordinator)
  return call.proceeding.open({
    areaId: area,
    caseId,
    key: key ?? newKey(),
    kind,
    reference: 'Reference of an invented court 77/26',
    openedOn: day(on),
    hold: hold === undefined ? waits() : hold,
  })
}
type Opened = Awaited<ReturnType<typeof open>>

const closing = (
  caseId: CaseId,
  { proceedingId }: Opened,
  outcome: ProceedingOutcome,
  on = '2026-03-01',
) => ({
  areaId: area,
  caseId,
  proceedingId,
  version: 1,
  key: newKey(),
  outcome,
  closedOn: day(on),
})
const step = (caseId: CaseId, { proceedingId }: Opened, name: ProceedingStep, on: string, version = 1) => ({
  areaId: area,
  caseId,
  proceedingId,
  version,
  key: newKey(),
  step: name,
  doneOn: day(on),
  doneBy: 'Duty desk of the invented authority',
})
async function shown(caseId: CaseId) {
  const call = await given.as(coordinator)
  const { rows } = await call.case.list({ areaId: area, view: 'all', page: 1, sort: 'newest' })
  const { case: overview } = await call.case.open({ areaId: area, caseId, fieldClasses: [] })
  return { next: rows.find((row) => row.caseId === caseId)?.next, overview }
}
async function settled(caseId: CaseId, on: string) {
  const call = await given.as(coordinator)
  const settling = { areaId: area, caseId, reason: 'died-abroad' as const, decidedOn: day(on), key: newKey() }
  await call.reviewMeeting.recordNotHeld(settling)
}

describe('a proceeding', () => {
  test('opens the hold it brings, and its end ends that hold on the same day', async () => {
    const { caseId } = await givenCase(given, area)
    const opened = await open(caseId)
    const before = await shown(caseId)
    expect(before.overview.holds).toMatchObject([{ reason: 'inquest', from: '2026-02-20', until: null }])
    expect(before.overview.proceedings).toMatchObject([{ kind: 'inquest', outcome: null, broughtHold: true }])
    const call = await given.as(coordinator)
    const over = closing(caseId, opened, 'concluded')
    await call.proceeding.close(over)
    await call.proceeding.close(over)
    const { overview } = await shown(caseId)
    expect(overview.holds).toMatchObject([{ reason: 'inquest', until: '2026-03-01' }])
    expect(overview.timeline.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['proceeding-opened', 'proceeding-closed', 'hold-recorded', 'hold-ended']),
    )
    await expect(call.proceeding.close({ ...over, key: newKey() })).rejects.toMatchObject({
      message: 'stale',
    })
  })

  test('is recorded once, whatever is clicked, and goes on once of its kind', async () => {
    const { caseId } = await givenCase(given, area)
    const key = newKey()
    expect(await open(caseId, { key })).toEqual(await open(caseId, { key }))
    await expect(open(caseId)).rejects.toMatchObject({ message: 'proceeding-already-open' })
    await open(caseId, { kind: 'other', hold: null })
    await expect(open(caseId, { kind: 'other', hold: null })).resolves.toBeDefined()
    const two = await Promise.allSettled([
      open(caseId, { kind: 'care-quality-investigation' }),
      open(caseId, { kind: 'care-quality-investigation' }),
    ])
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('keeps nothing waiting where a person says so, or where it never does', async () => {
    const { caseId } = await givenCase(given, area)
    await open(caseId, { kind: 'patient-safety-investigation', hold: null })
    await open(caseId, { kind: 'learning-disability-review', hold: null })
    expect((await shown(caseId)).overview.holds).toEqual([])
    await expect(open(caseId, { kind: 'other' })).rejects.toMatchObject({ message: 'invalid-answers' })
    const both: HeldStage[] = ['review-meeting', 'panel']
    await expect(open(caseId, { hold: waits(both) })).rejects.toMatchObject({ message: 'invalid-answers' })
  })

  test('takes on the hold that is there, and leaves one that another proceeding needs', async () => {
    const { caseId } = await givenCase(given, area)
    const call = await given.as(coordinator)
    const said = { reason: 'transport-accident-investigation' as const, from: day('2026-02-15') }
    await call.hold.record({ areaId: area, caseId, key: newKey(), ...said, ...waits() })
    const rail = await open(caseId, { kind: 'rail-accident-investigation' })
    const marine = await open(caseId, { kind: 'marine-accident-investigation' })
    expect((await shown(caseId)).overview.holds).toHaveLength(1)
    await call.proceeding.close(closing(caseId, rail, 'concluded'))
    expect((await shown(caseId)).overview.holds).toMatchObject([{ until: null }])
    await call.proceeding.close(closing(caseId, marine, 'recorded-in-error'))
    expect((await shown(caseId)).overview.holds).toMatchObject([{ until: null }])
  })

  test('begun before the death keeps the case waiting from the death; in error it has covered no day', async () => {
    const { caseId } = await givenCase(given, area)
    const opened = await open(caseId, { kind: 'criminal-proceedings', on: '2026-01-05' })
    expect((await shown(caseId)).overview.holds).toMatchObject([{ from: '2026-02-10' }])
    const call = await given.as(coordinator)
    await call.proceeding.close(closing(caseId, opened, 'recorded-in-error'))
    const { overview } = await shown(caseId)
    expect(overview.holds).toMatchObject([{ from: '2026-02-10', until: '2026-02-10' }])
    expect(overview.sinceDeath).toMatchObject({ held: 0 })
  })

  test.each([
    ['in the future', { on: '2026-03-03' }, 'date-in-future'],
    [
      'with a hold nobody will ask about again',
      { hold: { ...waits(), nextCheckOn: today } },
      'dates-out-of-order',
    ],
  ] satisfies [string, Opening, string][])(
    '%s is refused, and leaves nothing',
    async (_, opening, message) => {
      const { caseId } = await givenCase(given, area)
      await expect(open(caseId, opening)).rejects.toMatchObject({ message })
      expect((await shown(caseId)).overview).toMatchObject({ holds: [], proceedings: [] })
    },
  )

  test('ends in a way its kind can end, on a day it went on', async () => {
    const { caseId } = await givenCase(given, area)
    const opened = await open(caseId, { kind: 'criminal-proceedings' })
    const call = await given.as(coordinator)
    const attempts = [
      [closing(caseId, opened, 'not-resumed'), 'invalid-answers'],
      [closing(caseId, opened, 'concluded', '2026-03-03'), 'date-in-future'],
      [closing(caseId, opened, 'concluded', '2026-02-19'), 'dates-out-of-order'],
    ] as const
    for (const [over, message] of attempts) {
      await expect(call.proceeding.close(over)).rejects.toMatchObject({ message })
    }
  })

  test('that is cut off when it closes has closed nothing: neither itself nor its hold', async () => {
    const { caseId } = await givenCase(given, area)
    const opened = await open(caseId)
    const call = await given.as(coordinator)
    await given.test.look.unsafe(`
      create function case_review.cut_off() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$;
      create trigger cut_off before update on case_review.holds for each row execute function case_review.cut_off()`)
    await expect(call.proceeding.close(closing(caseId, opened, 'discontinued'))).rejects.toThrow()
    await given.test.look.unsafe('drop function case_review.cut_off cascade')
    const { overview } = await shown(caseId)
    expect(overview).toMatchObject({ holds: [{ until: null }], proceedings: [{ outcome: null, version: 1 }] })
    await expect(call.proceeding.close(closing(caseId, opened, 'discontinued'))).resolves.toBeUndefined()
  })

  test('does not exist for another area, another role, nor for a conflict of interest', async () => {
    const { caseId } = await givenCase(given, area)
    const opened = await open(caseId, { kind: 'learning-disability-review', hold: null })
    const over = closing(caseId, opened, 'concluded')
    const elsewhere = newArea()
    const stranger = await given.as(personIn(elsewhere, 'coordinator'))
    const conflicted = await given.as(personIn(area, 'coordinator', 'panel-member'))
    await givenListing(given, coordinator, caseId)
    await conflicted.conflict.declare({ areaId: area, caseId, key: newKey() })
    for (const [caller, areaId] of [
      [stranger, elsewhere],
      [stranger, area],
      [conflicted, area],
    ] as const) {
      const attempts = [
        () => caller.proceeding.list({ areaId, caseId }),
        () => caller.proceeding.close({ ...over, areaId, key: newKey() }),
      ]
      for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ message: 'not-found' })
    }
    const doctor = await given.as(personIn(area, 'designated-doctor'))
    await expect(doctor.proceeding.close(over)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('keeps what it is called and who did its steps sealed, and is not changed past the rules', async () => {
    const { caseId } = await givenCase(given, area)
    const opened = await open(caseId, { kind: 'looked-after-child-notification', hold: null })
    const call = await given.as(coordinator)
    await call.proceeding.recordStep(step(caseId, opened, 'looked-after-death-notified', '2026-02-11'))
    const { proceedings } = await call.proceeding.list({ areaId: area, caseId })
    expect(proceedings).toMatchObject([
      {
        reference: 'Reference of an invented court 77/26',
        version: 2,
        entries: [{ doneBy: 'Duty desk of the invented authority' }],
      },
    ])
    const [row] = await given.test.look<{ everything: string }[]>`
      select string_agg(p::text, '') || string_agg(s::text, '') as everything
      from case_review.linked_proceedings p, case_review.proceeding_steps s where p.case_id = ${caseId}`
    expect(row?.everything).not.toMatch(/invented|Duty/)
    const past = given.test.database.transaction(
      coordinator,
      (tx) =>
        tx`update case_review.linked_proceedings set opened_on = '2026-02-12' where case_id = ${caseId}`,
    )
    await expect(past).rejects.toMatchObject({ sqlState: '23514' })
  })
})

describe('the clocks of proceedings', () => {
  test('the panel has six weeks from the end of the inquest, when that is later than the settled meeting', async () => {
    const { caseId } = await givenCase(given, area)
    const opened = await open(caseId)
    await settled(caseId, '2026-02-25')
    const call = await given.as(coordinator)
    await call.proceeding.close(closing(caseId, opened, 'not-resumed'))
    const { next, overview } = await shown(caseId)
    expect(overview.clocks.find(({ clock }) => clock === 'panel')).toMatchObject({
      startedOn: '2026-03-01',
      dueOn: '2026-04-12',
    })
    expect(next).toEqual({ what: 'panel', dueOn: '2026-04-12' })
  })

  test('a serious incident is due five working days after it was known, then the rapid review fifteen after that', async () => {
    const { caseId } = await givenCase(given, area)
    const opened = await open(caseId, { kind: 'child-safeguarding-practice-review', hold: null })
    const call = await given.as(coordinator)
    await call.proceeding.recordStep(step(caseId, opened, 'incident-known', '2026-02-16'))
    expect((await shown(caseId)).next).toEqual({ what: 'serious-incident-notification', dueOn: '2026-02-23' })
    await expect(
      call.proceeding.recordStep(step(caseId, opened, 'incident-notified', '2026-02-15', 2)),
    ).rejects.toMatchObject({ message: 'dates-out-of-order' })
    await expect(
      call.proceeding.recordStep(step(caseId, opened, 'incident-notified', '2026-02-20', 1)),
    ).rejects.toMatchObject({ message: 'stale' })
    await call.proceeding.recordStep(step(caseId, opened, 'incident-notified', '2026-02-20', 2))
    const { next, overview } = await shown(caseId)
    expect(next).toEqual({ what: 'rapid-review', dueOn: '2026-03-13' })
    expect(overview.clocks.slice(-2)).toMatchObject([
      { clock: 'serious-incident-notification', stoppedOn: '2026-02-20' },
      { clock: 'rapid-review', startedOn: '2026-02-20', stoppedOn: null },
    ])
    // Recorded again: the newest day counts, both entries stay.
    await call.proceeding.recordStep(step(caseId, opened, 'incident-notified', '2026-02-23', 3))
    expect((await shown(caseId)).next).toEqual({ what: 'rapid-review', dueOn: '2026-03-16' })
    await call.proceeding.recordStep(step(caseId, opened, 'rapid-review-submitted', '2026-03-01', 4))
    expect((await shown(caseId)).next).toMatchObject({ what: 'review-meeting' })
  })

  test('the death of a looked-after child is told at once, a report to prevent deaths answered in 56 days', async () => {
    const { caseId } = await givenCase(given, area)
    const lookedAfter = await open(caseId, { kind: 'looked-after-child-notification', hold: null })
    expect((await shown(caseId)).next).toEqual({
      what: 'looked-after-child-notification',
      dueOn: '2026-02-10',
    })
    const call = await given.as(coordinator)
    await call.proceeding.recordStep(step(caseId, lookedAfter, 'looked-after-death-notified', '2026-02-10'))
    const report = await open(caseId, { kind: 'prevention-of-future-deaths', on: '2026-03-01', hold: null })
    expect((await shown(caseId)).next).toEqual({ what: 'prevention-response', dueOn: '2026-04-26' })
    await expect(
      call.proceeding.recordStep(step(caseId, report, 'incident-known', '2026-03-01')),
    ).rejects.toMatchObject({ message: 'invalid-answers' })
  })

  test('the database counts every limit as the rule does, with the same holidays', async () => {
    const holidays = await given.test.look<
      { day: string }[]
    >`select day from case_review.bank_holidays order by 1`
    expect(holidays.map((row) => row.day)).toEqual([...bankHolidays].sort())
    const limits = await given.test.look<{ clock: string; amount: number; unit: string }[]>`
      select clock, amount, unit from case_review.clock_defaults`
    expect(Object.fromEntries(limits.map(({ clock, amount, unit }) => [clock, { amount, unit }]))).toEqual(
      Object.fromEntries(DayClock.options.map((clock) => [clock, clockTable[clock].limit])),
    )
    const dates = Array.from({ length: 200 }, (_, at) => addDays(day('2019-12-20'), at * 13))
    const pairs = DayClock.options.flatMap((clock) => dates.map((begun) => ({ clock, begun })))
    const numbered = pairs.map((pair, at) => ({ ...pair, at }))
    const counted = await given.test.look<{ ends: string }[]>`
      select case_review.limit_end(${area}, p.clock, p.begun) as ends
      from jsonb_to_recordset(${given.test.look.json(numbered)}) as p (clock text, begun date, at int)
      order by p.at`
    expect(counted.map(({ ends }) => ends)).toEqual(pairs.map(({ clock, begun }) => limitEnd(clock, begun)))
  })
})
