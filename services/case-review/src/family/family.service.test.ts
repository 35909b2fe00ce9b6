import { type AreaId, addDays, type CaseId, FamilyMemberSaid, type Person, PlainDate } from '@cdop/domain'
import { acceptPass } from '@cdop/rpc'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenAgreement,
  givenCase,
  givenCaseReview,
  givenErrorReport,
  givenListing,
  givenReading,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

let given: GivenCaseReview
let area: AreaId
let coordinator: Person
let keyWorker: Person
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  keyWorker = personIn(area, 'key-worker')
})

const day = (date: string) => PlainDate.parse(date)
const notFound = { message: 'not-found' }

async function assign(caseId: CaseId, { from = '2026-02-11', to = keyWorker, key = newKey() } = {}) {
  const call = await given.as(coordinator)
  return call.family.assignKeyWorker({ areaId: area, caseId, personId: to.personId, from: day(from), key })
}
async function open(caseId: CaseId, who = keyWorker) {
  return (await given.as(who)).family.open({ areaId: area, caseId, named: true })
}
async function ask(caseId: CaseId, more: { who?: Person; askedOn?: string; key?: string } = {}) {
  const { who = keyWorker, askedOn = '2026-03-01', key = newKey() } = more
  const said = { body: 'review-meeting' as const, askedBy: null, channel: 'in-person' as const }
  const asked = 'Why was nobody there that night?'
  const call = await given.as(who)
  return call.family.ask({ areaId: area, caseId, key, ...said, askedOn: day(askedOn), asked })
}
const mother = FamilyMemberSaid.parse({
  relation: 'mother',
  noContact: null,
  hearsNothing: false,
  inError: false,
  details: {
    name: 'Invented Mother',
    livingApart: 'apart',
    language: 'Polish',
    interpreter: 'yes',
    safeContact: 'By text first',
    safeTimes: null,
    noContactWhy: null,
  },
})

describe('a key worker', () => {
  test('sees own families alone, with who the child was, and none of what agencies know', async () => {
    const { caseId } = await givenCase(given, area)
    const other = await givenCase(given, area)
    await expect(open(caseId)).rejects.toMatchObject(notFound)
    await assign(caseId)
    const { pass } = await open(caseId)
    const opened = await acceptPass(given.rings.intake, keyWorker, pass ?? '')
    expect(opened).toMatchObject({ caseIds: [caseId], fieldClasses: ['identity', 'family'] })
    await expect(open(other.caseId)).rejects.toMatchObject(notFound)
    const call = await given.as(keyWorker)
    const { families } = await call.family.list({ areaId: area, named: true })
    expect(families.map((one) => one.caseId)).toEqual([caseId])
    await expect(call.case.open({ areaId: area, caseId, fieldClasses: [] })).rejects.toMatchObject({
      message: 'forbidden',
    })
    await expect(call.informationRequest.list({ areaId: area, caseId })).rejects.toMatchObject({
      message: 'forbidden',
    })
    const audited = await given.test.look<{ action: string }[]>`
      select entry->>'action' as action from case_review.audit_entries
      where entry->>'action' like 'family.%' and entry->'object'->>'id' = ${caseId} order by 1`
    expect(audited.map(({ action }) => action)).toEqual([
      'family.assign-key-worker',
      'family.list',
      'family.open',
    ])
  })

  test('with many families reaches every one of them, page by page, the latest death first', async () => {
    const days = Array.from({ length: 26 }, (_, at) => addDays(day('2026-01-10'), at))
    const cases: CaseId[] = []
    for (const diedOn of days) cases.push((await givenCase(given, area, { diedOn })).caseId)
    await given.test.database.transaction(
      coordinator,
      (tx) => tx`
        insert into case_review.key_workers (area_id, key_worker_id, case_id, person_id, from_on, assigned_by, assigned_at)
        select area_id, gen_random_uuid(), case_id, ${keyWorker.personId}, '2026-03-02', ${coordinator.personId}, now()
        from case_review.cases where area_id = ${area}`,
    )
    const call = await given.as(keyWorker)
    const first = await call.family.list({ areaId: area, named: true })
    const second = await call.family.list({ areaId: area, named: true, page: 2 })
    expect([first.total, second.total]).toEqual([26, 26])
    expect([...first.families, ...second.families].map(({ caseId }) => caseId)).toEqual(cases.toReversed())
  })

  test('of a day sees the family from its first day until the day it ended, at the next request', async () => {
    const { caseId } = await givenCase(given, area)
    const { keyWorkerId } = await assign(caseId, { from: '2026-03-04' })
    await expect(open(caseId)).rejects.toMatchObject(notFound)
    given.clock.set('2026-03-04T00:30:00.000Z')
    await expect(open(caseId)).resolves.toBeDefined()
    const call = await given.as(coordinator)
    const end = { areaId: area, caseId, keyWorkerId, until: day('2026-03-04'), key: newKey() }
    await call.family.endKeyWorker(end)
    await call.family.endKeyWorker(end)
    await expect(open(caseId)).rejects.toMatchObject(notFound)
    await expect(ask(caseId)).rejects.toMatchObject(notFound)
    expect((await (await given.as(keyWorker)).family.list({ areaId: area, named: true })).families).toEqual(
      [],
    )
    await expect(call.family.endKeyWorker({ ...end, key: newKey() })).rejects.toMatchObject({
      message: 'stale',
    })
  })

  test('is assigned once, not before the death, and by nobody but a coordinator', async () => {
    const { caseId } = await givenCase(given, area)
    const key = newKey()
    expect(await assign(caseId, { key })).toEqual(await assign(caseId, { key }))
    await expect(assign(caseId)).rejects.toMatchObject({ message: 'key-worker-already' })
    const second = personIn(area, 'key-worker')
    await expect(assign(caseId, { to: second, from: '2026-02-09' })).rejects.toMatchObject({
      message: 'dates-out-of-order',
    })
    const own = { areaId: area, caseId, personId: keyWorker.personId, from: day('2026-03-01'), key: newKey() }
    await expect((await given.as(keyWorker)).family.assignKeyWorker(own)).rejects.toMatchObject({
      message: 'forbidden',
    })
    const elsewhere = await given.as(personIn(newArea(), 'coordinator'))
    await expect(elsewhere.family.assignKeyWorker(own)).rejects.toMatchObject(notFound)
    const member = personIn(area, 'panel-member')
    await assign(caseId, { to: member })
    await expect(open(caseId, member)).rejects.toMatchObject({ message: 'forbidden' })
  })

  test('sees nothing more once the report was wrong, nor with a conflict of interest', async () => {
    const wrong = await givenCase(given, area)
    await assign(wrong.caseId)
    await givenErrorReport(given, area, wrong.caseId)
    await expect(open(wrong.caseId)).rejects.toMatchObject(notFound)
    const both = personIn(area, 'key-worker', 'panel-member')
    const { caseId } = await givenCase(given, area)
    await assign(caseId, { to: both })
    await givenListing(given, coordinator, caseId)
    await expect(open(caseId, both)).resolves.toBeDefined()
    await (await given.as(both)).conflict.declare({ areaId: area, caseId, key: newKey() })
    await expect(open(caseId, both)).rejects.toMatchObject(notFound)
    expect((await (await given.as(both)).family.list({ areaId: area, named: true })).families).toEqual([])
  })
})

