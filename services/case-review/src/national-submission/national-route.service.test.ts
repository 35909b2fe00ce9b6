import { randomUUID } from 'node:crypto'
import { type CaseId, MergeId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  givenAgreement,
  givenCase,
  givenListing,
  givenReturn,
  newArea,
  newKey,
  operatorIn,
  personIn,
} from '../testing.ts'
import { givenNational } from '../testing-national.ts'
import { changeNotified } from '../testing-notified.ts'

let national: Awaited<ReturnType<typeof givenNational>>
beforeAll(async () => {
  national = await givenNational()
})
afterAll(() => national.drop())
beforeEach(() => national.standIn.behave())

const refuse = (status: number) => ({ does: 'refuse' as const, status })
const times = <One>(count: number, one: One): One[] => Array.from({ length: count }, () => one)

describe('a national database that refuses this service', () => {
  test('is asked ever less often, by one submission for all, is said to refuse, and all go on by themselves once it works', async () => {
    const { given, send, run, wait, calls, read, standIn, settle } = national
    const cases = [await givenCase(given, national.area), await givenCase(given, national.area)]
    const ids = []
    for (const { caseId } of cases) ids.push((await send(caseId)).submissionId)
    const [first, second] = cases.map(({ caseId }) => caseId)
    if (first === undefined || second === undefined) throw new Error('there is none')
    standIn.behave(...times(60, refuse(401)))
    for (let round = 0; round < 3; round += 1) {
      for (const id of ids) await run(id).catch(() => undefined)
      wait(1)
    }
    expect(await read(first)).toMatchObject({ standing: 'refused' })
    expect((await read(first)).submissions).toMatchObject([{ state: 'sending', failure: 'refused' }])
    const before = calls.count
    // For an hour each of them is looked at again and again.
    for (let look = 0; look < 30; look += 1) {
      wait(2)
      for (const id of ids) await run(id).catch(() => undefined)
    }
    expect(calls.count - before).toBeGreaterThan(2)
    expect(calls.count - before).toBeLessThan(10)
    standIn.behave()
    wait(16)
    await Promise.allSettled(ids.map(run))
    expect(await read(second)).toMatchObject({ standing: 'works' })
    await settle(first)
    await settle(second)
    expect(await read(first)).toMatchObject({
      submissions: [{ state: 'acknowledged', failures: 0, failure: null }],
    })
    expect(await read(second)).toMatchObject({ submissions: [{ state: 'acknowledged' }] })
    const [left] = await given.test.look`select count(*)::int as n from case_review.national_routes`
    expect(left).toMatchObject({ n: 0 })
  })

  test('refusing one call as such (too large) keeps nobody else from being sent, and that one says so', async () => {
    const { given, send, run, wait, read, standIn, settle } = national
    const large = await givenCase(given, national.area)
    const { submissionId } = await send(large.caseId)
    for (let round = 0; round < 4; round += 1) {
      standIn.behave(...(round === 0 ? [] : [refuse(413)]), refuse(413))
      await run(submissionId).catch(() => undefined)
      const other = await givenCase(given, national.area)
      standIn.behave()
      await send(other.caseId)
      await settle(other.caseId)
      expect((await read(other.caseId)).submissions).toMatchObject([{ state: 'acknowledged' }])
      wait(10)
    }
    expect(await read(large.caseId)).toMatchObject({
      standing: 'works',
      submissions: [{ state: 'sending', failure: 'refused', failures: 4 }],
    })
    await settle(large.caseId)
  })

  test('wakes what waits for it, ever later, and at once when it works again', async () => {
    const { given, send, run, wait, standIn, settle } = national
    const { caseId } = await givenCase(given, national.area)
    const { submissionId } = await send(caseId)
    standIn.behave(...times(9, { does: 'fail' as const }))
    const waits: number[] = []
    for (let round = 0; round < 4; round += 1) {
      await run(submissionId).catch(() => undefined)
      const [job] = await given.test.look<{ seconds: number }[]>`
        select extract(epoch from j.run_at - now())::int as seconds from case_review_jobs._private_jobs j
        where j.key = ${`send-national-submission:${submissionId}:again`}`
      waits.push(job?.seconds ?? 0)
      wait(20)
    }
    expect(waits.map((seconds) => Math.round(seconds / 30))).toEqual([1, 2, 4, 8])
    standIn.behave()
    await settle(caseId)
  })
})

