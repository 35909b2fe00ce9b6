import { type AreaId, type CaseId, PlainDate, type ToldRecipient, whoMustBeTold } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenErrorReport,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

let given: GivenCaseReview
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')

beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

const told = { outcome: 'told' as const, by: 'Wilhelmina Thistledown', on: PlainDate.parse('2026-02-11') }
const notNeeded = { outcome: 'not-needed' as const, reason: 'none-for-this-child' as const }
const to = (recipient: ToldRecipient, what: typeof told | typeof notNeeded = told, version = 0) => ({
  recipient,
  version,
  told: what,
})

async function record(caseId: CaseId, ...entries: ReturnType<typeof to>[]) {
  const call = await given.as(coordinator)
  return call.toldList.record({ areaId: area, caseId, key: newKey(), entries })
}
async function rowsOf(caseId: CaseId) {
  return (await (await given.as(coordinator)).toldList.read({ areaId: area, caseId })).rows
}
async function shown(caseId: CaseId) {
  const call = await given.as(coordinator)
  const list = await call.case.list({ areaId: area, view: 'all', page: 1 })
  const notTold = await call.case.list({ areaId: area, view: 'not-told', page: 1 })
  const { case: overview } = await call.case.open({ areaId: area, caseId, fieldClasses: [] })
  return {
    row: list.rows.find((row) => row.caseId === caseId)?.notTold,
    inView: notTold.rows.some((row) => row.caseId === caseId),
    overview: overview.notTold,
    task: overview.tasks.find(({ stage }) => stage === 'told-list')?.status,
  }
}

describe('who has been told of a death', () => {
  test('is a gap from the day the case opens, on the worklist and on the case, before anything else is recorded', async () => {
    const { caseId } = await givenCase(given, area, { confirmed: false })
    expect(await shown(caseId)).toEqual({ row: 7, inView: true, overview: 7, task: 'not-yet-started' })
    expect((await rowsOf(caseId)).map(({ recipient }) => recipient)).toEqual(whoMustBeTold('1-4y'))
  })

  test('is recorded for several at once, by whom and when or why not, until there is no gap', async () => {
    const { caseId } = await givenCase(given, area)
    expect(await record(caseId, to('general-practitioner'), to('outpatient-clinics', notNeeded))).toEqual({
      notTold: 5,
    })
    expect(await shown(caseId)).toEqual({ row: 5, inView: true, overview: 5, task: 'in-progress' })
    const rows = await rowsOf(caseId)
    expect(rows.find(({ recipient }) => recipient === 'general-practitioner')?.entries).toEqual([
      { entry: 1, told, recordedBy: coordinator.personId, recordedAt: given.clock.now() },
    ])
    const others = rows.filter(({ entries }) => entries.length === 0).map(({ recipient }) => to(recipient))
    expect(await record(caseId, ...others)).toEqual({ notTold: 0 })
    expect(await shown(caseId)).toEqual({ row: 0, inView: false, overview: 0, task: 'completed' })
  })

  test('is corrected by a further entry; the earlier one is kept, and a second click is one entry', async () => {
    const { caseId } = await givenCase(given, area)
    const call = await given.as(coordinator)
    const first = { areaId: area, caseId, key: newKey(), entries: [to('social-care')] }
    expect(await call.toldList.record(first)).toEqual(await call.toldList.record(first))
    await expect(record(caseId, to('social-care'))).rejects.toMatchObject({ message: 'stale' })
    expect(await record(caseId, to('social-care', notNeeded, 1))).toEqual({ notTold: 6 })
    const row = (await rowsOf(caseId)).find(({ recipient }) => recipient === 'social-care')
    expect(row?.entries.map((entry) => [entry.entry, entry.told])).toEqual([
      [2, notNeeded],
      [1, told],
    ])
    await expect(
      given.test.database.transaction(
        coordinator,
        (tx) => tx`update case_review.told_entries set outcome = 'told' where case_id = ${caseId}`,
      ),
    ).rejects.toMatchObject({ sqlState: '42501' })
  })

  test('is all or nothing: one wrong date, or somebody who is not to be told at this age, and nothing is recorded', async () => {
    const { caseId } = await givenCase(given, area)
    const early = { ...told, on: PlainDate.parse('2026-02-09') }
    const late = { ...told, on: PlainDate.parse('2026-03-03') }
    for (const [wrong, message] of [
      [to('social-care', early), 'dates-out-of-order'],
      [to('social-care', late), 'date-in-future'],
      [to('mothers-midwife'), 'invalid-answers'],
      [to('general-practitioner'), 'invalid-answers'],
    ] as const) {
      await expect(record(caseId, to('general-practitioner'), wrong)).rejects.toMatchObject({ message })
    }
    expect((await shown(caseId)).row).toBe(7)
  })

  test('is nothing to another area or a panel member, and lies in the database without a name', async () => {
    const { caseId } = await givenCase(given, area)
    await record(caseId, to('general-practitioner'))
    const stranger = await given.as(personIn(newArea(), 'coordinator'))
    const elsewhere = { areaId: area, caseId }
    await expect(stranger.toldList.read(elsewhere)).rejects.toMatchObject({ message: 'not-found' })
    const member = await given.as(personIn(area, 'panel-member'))
    await expect(member.toldList.read(elsewhere)).rejects.toMatchObject({ message: 'forbidden' })
    const rows = await given.test.look<{ all: string }[]>`
      select string_agg(t::text || coalesce(encode(t.told_by, 'escape'), ''), '|') as all
      from case_review.told_entries t`
    expect(rows[0]?.all).toContain('general-practitioner')
    expect(rows[0]?.all).not.toContain('Thistledown')
  })

  test('tells, when the report was wrong, who must now hear that it was', async () => {
    const { caseId } = await givenCase(given, area)
    await record(caseId, to('general-practitioner'), to('social-care', notNeeded))
    await givenErrorReport(given, area, caseId)
    await expect(record(caseId, to('outpatient-clinics'))).rejects.toMatchObject({ message: 'not-found' })
    const trace = await (await given.as(coordinator)).case.trace({ areaId: area, caseId, fieldClasses: [] })
    expect(trace.told.map(({ recipient }) => recipient)).toEqual(['general-practitioner'])
  })
})
