import { randomBytes } from 'node:crypto'
import { plansOf } from '@cdop/database/testing'
import { caseReference, type YearEndList } from '@cdop/domain'
import { assertActor } from '@cdop/rpc'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseReviewRouter } from '../api.ts'
import { callerOf } from '../rpc.ts'
import { givenAgreement, givenCase, givenListing, newArea, newKey, personIn } from '../testing.ts'
import { givenNational } from '../testing-national.ts'
import { changeNotified } from '../testing-notified.ts'

let national: Awaited<ReturnType<typeof givenNational>>
beforeAll(async () => {
  national = await givenNational()
})
afterAll(() => national.drop())

const asked = (list: YearEndList, year = '2025-26') => ({ areaId: national.area, year, list, page: 1 })
const yearEnd = async (list: YearEndList, year?: string, person = national.coordinator) =>
  (await national.given.as(person)).nationalSubmission.yearEnd(asked(list, year))
const casesIn = async (list: YearEndList, person = national.coordinator) =>
  (await yearEnd(list, '2025-26', person)).rows.map(({ caseId }) => caseId)

test('a year’s end lists each case by what is open of it, counts what it lists, and leaves out what one may not see', async () => {
  const { given, area, coordinator, send, settle, standIn } = national
  const open = async (
    completeness: Record<string, 'blank' | 'answered' | 'not-asked'> = {},
    diedOn = '2026-02-10',
  ) => (await givenCase(given, area, { diedOn, told: { completeness } })).caseId
  const blank = await open({
    'child-ethnic-category': 'blank',
    'child-sex': 'answered',
    'birth-order': 'not-asked',
  })
  const rejected = await open()
  const acknowledged = await open()
  const incomplete = await open()
  const finalised = await open()
  await open({}, '2026-01-31')
  const stranger = await givenCase(given, area, { diedOn: '2024-02-10', receivedOn: '2024-02-12' })
  standIn.behave({ does: 'reject', field: 'child.sex', code: 'not-found' })
  await send(rejected)
  await settle(rejected)
  await send(acknowledged)
  await settle(acknowledged)
  changeNotified(incomplete, { 'child-postcode': undefined })
  await send(incomplete)
  await settle(incomplete)
  const { panelMeetingId } = await givenListing(given, coordinator, finalised)
  await givenAgreement(given, area, finalised, panelMeetingId)
  await send(finalised, newKey(), 'analysis')

  const seen = await yearEnd('not-finalised')
  expect(seen.counts).toEqual({
    all: 6,
    finalised: 0,
    reviewed: 1,
    underReview: 5,
    neverNational: 0,
    notAcknowledged: 2,
    rejected: 1,
    blankDemographics: 1,
    blanksNotKept: 0,
  })
  expect(seen.dueOn).toBe('2026-05-30')
  expect(seen.rows).toHaveLength(6)
  expect(seen.rows.map(({ caseId }) => caseId)).not.toContain(stranger.caseId)
  expect(await casesIn('rejected')).toEqual([rejected])
  expect((await casesIn('not-acknowledged')).sort()).toEqual([finalised, incomplete].sort())
  expect((await yearEnd('blank-demographics')).rows).toMatchObject([
    { caseId: blank, blank: ['child-ethnic-category'], waiting: [] },
  ])
  await settle(finalised)
  await send(rejected)
  await settle(rejected)
  expect((await yearEnd('rejected')).counts).toMatchObject({
    finalised: 1,
    reviewed: 0,
    rejected: 0,
    notAcknowledged: 1,
  })
  expect(await casesIn('not-finalised')).not.toContain(finalised)
  expect((await yearEnd('not-finalised', '2023-24')).counts).toMatchObject({ all: 1, underReview: 1 })

  const conflicted = personIn(area, 'coordinator', 'panel-member')
  const call = await given.as(conflicted)
  const { references: before } = await call.nationalSubmission.yearEndFile(asked('not-finalised'))
  await given.test.look`
    insert into case_review.conflicts (area_id, case_id, person_id, declared_at)
    values (${area}, ${blank}, ${conflicted.personId}, now())`
  const without = await yearEnd('blank-demographics', '2025-26', conflicted)
  expect(without).toMatchObject({ rows: [], counts: { all: 5, blankDemographics: 0, underReview: 4 } })
  const { references } = await call.nationalSubmission.yearEndFile(asked('not-finalised'))
  expect([before.length, references.length]).toEqual([5, 4])
  const [audited] = await given.test.look<{ n: number }[]>`
    select count(*)::int as n from case_review.audit_entries
    where entry->>'action' = 'national-submission.year-end-file' and entry->'object'->>'kind' = 'case'`
  expect(audited?.n).toBe(9)
})

test('it is for coordinators of the area alone', async () => {
  const { given, area } = national
  for (const role of ['designated-doctor', 'panel-member', 'chair', 'analyst', 'administrator'] as const) {
    const call = await given.as(personIn(area, role))
    for (const what of ['yearEnd', 'yearEndFile'] as const) {
      await expect(call.nationalSubmission[what](asked('rejected'))).rejects.toMatchObject({
        message: 'forbidden',
      })
    }
  }
  const stranger = await given.as(personIn(newArea(), 'coordinator'))
  await expect(stranger.nationalSubmission.yearEnd(asked('rejected'))).rejects.toMatchObject({
    message: 'not-found',
  })
})

test('it is found by an index among many cases of many areas and years, every list of it', async () => {
  const { given, area, coordinator } = national
  const { look } = given.test
  const areas = [area, ...Array.from({ length: 19 }, newArea)]
  const references = Array.from({ length: 400 }, () => caseReference('LDS', 2020, randomBytes(6)))
  await look`
    insert into case_review.cases (area_id, case_id, reference, died_on, received_on, age_band, sex, expectedness,
      place_of_death, local_authority, state, next_what, next_due_on, opened_at, not_told, case_ids)
    select area_id, overlay(overlay(md5(area_id || reference) placing '4' from 13) placing '8' from 17)::uuid, reference, date '2015-04-01' + (n * 11)::int,
      date '2015-04-01' + (n * 11)::int, '1-4y', 'female', 'expected', 'home', 'E08000035', 'gathering', 'panel',
      date '2026-01-01', '2026-01-02', 7, '{}'
    from unnest(${areas}::uuid[]) area_id, unnest(${references}::text[]) with ordinality as r (reference, n)`
  await look`analyze`
  const found = await plansOf(given.test, coordinator, async (database) => {
    const assertion = await assertActor(given.rings.portal, coordinator)
    const parts = { ...given.parts, database }
    const call = callerOf(caseReviewRouter)({ actor: coordinator, caller: 'portal', assertion, parts })
    for (const list of ['not-finalised', 'not-acknowledged', 'rejected', 'blank-demographics'] as const) {
      await call.nationalSubmission.yearEnd(asked(list, '2017-18'))
    }
  })
  expect(found.join('\n\n')).toContain('cases_by_death')
  expect(found.join('\n\n')).not.toMatch(/Seq Scan on cases|cases_by_survivor/)
})