describe('how the way to it stands', () => {
  test('is told to coordinators and administrators of the area: since when, and how many wait; to nobody else', async () => {
    const { given, area, send, run, standIn, wait, settle } = national
    const { caseId } = await givenCase(given, area)
    const { submissionId } = await send(caseId)
    standIn.behave(...times(3, refuse(403)))
    const since = given.clock.now()
    for (let round = 0; round < 3; round += 1) {
      await run(submissionId).catch(() => undefined)
      wait(3)
    }
    for (const role of ['coordinator', 'administrator'] as const) {
      const call = await given.as(personIn(area, role))
      expect(await call.nationalSubmission.way({ areaId: area })).toMatchObject({
        isSet: true,
        standing: 'refused',
        since,
        waiting: expect.any(Number),
      })
    }
    const chair = await given.as(personIn(area, 'chair'))
    await expect(chair.nationalSubmission.way({ areaId: area })).rejects.toMatchObject({
      message: 'forbidden',
    })
    const stranger = await given.as(personIn(newArea(), 'coordinator'))
    await expect(stranger.nationalSubmission.way({ areaId: area })).rejects.toMatchObject({
      message: 'not-found',
    })
    await settle(caseId)
    const call = await given.as(personIn(area, 'coordinator'))
    expect(await call.nationalSubmission.way({ areaId: area })).toMatchObject({
      standing: 'works',
      since: null,
    })
  })
})

describe('a merge that is undone', () => {
  const merge = (caseId: CaseId, intoCaseId: CaseId) =>
    national.given.hear('intake', national.area, {
      type: 'case.merged.v1',
      subject: caseId,
      payload: { caseId, intoCaseId, mergeId: MergeId.parse(randomUUID()) },
    })
  const undo = (caseId: CaseId) =>
    national.given.hear('intake', national.area, {
      type: 'case.merge-undone.v1',
      subject: caseId,
      payload: { caseId, mergeId: MergeId.parse(randomUUID()) },
    })

  test('has both told anew: the one without the other’s answers, the other as it had been', async () => {
    const { given, send, settle, statesOf, heldOf, read } = national
    const kept = await givenCase(given, national.area)
    const other = await givenCase(given, national.area)
    await send(other.caseId)
    await settle(other.caseId)
    await merge(other.caseId, kept.caseId)
    await settle(other.caseId)
    expect(statesOf(other.reference)).toEqual(['withdrawn'])
    changeNotified(kept.caseId, { 'gestation-weeks': 30 })
    await send(kept.caseId)
    await settle(kept.caseId)
    changeNotified(kept.caseId, { 'gestation-weeks': 40 })
    await undo(other.caseId)
    await settle(kept.caseId)
    await settle(other.caseId)
    expect(statesOf(kept.reference)).toEqual(['superseded', 'accepted'])
    expect(heldOf(kept.reference)[1]?.document?.fields['child.gestationWeeks']).toBe(40)
    expect(statesOf(other.reference)).toEqual(['withdrawn', 'accepted'])
    expect((await read(kept.caseId)).submissions[0]).toMatchObject({ again: 'merge-undone', number: 2 })
    expect((await read(other.caseId)).submissions[0]).toMatchObject({ again: 'merge-undone', number: 2 })
  })

  test('takes back what was made of the other’s answers alone, and sends nothing in its place', async () => {
    const { given, send, settle, statesOf, coordinator } = national
    const kept = await givenCase(given, national.area)
    const other = await givenCase(given, national.area)
    await givenReturn(given, coordinator, other.caseId)
    await merge(other.caseId, kept.caseId)
    await send(kept.caseId, newKey(), 'reporting')
    await settle(kept.caseId)
    expect(statesOf(kept.reference)).toEqual(['accepted'])
    await undo(other.caseId)
    await settle(kept.caseId)
    expect(statesOf(kept.reference)).toEqual(['withdrawn'])
    expect(statesOf(other.reference)).toEqual([])
  })

  test('while it is being sent, or the other being taken back, leaves neither as it was during the merge', async () => {
    const { given, send, run, settle, statesOf, standIn } = national
    const kept = await givenCase(given, national.area)
    const other = await givenCase(given, national.area)
    await send(other.caseId)
    await settle(other.caseId)
    standIn.behave({ does: 'fail' })
    await merge(other.caseId, kept.caseId)
    const { submissionId } = await send(kept.caseId)
    standIn.behave({ does: 'drop', of: 'answer', afterBytes: 5 })
    await run(submissionId).catch(() => undefined)
    changeNotified(kept.caseId, { 'gestation-weeks': 41 })
    await undo(other.caseId)
    await settle(kept.caseId)
    await settle(other.caseId)
    expect(statesOf(kept.reference)).toEqual(['withdrawn', 'accepted'])
    expect(statesOf(other.reference)).toEqual(['withdrawn', 'accepted'])
  })
})

