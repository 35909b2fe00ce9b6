import { randomUUID } from 'node:crypto'
import { type AreaId, addDays, HoldId, type InformationRequestId, TransferId } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  linkHolder,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'
import { carriedTables } from './carried-tables.ts'
import { carryCase } from './carry-case.ts'
import {
  contact,
  draft,
  dyingAt,
  further,
  handingOver,
  here,
  kept,
  leftOf,
  there,
  told,
} from './testing-handed-over.ts'

let given: GivenCaseReview
let areas: ReturnType<typeof handingOver>
beforeAll(async () => {
  given = await givenCaseReview()
  areas = handingOver(given)
})
afterAll(() => given.drop())

const refusedAs = (message: string) => ({ message })

describe('a case another area has taken over', () => {
  test('goes on there as it was, whatever had been asked, answered and settled; here a stub is left', async () => {
    const worked = await areas.givenWorkedCase()
    const { caseId, reference, answered, drafting } = worked
    const [before, rows] = [await areas.overview(here, caseId), await areas.rowsOf(here, caseId)]
    expect(Object.fromEntries(Object.entries(rows).map(([table, all]) => [table, all.length]))).toMatchObject(
      kept,
    )
    await carryCase(given.parts, await areas.handOver(worked, [here, there]))
    expect(await areas.rowsOf(there, caseId)).toEqual(rows)
    expect(await areas.rowsOf(here, caseId)).toEqual(leftOf(rows))
    const { version: _before, ...stood } = before
    const { version: _after, ...stands } = await areas.overview(there, caseId)
    expect(stands).toEqual(stood)
    expect(stands).toMatchObject({ reference, state: 'review-meeting-not-held', receivedOn: '2026-02-12' })

    const call = await areas.coordinator(there)
    const of = (informationRequestId: InformationRequestId) => ({ areaId: there, informationRequestId })
    const returned = await call.informationRequest.read(of(answered))
    expect(returned).toMatchObject({ state: 'returned', organisationName: 'Invented NHS Trust' })
    expect(returned.sections.length).toBeGreaterThan(0)
    const [hold] = (await call.hold.list({ areaId: there, caseId })).holds
    expect(hold?.checks[0]?.contact).toBe(contact)
    const list = await call.toldList.read({ areaId: there, caseId })
    const entries = list.rows.find(({ recipient }) => recipient === 'general-practitioner')?.entries
    expect(entries?.map((one) => one.told)).toEqual([told])
    // The agency that was writing goes on where it was, and what it returns reaches the panel that reviews.
    const writer = await given.as(linkHolder(there, drafting))
    expect(await writer.reportingForm.begin({})).toMatchObject({
      caseId,
      reference,
      version: 1,
      answers: draft,
    })
    await writer.reportingForm.submit({ key: newKey(), version: 1, ...reportingAnswers() })
    expect(await call.informationRequest.read(of(drafting))).toMatchObject({
      state: 'returned',
      reminders: 1,
    })
  })

  test('goes byte for byte, whatever table of a case it lies in', async () => {
    const worked = await areas.givenWorkedCase()
    const { caseId, drafting } = worked
    const at = given.clock.now()
    // What came in part goes along also once the whole has come, and nobody waits for it any more.
    const writer = (await given.as(linkHolder(here, drafting))).reportingForm
    const promisedOn = addDays(given.clock.today(), 1)
    await writer.returnPart({ key: newKey(), version: 1, promisedOn, reason: 'staff-absent' })
    await writer.submit({ key: newKey(), version: 1, ...reportingAnswers() })
    const [id, by, sealed] = [randomUUID(), randomUUID(), Buffer.from('sealed')]
    await given.parts.database.transaction(areas.person(here), async (tx) => {
      const [hold] =
        await tx`select hold_id from case_review.holds where area_id = ${here} and case_id = ${caseId}`
      const holdId = HoldId.parse(hold?.['holdId'])
      await tx`
        insert into case_review.request_forms
          (area_id, information_request_id, kind, form_version, asked_by, asked_at, version, answers, saved_at)
        values (${here}, ${drafting}, 'care-pathway', '2026-04-01', ${by}, ${at}, 1, ${sealed}, ${at})`
      await tx`
        insert into case_review.form_corrections (area_id, information_request_id, entry, why, begun_at)
        values (${here}, ${worked.answered}, 2, ${sealed}, ${at})`
      await tx`
        insert into case_review.gaps
          (area_id, information_request_id, reason, effect, note, decided_by, decided_at)
        values (${here}, ${drafting}, 'no-answer', 'none', ${sealed}, ${by}, ${at})`
      await tx`
        insert into case_review.linked_proceedings
          (area_id, proceeding_id, case_id, kind, opened_on, hold_id, brought_hold, recorded_by, recorded_at)
        values (${here}, ${id}, ${caseId}, 'inquest', '2026-02-20', ${holdId}, true, ${by}, ${at})`
      await tx`
        insert into case_review.proceeding_steps
          (area_id, proceeding_id, entry, step, done_on, done_by, recorded_by, recorded_at)
        values (${here}, ${id}, 1, 'opened', '2026-02-20', ${sealed}, ${by}, ${at})`
      await tx`
        insert into case_review.review_meetings
          (area_id, review_meeting_id, case_id, kind, planned_on, starts_at, ends_at, place, arranged_by, arranged_at)
        values (${here}, ${id}, ${caseId}, 'hospital', '2026-02-20', '10:00', '11:00', ${sealed}, ${by}, ${at})`
      await tx`
        insert into case_review.review_meeting_invitations
          (area_id, review_meeting_id, invitation, contact, invited_by, invited_at)
        values (${here}, ${id}, 1, ${sealed}, ${by}, ${at})`
      await tx`
        insert into case_review.review_meeting_notes
          (area_id, review_meeting_id, entry, written, recorded_by, recorded_at)
        values (${here}, ${id}, 1, ${sealed}, ${by}, ${at})`
    })
    const rows = await areas.rowsOf(here, caseId)
    expect(rows['partial_returns']).toHaveLength(1)
    // Every table there was when this was written; one that is added later is held by the list alone.
    expect(Object.values(rows).filter(({ length }) => length > 0).length).toBeGreaterThanOrEqual(20)
    await carryCase(given.parts, await areas.handOver(worked, [here, there]))
    expect(await areas.rowsOf(there, caseId)).toEqual(rows)
    expect(await areas.rowsOf(here, caseId)).toEqual(leftOf(rows))
  })

  test('goes with what the panel asked when it put the case back, and leaves the agenda readable', async () => {
    const { caseId, reference } = await givenCase(given, here)
    const { panelMeetingId } = await givenListing(given, areas.person(here), caseId)
    const chair = personIn(here, 'chair')
    const questions = ['Was the alarm heard?']
    const deferral = { areaId: here, caseId, panelMeetingId, questions, key: newKey() }
    await (await given.as(chair)).panelMeeting.defer(deferral)
    await carryCase(given.parts, await areas.handOver({ caseId, reference }, [here, there]))
    expect(await areas.overview(there, caseId)).toMatchObject({ state: 'deferred', listing: null })
    const call = await areas.coordinator(there)
    const asked = await call.panelQuestion.list({ areaId: there, caseId })
    expect(asked.questions.map((one) => one.asked)).toEqual(questions)
    const meeting = await (await areas.coordinator(here)).panelMeeting.read({ areaId: here, panelMeetingId })
    expect(JSON.stringify(meeting)).not.toContain(reference)
    expect(await (await given.as(chair)).panelMeeting.read({ areaId: here, panelMeetingId })).toBeDefined()
  })

  test('is in no list and opens for nobody here, nor there before all of it has arrived', async () => {
    const worked = await areas.givenWorkedCase()
    const { caseId } = worked
    const transferId = TransferId.parse(randomUUID())
    const carrying = { transferId, caseId, fromAreaId: here, toAreaId: there }
    const seen = async (areaId: AreaId) => {
      const call = await areas.coordinator(areaId)
      await expect(areas.overview(areaId, caseId)).rejects.toMatchObject(refusedAs('not-found'))
      const { rows } = await call.case.list({ areaId, view: 'all', page: 1 })
      expect(rows.some((row) => row.caseId === caseId)).toBe(false)
    }
    await areas.leave(caseId, here, there, transferId)
    await seen(here)
    await expect(carryCase(given.parts, carrying)).rejects.toThrow('not begun there')
    await areas.begin(worked, here, there, transferId)
    await seen(there)
    await carryCase(given.parts, carrying)
    await seen(here)
    expect(await areas.overview(there, caseId)).toMatchObject({ state: 'review-meeting-not-held' })
    await expect(
      given.parts.database.transaction(
        areas.person(here),
        (tx) => tx`update case_review.cases set not_told = 0 where case_id = ${caseId} and area_id = ${here}`,
      ),
    ).rejects.toMatchObject({ sqlState: '23514' })
  })

  test('is told of there to the other services as it was here, once', async () => {
    const worked = await areas.givenWorkedCase()
    const types = async (areaId: AreaId) => {
      const rows = await given.test.look<{ type: string }[]>`
        select type from case_review.events where area_id = ${areaId} and subject = ${worked.caseId} order by version`
      return rows.map(({ type }) => type)
    }
    const before = await types(here)
    await carryCase(given.parts, await areas.handOver(worked, [here, there]))
    expect(await types(there)).toEqual(before)
    await carryCase(given.parts, await areas.handOver(worked, [there, here]))
    expect(await types(here)).toEqual([...before, 'case.opened.v1'])
  })

  test.each([1, 2, 3])('loses nothing when carrying it is cut off before its transaction %i', async (cut) => {
    const worked = await areas.givenWorkedCase()
    const rows = await areas.rowsOf(here, worked.caseId)
    const carrying = await areas.handOver(worked, [here, there])
    await expect(carryCase(dyingAt(given.parts, cut), carrying)).rejects.toThrow('died')
    await carryCase(given.parts, carrying)
    await carryCase(given.parts, carrying)
    expect(await areas.rowsOf(there, worked.caseId)).toEqual(rows)
    expect(await areas.rowsOf(here, worked.caseId)).toEqual(leftOf(rows))
  })

  test('goes on to a third area, and comes back, with all that was added on the way', async () => {
    const worked = await areas.givenWorkedCase()
    const { caseId, drafting } = worked
    await carryCase(given.parts, await areas.handOver(worked, [here, there]))
    const call = await areas.coordinator(there)
    await call.informationRequest.recall({
      areaId: there,
      informationRequestId: drafting,
      reason: 'no-longer-needed',
      key: newKey(),
    })
    const rows = await areas.rowsOf(there, caseId)
    const onward = await areas.handOver(worked, [there, further])
    await carryCase(given.parts, onward)
    expect(await areas.rowsOf(further, caseId)).toEqual(rows)
    await carryCase(given.parts, await areas.handOver(worked, [further, here]))
    // What was to be made sure of later finds nothing to do.
    await carryCase(given.parts, onward)
    expect(await areas.rowsOf(here, caseId)).toEqual(rows)
    for (const area of [there, further]) expect(await areas.rowsOf(area, caseId)).toEqual(leftOf(rows))
    expect(await areas.overview(here, caseId)).toMatchObject({ state: 'review-meeting-not-held' })
  })

  test('comes back whole to where carrying it away had been cut off', async () => {
    const worked = await areas.givenWorkedCase()
    const { caseId } = worked
    const away = await areas.handOver(worked, [here, there])
    await expect(carryCase(dyingAt(given.parts, 3), away)).rejects.toThrow('died')
    const call = await areas.coordinator(there)
    const [hold] = (await call.hold.list({ areaId: there, caseId })).holds
    if (hold === undefined) throw new Error('the hold has not come along')
    await call.hold.end({
      areaId: there,
      caseId,
      holdId: hold.holdId,
      version: hold.version,
      until: given.clock.today(),
      key: newKey(),
    })
    const rows = await areas.rowsOf(there, caseId)
    await carryCase(given.parts, await areas.handOver(worked, [there, here]))
    await carryCase(given.parts, away)
    expect(await areas.rowsOf(here, caseId)).toEqual(rows)
    expect(await areas.rowsOf(there, caseId)).toEqual(leftOf(rows))
  })

  test('keeps what belongs to it as long as it is here, whoever would delete it', async () => {
    const { caseId } = await areas.givenWorkedCase()
    for (const table of Object.keys(kept)) {
      const by = carriedTables.find((one) => one.table === table)?.through
      const attempt = given.parts.database.transaction(
        areas.person(here),
        (tx) => tx`
          delete from ${tx('case_review')}.${tx(table)} r where r.area_id = ${here}
            and ${by === undefined ? tx`r.case_id = ${caseId}` : tx`true`}`,
      )
      await expect(attempt).rejects.toMatchObject({ sqlState: '23514' })
    }
  })
})
