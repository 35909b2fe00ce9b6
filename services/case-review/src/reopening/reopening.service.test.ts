import { randomUUID } from 'node:crypto'
import { type AreaId, type CaseId, MergeId, type Person, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chasedRequests } from '../chasing/chaser-store.ts'
import {
  type GivenCaseReview,
  givenAgreement,
  givenCase,
  givenCaseReview,
  givenErrorReport,
  givenEverybodyTold,
  givenListing,
  givenReleasedPack,
  givenReturn,
  goingOn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { FAMILY_NAME } from '../testing-intake.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let doctor: Person
let chair: Person
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  doctor = personIn(area, 'designated-doctor')
  chair = personIn(area, 'chair')
})

const secret = 'An invented toxicologist found what nobody had looked for.'
const on = (date: string) => PlainDate.parse(date)
const refused = (message: string) => ({ message })
const open = async (caseId: CaseId) =>
  (await (await given.as(coordinator)).case.open({ areaId: area, caseId, fieldClasses: [] })).case
const close = async (caseId: CaseId) =>
  (await given.as(coordinator)).case.close({
    areaId: area,
    caseId,
    nationalSubmissionOn: given.clock.today(),
    key: newKey(),
  })

async function askAgency(caseId: CaseId) {
  const call = await given.as(coordinator)
  const { organisationId } = await call.organisation.add({
    areaId: area,
    key: newKey(),
    name: `Invented Trust ${randomUUID().slice(0, 8)}`,
    kind: 'hospital',
    email: 'safeguarding@trust.example',
  })
  return call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
}

/** Reviewed and closed on 2 March, one agency never having answered. */
async function givenClosed() {
  const { caseId } = await givenCase(given, area)
  await askAgency(caseId)
  await givenEverybodyTold(given, coordinator, caseId)
  const { panelMeetingId } = await givenListing(given, coordinator, caseId)
  await givenAgreement(given, area, caseId, panelMeetingId)
  await close(caseId)
  return { caseId, panelMeetingId }
}

/** As somebody asks for it who has just looked at the case. */
async function reopening(caseId: CaseId, person = doctor, more: { reopenedOn?: string } = {}) {
  const { version } = await (await given.as(person)).case.reopenings({ areaId: area, caseId })
  return {
    areaId: area,
    caseId,
    version,
    reason: 'new-medical-finding' as const,
    note: secret,
    reopenedOn: on(more.reopenedOn ?? given.clock.today()),
    key: newKey(),
  }
}

async function givenReopened() {
  const closed = await givenClosed()
  given.clock.set('2026-09-01T10:00:00.000Z')
  await (await given.as(doctor)).case.reopen(await reopening(closed.caseId))
  return closed
}

async function listAgain(caseId: CaseId) {
  const call = await given.as(coordinator)
  const { panelMeetingId } = await call.panelMeeting.arrange({
    areaId: area,
    kind: 'standard',
    heldOn: given.clock.today(),
    key: newKey(),
  })
  const summary = 'A child died at home. A finding came later.'
  await call.case.listForPanel({ areaId: area, caseId, panelMeetingId, summary, goingOn, key: newKey() })
  await givenReleasedPack(given, area, panelMeetingId)
  return panelMeetingId
}

/** By the service itself, past every use case. */
const write = (statement: string) =>
  given.parts.database.transaction(coordinator, (tx) => tx.unsafe(statement))