describe('an analysis agreed before analyses were kept here', () => {
  test('is fetched by having its agreement told once more, changes nothing else, and can be sent', async () => {
    const { given, area, coordinator, send, settle, read } = national
    const { caseId } = await givenCase(given, area)
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    await givenAgreement(given, area, caseId, panelMeetingId)
    const { look } = given.test
    const caseOf = () =>
      look`select to_jsonb(c)::text as row from case_review.cases c where case_id = ${caseId}`
    const before = await caseOf()
    await look`delete from case_review.agreed_analyses where case_id = ${caseId}`
    await send(caseId, newKey(), 'analysis')
    await settle(caseId)
    expect((await read(caseId)).submissions).toMatchObject([{ state: 'stopped', because: 'not-reviewed' }])
    const operator = await given.as(operatorIn(area), 'cli')
    const key = newKey()
    expect(await operator.agreedAnalysis.miss({ areaId: area, key })).toEqual({ cases: 1 })
    expect(await operator.agreedAnalysis.miss({ areaId: area, key })).toEqual({ cases: 1 })
    expect(await operator.agreedAnalysis.miss({ areaId: area, key: newKey() })).toEqual({ cases: 0 })
    await given.hearAgain('factor-analysis', area, caseId)
    expect(await caseOf()).toEqual(before)
    await send(caseId, newKey(), 'analysis')
    await settle(caseId)
    expect((await read(caseId)).submissions[0]).toMatchObject({ state: 'acknowledged', sourceVersion: 1 })
  })

  test('is forgotten by no person', async () => {
    const call = await national.given.as(personIn(national.area, 'coordinator'))
    await expect(call.agreedAnalysis.miss({ areaId: national.area, key: newKey() })).rejects.toMatchObject({
      message: 'forbidden',
    })
  })
})

test('the ledger itself begins a submission only as asked for, and lets none go', async () => {
  const { given, area, coordinator, send, settle } = national
  const { caseId } = await givenCase(given, area)
  await send(caseId)
  await settle(caseId)
  const change = (sql: string) => given.test.database.transaction(coordinator, (tx) => tx.unsafe(sql))
  const insert = (columns: string, values: string) =>
    change(`insert into case_review.national_submissions (area_id, submission_id, case_id, kind, number, queued_by,
      queued_at, ${columns}) values ('${area}', gen_random_uuid(), '${caseId}', 'reporting', 1, gen_random_uuid(), now(),
      ${values})`)
  const refused = { sqlState: '23514' }
  const sent = `decode(repeat('00', 32), 'hex'), '\\x00', now()`
  await expect(
    insert('state, content_hash, field_hashes, sent_at', `'sending', ${sent}`),
  ).rejects.toMatchObject(refused)
  await expect(
    insert('state, content_hash, field_hashes, sent_at, receipt', `'acknowledged', ${sent}, 'R-1'`),
  ).rejects.toMatchObject(refused)
  await expect(insert('state, because', "'stopped', 'not-reviewed'")).rejects.toMatchObject(refused)
  await expect(insert('state, receipt', "'queued', 'R-1'")).rejects.toMatchObject(refused)
  await insert('state', "'queued'")
  const ofCase = `where case_id = '${caseId}'`
  await expect(change(`delete from case_review.national_submissions ${ofCase}`)).rejects.toMatchObject(
    refused,
  )
  await expect(
    change(`update case_review.national_submissions set told_at = now() ${ofCase} and kind = 'notification'`),
  ).rejects.toMatchObject(refused)
})