describe('what is kept of a family', () => {
  test('is of each parent apart, in versions, sealed, and shown to a coordinator', async () => {
    const { caseId } = await givenCase(given, area)
    await assign(caseId)
    const call = await given.as(keyWorker)
    const record = { areaId: area, caseId, key: newKey(), changes: null, said: mother }
    const { familyMemberId } = await call.family.recordMember(record)
    expect(await call.family.recordMember(record)).toEqual({ familyMemberId, version: 1 })
    const changed = { ...mother, hearsNothing: true }
    const change = { ...record, changes: { familyMemberId, version: 1 }, said: changed }
    expect(await call.family.recordMember({ ...change, key: newKey() })).toEqual({
      familyMemberId,
      version: 2,
    })
    await expect(call.family.recordMember({ ...change, key: newKey() })).rejects.toMatchObject({
      message: 'stale',
    })
    const { family } = await open(caseId, coordinator)
    expect(family.members).toMatchObject([{ familyMemberId, version: 2, ...changed }])
    const [row] = await given.test.look<{ everything: string }[]>`
      select string_agg(e::text, '|') as everything from case_review.family_member_entries e
      where family_member_id = ${familyMemberId}`
    expect(row?.everything).toContain('mother')
    expect(row?.everything).not.toContain('Invented')
    const other = await givenCase(given, area)
    await assign(other.caseId)
    await expect(
      call.family.recordMember({ ...change, caseId: other.caseId, key: newKey() }),
    ).rejects.toMatchObject(notFound)
  })

  test('has the days of the year to avoid, in order, until one need not be avoided any longer', async () => {
    const { caseId } = await givenCase(given, area)
    await assign(caseId)
    const call = await given.as(keyWorker)
    const date = { areaId: area, caseId }
    await call.family.avoidDate({ ...date, key: newKey(), avoided: { month: 7, day: 12, why: 'Birthday' } })
    const avoided = { month: 2, day: 10, why: 'The day of the death' }
    const { avoidedDateId } = await call.family.avoidDate({ ...date, key: newKey(), avoided })
    const days = async () => (await open(caseId)).family.avoidedDates.map((one) => one.avoided.month)
    expect(await days()).toEqual([2, 7])
    await call.family.allowDate({ ...date, key: newKey(), avoidedDateId })
    expect(await days()).toEqual([7])
    await expect(call.family.allowDate({ ...date, key: newKey(), avoidedDateId })).rejects.toMatchObject({
      message: 'stale',
    })
  })
})