describe('a finished review that begins again', () => {
  test('keeps what was finished, is asked about, goes before the panel anew, and is closed a second time', async () => {
    const { caseId } = await givenClosed()
    given.clock.set('2026-09-01T10:00:00.000Z')
    const asked = await reopening(caseId)
    const first = await (await given.as(doctor)).case.reopen(asked)
    expect(first).toEqual({ number: 1 })
    expect(await (await given.as(doctor)).case.reopen(asked)).toEqual(first)
    await expect((await given.as(doctor)).case.reopen({ ...asked, key: newKey() })).rejects.toMatchObject(
      refused('not-allowed-in-this-state'),
    )

    const reopened = await open(caseId)
    expect(reopened).toMatchObject({
      state: 'reopened',
      reviewedOn: null,
      firstReviewedOn: '2026-03-02',
      nationalSubmissionOn: null,
      reopenings: [
        { number: 1, reason: 'new-medical-finding', reopenedOn: '2026-09-01', reviewedOn: '2026-03-02' },
      ],
    })
    expect(reopened.timeline.map(({ what }) => what).slice(0, 3)).toEqual(['reopened', 'closed', 'reviewed'])
    // The days since the death ended with the first review; the panel's six weeks begin with the second.
    expect(reopened.sinceDeath.gross).toBe(20)
    expect(reopened.clocks.find(({ clock }) => clock === 'panel')).toMatchObject({
      startedOn: '2026-09-01',
      dueOn: '2026-10-13',
      stoppedOn: null,
    })
    // Whoever never answered the first time is not waited for.
    expect(reopened.clocks.some(({ clock }) => clock === 'agency-return')).toBe(false)
    const stages = Object.fromEntries(reopened.tasks.map(({ stage, status }) => [stage, status]))
    expect(stages).toMatchObject({ information: 'not-yet-started', 'panel-listing': 'not-yet-started' })

    const rows = async (view: 'gathering' | 'closed' | 'to-move' | 'waiting') =>
      (await (await given.as(coordinator)).case.list({ areaId: area, view, page: 1 })).rows
    expect(await rows('gathering')).toMatchObject([{ caseId, next: { what: 'panel', dueOn: '2026-10-13' } }])
    expect(await rows('to-move')).toHaveLength(1)
    expect(await rows('closed')).toHaveLength(0)
    await askAgency(caseId)
    expect(await rows('waiting')).toMatchObject([{ caseId, next: { what: 'agency-return' } }])
    const chased = await given.parts.database.transaction(coordinator, (tx) =>
      chasedRequests(tx, given.parts.keys, area),
    )
    expect(chased.map(({ sentOn }) => sentOn)).toEqual(['2026-09-01'])

    await expect((await given.as(chair)).pack.open({ areaId: area, caseId })).rejects.toMatchObject(
      refused('not-found'),
    )
    given.clock.set('2026-10-01T10:00:00.000Z')
    const panelMeetingId = await listAgain(caseId)
    const { pack } = await (await given.as(chair)).pack.open({ areaId: area, caseId })
    expect(pack.reviewedBefore).toEqual([{ reason: 'new-medical-finding', monthReviewed: '2026-03' }])
    expect(pack.summary).toContain('A finding came later')
    expect(JSON.stringify(pack)).not.toContain(secret)

    await givenAgreement(given, area, caseId, panelMeetingId, 2)
    expect(await open(caseId)).toMatchObject({ state: 'reviewed', reviewedOn: '2026-10-01' })
    await close(caseId)
    const closed = await open(caseId)
    expect(closed).toMatchObject({ state: 'closed', reviewedOn: '2026-10-01', firstReviewedOn: '2026-03-02' })
    expect(closed.sinceDeath.gross).toBe(20)

    const events = await given.test.look<{ type: string; payload: unknown }[]>`
      select type, payload from case_review.events where subject = ${caseId} order by version`
    expect(events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['case.reopened.v1', 'case.reviewed.v1', 'case.closed.v1']),
    )
    expect(events.find(({ type }) => type === 'case.reopened.v1')?.payload).toEqual({
      caseId,
      number: 1,
      reason: 'new-medical-finding',
      reopenedOn: '2026-09-01',
      firstReviewedOn: '2026-03-02',
    })
    // A third review, and each is kept.
    await (await given.as(chair)).case.reopen(await reopening(caseId, chair))
    const read = await (await given.as(doctor)).case.reopenings({ areaId: area, caseId })
    expect(read.reopenings.map(({ number, reviewedOn, note }) => [number, reviewedOn, note])).toEqual([
      [2, '2026-10-01', secret],
      [1, '2026-03-02', secret],
    ])
    const [kept] = await given.test.look<{ text: string }[]>`
      select string_agg(r::text, '') as text from case_review.reopenings r where case_id = ${caseId}`
    expect(kept?.text).not.toContain('toxicologist')
  })

  test('waits for and chases what is asked again since, and not whom the first review went on without', async () => {
    const { caseId } = await givenCase(given, area)
    await askAgency(caseId)
    const { informationRequestId } = await givenReturn(given, coordinator, caseId)
    await givenEverybodyTold(given, coordinator, caseId)
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    await givenAgreement(given, area, caseId, panelMeetingId)
    await close(caseId)
    given.clock.set('2026-09-01T10:00:00.000Z')
    await (await given.as(doctor)).case.reopen(await reopening(caseId))
    const call = await given.as(coordinator)
    const waitedFor = async () => {
      const listed = await call.case.list({ areaId: area, view: 'awaiting-agencies', page: 1 })
      const chased = await given.parts.database.transaction(coordinator, (tx) =>
        chasedRequests(tx, given.parts.keys, area),
      )
      return {
        cases: listed.total,
        chased: chased.map((one) => one.informationRequestId),
      }
    }
    expect(await waitedFor()).toEqual({ cases: 0, chased: [] })
    expect((await call.case.list({ areaId: area, view: 'all', page: 1 })).rows).toMatchObject([
      { requests: { overdue: 0 } },
    ])
    await call.returnedForm.sendBack({
      areaId: area,
      informationRequestId,
      entry: 1,
      missing: { questions: [], note: 'What the new finding says' },
      answerBy: on('2026-09-15'),
      key: newKey(),
    })
    const asked = [informationRequestId]
    expect(await waitedFor()).toEqual({ cases: 1, chased: asked })
    given.clock.set('2026-09-20T10:00:00.000Z')
    const clocks = (await open(caseId)).clocks.filter(({ clock }) => clock === 'agency-return')
    expect(clocks).toMatchObject([{ overdue: true }])
  })

  test('is begun by the chair or the designated doctor alone, in their own area, without a conflict of interest', async () => {
    const { caseId } = await givenClosed()
    const asked = await reopening(caseId)
    const as = async (person: Person) => (await given.as(person)).case.reopen({ ...asked, key: newKey() })
    for (const role of ['coordinator', 'panel-member', 'key-worker', 'analyst', 'administrator'] as const) {
      await expect(as(personIn(area, role))).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    const elsewhere = newArea()
    const stranger = personIn(elsewhere, 'chair')
    await expect(as(stranger)).rejects.toMatchObject(refused('not-found'))
    await expect(
      (await given.as(stranger)).case.reopen({ ...asked, areaId: elsewhere, key: newKey() }),
    ).rejects.toMatchObject(refused('not-found'))
    const unsigned = await given.asUnsigned(personIn(area, 'chair'))
    const again = { ...asked, key: newKey() }
    await expect(unsigned.case.reopen(again)).rejects.toMatchObject(refused('statement-not-signed'))
    await expect(unsigned.case.reopenings({ areaId: area, caseId })).rejects.toMatchObject(
      refused('statement-not-signed'),
    )
    const withdrawn = personIn(area, 'chair', 'panel-member')
    await given.test.look`
      insert into case_review.conflicts (area_id, case_id, person_id, declared_at)
      values (${area}, ${caseId}, ${withdrawn.personId}, ${given.clock.now()})`
    await expect(as(withdrawn)).rejects.toMatchObject(refused('not-found'))
    await expect((await given.as(withdrawn)).case.reopenings({ areaId: area, caseId })).rejects.toMatchObject(
      refused('not-found'),
    )
    expect((await open(caseId)).state).toBe('closed')
  })

  test('is found by its reference once it was finished, by whoever decides about it and may know of it', async () => {
    const { caseId } = await givenClosed()
    const { reference } = await open(caseId)
    const find = async (person: Person, areaId = area) =>
      (await given.as(person)).case.finished({ areaId, reference })
    expect(await find(chair)).toEqual({ caseId })
    expect(await find(doctor)).toEqual({ caseId })
    await expect(find(coordinator)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    const elsewhere = newArea()
    expect(await find(personIn(elsewhere, 'chair'), elsewhere)).toBeNull()
    const withdrawn = personIn(area, 'chair')
    await given.test.look`
      insert into case_review.conflicts (area_id, case_id, person_id, declared_at)
      values (${area}, ${caseId}, ${withdrawn.personId}, ${given.clock.now()})`
    expect(await find(withdrawn)).toBeNull()
    const early = await givenCase(given, area)
    expect(
      await (await given.as(chair)).case.finished({ areaId: area, reference: early.reference }),
    ).toBeNull()
  })

  test('is begun with a day that can be, of a case as it is, and only once it was finished', async () => {
    const { caseId } = await givenClosed()
    given.clock.set('2026-09-01T10:00:00.000Z')
    const call = await given.as(doctor)
    await expect(
      call.case.reopen(await reopening(caseId, doctor, { reopenedOn: '2026-09-02' })),
    ).rejects.toMatchObject(refused('date-in-future'))
    await expect(
      call.case.reopen(await reopening(caseId, doctor, { reopenedOn: '2026-03-01' })),
    ).rejects.toMatchObject(refused('dates-out-of-order'))
    const asked = await reopening(caseId)
    await expect(call.case.reopen({ ...asked, version: asked.version - 1 })).rejects.toMatchObject(
      refused('stale'),
    )
    const both = await Promise.allSettled([
      call.case.reopen({ ...asked, key: newKey() }),
      (await given.as(chair)).case.reopen({ ...asked, key: newKey() }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])

    const { caseId: gathering } = await givenCase(given, area)
    const early = { ...asked, caseId: gathering, version: 1, key: newKey() }
    await expect(call.case.reopen(early)).rejects.toMatchObject(refused('not-allowed-in-this-state'))
    await expect(
      (await given.as(chair)).case.reopenings({ areaId: area, caseId: gathering }),
    ).rejects.toMatchObject(refused('not-found'))
  })

  test('says nothing to the chair of who the child was, when it was written by somebody who knows', async () => {
    const { caseId } = await givenClosed()
    given.clock.set('2026-09-01T10:00:00.000Z')
    const named = { ...(await reopening(caseId)), note: `The mother of ${FAMILY_NAME} heard it` }
    await expect((await given.as(doctor)).case.reopen(named)).rejects.toMatchObject(
      refused('identifiers-in-note'),
    )
    expect((await (await given.as(chair)).case.reopenings({ areaId: area, caseId })).reopenings).toEqual([])
    // A chair knows no name, and would learn one by being refused.
    await (await given.as(chair)).case.reopen({ ...named, key: newKey() })
  })

  test('that the panel puts back goes on as one, and stays with the area that reviewed it', async () => {
    const { caseId } = await givenReopened()
    const panelMeetingId = await listAgain(caseId)
    const call = await given.as(coordinator)
    const defer = async () =>
      (await given.as(chair)).panelMeeting.defer({
        areaId: area,
        caseId,
        panelMeetingId,
        questions: ['What did the laboratory measure?'],
        key: newKey(),
      })
    const offer = async () =>
      call.case.offer({
        areaId: area,
        caseId,
        toAreaId: newArea(),
        reason: 'residence',
        plan: 'What was learnt is shared.',
        key: newKey(),
      })
    await defer()
    await expect(offer()).rejects.toMatchObject(refused('transfer-too-late'))
    await call.case.resume({ areaId: area, caseId, to: 'gathering', key: newKey() })
    expect((await open(caseId)).state).toBe('reopened')
    await expect(offer()).rejects.toMatchObject(refused('transfer-too-late'))
  })

  test('turns out to have been no death, or another case’s child: it ends, or stands aside and comes back', async () => {
    const { caseId } = await givenReopened()
    const { caseId: other } = await givenCase(given, area)
    const mergeId = MergeId.parse(randomUUID())
    await given.hear('intake', area, {
      type: 'case.merged.v1',
      subject: caseId,
      payload: { caseId, intoCaseId: other, mergeId },
    })
    await expect(
      (await given.as(doctor)).case.reopen({ ...(await reopening(caseId)), key: newKey() }),
    ).rejects.toMatchObject(refused('not-allowed-in-this-state'))
    await given.hear('intake', area, {
      type: 'case.merge-undone.v1',
      subject: caseId,
      payload: { caseId, mergeId },
    })
    expect((await open(caseId)).state).toBe('reopened')
    await givenErrorReport(given, area, caseId)
    await expect(reopening(caseId)).rejects.toMatchObject(refused('not-found'))
    // What somebody had told the national database of the first review is owed back.
    expect(
      await given.test.look`
        select submitted_on from case_review.national_withdrawals where case_id = ${caseId}`,
    ).toMatchObject([{ submittedOn: '2026-03-02' }])
  })

  test('an agreement of before that is heard late does not finish it', async () => {
    const { caseId, panelMeetingId } = await givenReopened()
    await givenAgreement(given, area, caseId, panelMeetingId, 2)
    expect((await open(caseId)).state).toBe('reopened')
  })
})

describe('the database itself', () => {
  test('takes no case back without a recorded reason, and not behind its review', async () => {
    const { caseId } = await givenClosed()
    const at = `where case_id = '${caseId}'`
    const back = 'closed_at = null, closed_by = null, reviewed_on = null, national_submission_on = null'
    await expect(write(`update case_review.cases set state = 'reopened', ${back} ${at}`)).rejects.toThrow()
    await expect(
      write(
        `update case_review.cases set state = 'reopened', ${back}, reopenings = 1, first_reviewed_on = reviewed_on ${at}`,
      ),
    ).rejects.toThrow(/23514/)
    await expect(write(`update case_review.cases set reviewed_on = null ${at}`)).rejects.toThrow()
    await (await given.as(doctor)).case.reopen(await reopening(caseId))
    for (const state of ['gathering', 'review-meeting-held', 'reviewed', 'closed', 'transferred']) {
      await expect(write(`update case_review.cases set state = '${state}' ${at}`)).rejects.toThrow()
    }
    await expect(
      write(`update case_review.cases set reopenings = 0, first_reviewed_on = null ${at}`),
    ).rejects.toThrow()
    await expect(write(`update case_review.reopenings set reason = 'other' ${at}`)).rejects.toThrow()
    await expect(write(`delete from case_review.reopenings ${at}`)).rejects.toThrow()
    await expect(
      write(`insert into case_review.reopenings select area_id, case_id, 2, reason, note, reopened_on, recorded_by,
        recorded_at, panel_meeting_id, reviewed_on from case_review.reopenings ${at}`),
    ).rejects.toThrow()
  })
})