describe('what a family asks', () => {
  test('stands in its own words, is answered in versions, and is a task of the case', async () => {
    const { caseId } = await givenCase(given, area)
    await assign(caseId)
    const key = newKey()
    const { familyQuestionId } = await ask(caseId, { key })
    expect(await ask(caseId, { key })).toEqual({ familyQuestionId })
    const task = async () => {
      const call = await given.as(coordinator)
      const { case: overview } = await call.case.open({ areaId: area, caseId, fieldClasses: [] })
      return overview.tasks.find(({ stage }) => stage === 'family-questions')?.status
    }
    expect(await task()).toBe('not-yet-started')
    const call = await given.as(coordinator)
    const { familyQuestions } = await call.reviewMeeting.list({ areaId: area, caseId })
    expect(familyQuestions).toMatchObject([{ asked: 'Why was nobody there that night?', open: true }])
    const answer = {
      areaId: area,
      caseId,
      familyQuestionId,
      body: 'trust' as const,
      answeredOn: day('2026-03-02'),
    }
    const first = { ...answer, version: 0, key: newKey(), answer: 'Two nurses were.' }
    expect(await call.family.answer(first)).toEqual({ version: 1 })
    await expect(call.family.answer({ ...first, key: newKey() })).rejects.toMatchObject({ message: 'stale' })
    await call.family.answer({ ...answer, version: 1, key: newKey(), answer: 'One nurse was.' })
    const [question] = (await open(caseId)).family.questions
    expect(question?.answers.map(({ entry, answer: text }) => [entry, text])).toEqual([
      [2, 'One nurse was.'],
      [1, 'Two nurses were.'],
    ])
    expect(await task()).toBe('completed')
    const past = given.test.database.transaction(
      coordinator,
      (tx) => tx`update case_review.family_questions set body = 'coroner' where case_id = ${caseId}`,
    )
    await expect(past).rejects.toMatchObject({ sqlState: '23514' })
  })

  test('is asked neither in the future nor before the death', async () => {
    const { caseId } = await givenCase(given, area)
    await assign(caseId)
    await expect(ask(caseId, { askedOn: '2026-03-03' })).rejects.toMatchObject({ message: 'date-in-future' })
    await expect(ask(caseId, { askedOn: '2026-02-09' })).rejects.toMatchObject({
      message: 'dates-out-of-order',
    })
  })

  test('keeps the case from closing until it is answered or a reason is recorded, and opens none again', async () => {
    const { caseId } = await givenCase(given, area)
    await assign(caseId)
    const { familyQuestionId } = await ask(caseId)
    const { panelMeetingId } = await givenReading(given, coordinator, caseId)
    const member = await given.as(personIn(area, 'panel-member'))
    const { pack } = await member.pack.open({ areaId: area, caseId })
    expect(pack.familyQuestions).toEqual([{ body: 'review-meeting', asked: 1, open: 1 }])
    expect(JSON.stringify(pack)).not.toContain('nobody there')
    await givenAgreement(given, area, caseId, panelMeetingId)
    const call = await given.as(coordinator)
    const close = { areaId: area, caseId, nationalSubmissionOn: day('2026-03-02') }
    await expect(call.case.close({ ...close, key: newKey() })).rejects.toMatchObject({
      message: 'family-questions-open',
    })
    const past =
      (state: string) => (tx: Parameters<Parameters<typeof given.test.database.transaction>[1]>[0]) =>
        tx`update case_review.cases set state = ${state}, national_submission_on = '2026-03-02',
        closed_at = case when ${state} = 'closed' then '2026-03-02'::timestamptz end,
        closed_by = case when ${state} = 'closed' then ${coordinator.personId}::uuid end
        where case_id = ${caseId}`
    await given.test.database.transaction(coordinator, past('submitted'))
    await expect(given.test.database.transaction(coordinator, past('closed'))).rejects.toMatchObject({
      sqlState: '23514',
    })
    const leave = { areaId: area, caseId, familyQuestionId, reason: 'cannot-be-known' as const }
    await call.family.leaveOpen({ ...leave, why: 'No record was kept.', key: newKey() })
    await given.test.database.transaction(coordinator, past('closed'))
    await expect(ask(caseId, { askedOn: '2026-03-02' })).resolves.toBeDefined()
    const { family } = await open(caseId)
    expect(family.state).toBe('closed')
    expect(family.questions.map(({ leftOpen }) => leftOpen?.reason ?? null)).toEqual([
      'cannot-be-known',
      null,
    ])
    expect(family.nextSteps).toEqual([{ step: 'feedback', when: 'now', on: null }])
  })
})
