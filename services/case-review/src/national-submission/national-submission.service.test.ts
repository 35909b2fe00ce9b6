import {
  type AreaId,
  type CaseId,
  type InformationRequestId,
  MAPPING_IN_USE,
  type NationalSubmissionId,
  type NationalSubmissionKind,
  type Person,
} from '@cdop/domain'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenAgreement,
  givenCase,
  givenConfirmation,
  givenErrorReport,
  givenListing,
  givenReturn,
  goingOn,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'
import { givenNational } from '../testing-national.ts'
import { changeNotified, receiptsTold, toldByHand } from '../testing-notified.ts'
import { httpNationalDatabase } from './http-national-database.ts'
import type { Behaviour, LocalNationalDatabase } from './local-national-database.ts'

let national: Awaited<ReturnType<typeof givenNational>>
let given: GivenCaseReview
let standIn: LocalNationalDatabase
let area: AreaId
let coordinator: Person

beforeAll(async () => {
  national = await givenNational()
  ;({ given, standIn, area, coordinator } = national)
})
afterAll(() => national.drop())

const send = (caseId: CaseId, key = newKey(), kind: NationalSubmissionKind = 'notification') =>
  national.send(caseId, key, kind)
const read = (caseId: CaseId) => national.read(caseId)
const newest = async (caseId: CaseId) => (await read(caseId)).submissions[0]
const run = (submissionId: NationalSubmissionId) => national.run(submissionId)
const settle = (caseId: CaseId) => national.settle(caseId)
const heldOf = (reference: string) => national.heldOf(reference)
const statesOf = (reference: string) => national.statesOf(reference)

describe('a notification sent to the national database', () => {
  test('leaves once asked for, is acknowledged with a receipt, and intake hears it; a second click sends nothing more', async () => {
    const { caseId, reference } = await givenCase(given, area)
    const key = newKey()
    const { submissionId } = await send(caseId, key)
    expect(await send(caseId, key)).toEqual({ submissionId, number: 1 })
    await expect(send(caseId)).rejects.toMatchObject({ message: 'submission-under-way' })
    await settle(caseId)
    const [held] = heldOf(reference)
    expect(await newest(caseId)).toMatchObject({ state: 'acknowledged', receipt: held?.receipt, number: 1 })
    expect(receiptsTold).toContainEqual({ caseId, submissionId, receipt: held?.receipt })
    expect(held?.document).toMatchObject({ panel: 'LDS', fields: { 'child.familyName': 'Quillfeather' } })
    await run(submissionId)
    expect(statesOf(reference)).toEqual(['accepted'])
  })

  test('keeps nothing of the child in the ledger, and says nothing of it to whoever reads the ledger', async () => {
    const { caseId } = await givenCase(given, area)
    await send(caseId)
    await settle(caseId)
    const rows = await given.test
      .look`select to_jsonb(s)::text as row from case_review.national_submissions s`
    const said = JSON.stringify([rows, await read(caseId)])
    for (const value of ['Quillfeather', 'Marigold', '9990000018', '2023-05-04', 'LS1 1UR']) {
      expect(said).not.toContain(value)
    }
  })

  test('is not asked for before the death and the child are confirmed, nor of a case reviewed before April 2019', async () => {
    const { caseId } = await givenCase(given, area, { confirmed: false })
    await expect(send(caseId)).rejects.toMatchObject({ message: 'not-confirmed' })
    await givenConfirmation(given, area, caseId)
    await expect(send(caseId)).resolves.toMatchObject({ number: 1 })
    const { caseId: old, reference } = await givenCase(given, area, {
      diedOn: '2018-02-10',
      receivedOn: '2018-02-12',
    })
    await send(old)
    await given.test.look`
      update case_review.cases set reviewed_on = '2019-03-31', reviewed_at = now() where case_id = ${old}`
    await settle(old)
    expect(await newest(old)).toMatchObject({ state: 'stopped', because: 'reviewed-before-april-2019' })
    await expect(send(old)).rejects.toMatchObject({ message: 'not-for-national-database' })
    expect(statesOf(reference)).toEqual([])
  })

  test('is held back when an answer is missing, and rejected with fields: both name the question to mend', async () => {
    const { caseId, reference } = await givenCase(given, area)
    changeNotified(caseId, { 'child-postcode': undefined })
    await send(caseId)
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({
      state: 'incomplete',
      problems: [{ field: 'child.postcode', question: 'child-postcode', code: 'missing' }],
    })
    expect(heldOf(reference)).toEqual([])
    changeNotified(caseId, { 'child-postcode': 'LS1 1UR' })
    standIn.behave({ does: 'reject', field: 'child.ethnicCategory', code: 'not-found' })
    await send(caseId)
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({
      state: 'rejected',
      number: 2,
      problems: [{ field: 'child.ethnicCategory', question: 'child-ethnic-category', code: 'not-found' }],
    })
    await send(caseId)
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({ state: 'acknowledged', number: 3 })
  })

  test('is sent anew only when something changed, and then the new one stands in place of the old', async () => {
    const { caseId, reference } = await givenCase(given, area)
    await send(caseId)
    await settle(caseId)
    await send(caseId)
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({ state: 'stopped', because: 'nothing-changed' })
    changeNotified(caseId, { 'gestation-weeks': 40 })
    await send(caseId)
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({ state: 'acknowledged', number: 3 })
    expect(statesOf(reference)).toEqual(['superseded', 'accepted'])
  })

  test('is not sent where somebody told the national database elsewhere', async () => {
    const { caseId, reference } = await givenCase(given, area)
    toldByHand(caseId)
    await send(caseId)
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({ state: 'stopped', because: 'told-elsewhere' })
    expect(heldOf(reference)).toEqual([])
  })

  test('is for coordinators of the area without a conflict of interest, and for nobody else', async () => {
    const { caseId } = await givenCase(given, area)
    const asked = { areaId: area, caseId }
    for (const role of ['designated-doctor', 'panel-member', 'chair', 'analyst', 'administrator'] as const) {
      const call = await given.as(personIn(area, role))
      await expect(call.nationalSubmission.read(asked)).rejects.toMatchObject({ message: 'forbidden' })
    }
    const stranger = await given.as(personIn(newArea(), 'coordinator'))
    await expect(stranger.nationalSubmission.read(asked)).rejects.toMatchObject({ message: 'not-found' })
    const both = await given.as(personIn(area, 'coordinator', 'panel-member'))
    await both.nationalSubmission.read(asked)
  })
})

describe('what agencies returned and the panel agreed', () => {
  const changes = async (caseId: CaseId, kind: NationalSubmissionKind) =>
    (await given.as(coordinator)).nationalSubmission.changes({ areaId: area, caseId, kind })

  test('goes as codes of the reporting form, once agencies that contradict each other are settled', async () => {
    const { caseId, reference } = await givenCase(given, area)
    await send(caseId, newKey(), 'reporting')
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({ state: 'stopped', because: 'nothing-returned' })
    const call = await given.as(coordinator)
    const whose: InformationRequestId[] = []
    for (const gestation of [38, 28]) {
      const agency = { name: `Invented ${gestation}`, kind: 'other' as const, email: 'a@agency.example' }
      const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
      const asked = { areaId: area, caseId, organisationId, key: newKey() }
      const { informationRequestId } = await call.informationRequest.send(asked)
      whose.push(informationRequestId)
      const { formVersion, answers } = reportingAnswers()
      const filled = { key: newKey(), version: 0, formVersion, answers: { ...answers, gestation } }
      await (await given.as(linkHolder(area, informationRequestId))).reportingForm.submit(filled)
    }
    await send(caseId, newKey(), 'reporting')
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({
      state: 'incomplete',
      problems: [{ question: 'gestation', code: 'conflict' }],
    })
    const conflict = { areaId: area, caseId, form: 'reporting', question: 'gestation', version: 0 }
    const settling = { ...conflict, why: 'Its own notes' }
    await call.collatedRecord.settle({ ...settling, whose: some(whose[1]), key: newKey() })
    await send(caseId, newKey(), 'reporting')
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({ state: 'acknowledged', kind: 'reporting', number: 3 })
    const fields = heldOf(reference)[0]?.document?.fields ?? {}
    expect(fields['reporting.gestationWeeks']).toBe(28)
    expect(JSON.stringify(fields)).not.toMatch(/summary|learning/i)
    expect(await changes(caseId, 'reporting')).toEqual({ since: 3, changed: [] })
    await call.collatedRecord.settle({ ...settling, version: 1, whose: some(whose[0]), key: newKey() })
    expect(await changes(caseId, 'reporting')).toEqual({
      since: 3,
      changed: [{ field: 'reporting.gestationWeeks', question: 'gestation' }],
    })
  })

  test('goes as codes of the supplementary forms that were returned, once agencies that contradict each other are settled', async () => {
    const { caseId, reference } = await givenCase(given, area)
    await givenReturn(given, coordinator, caseId)
    await send(caseId, newKey(), 'supplementary')
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({ state: 'stopped', because: 'nothing-returned' })
    const first = await national.givenSupplementary(caseId, pathway)
    const second = await national.givenSupplementary(caseId, { ...pathway, 'ambulance-minutes': 20 })
    await send(caseId, newKey(), 'supplementary')
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({
      state: 'incomplete',
      problems: [{ question: 'care-pathway:ambulance-minutes', code: 'conflict' }],
    })
    const call = await given.as(coordinator)
    const conflict = { areaId: area, caseId, form: 'care-pathway', question: 'ambulance-minutes', version: 0 }
    await call.collatedRecord.settle({ ...conflict, why: 'Its own log', whose: first, key: newKey() })
    await send(caseId, newKey(), 'supplementary')
    await settle(caseId)
    expect(heldOf(reference)[0]?.document?.fields).toEqual({
      'supplementary.formsReturned': ['care-pathway'],
      'supplementary.carePathway.ambulanceDelay': 'not-known',
      'supplementary.carePathway.ambulanceHeld': 'yes',
      'supplementary.carePathway.ambulanceMinutes': 14,
    })
    expect(await changes(caseId, 'supplementary')).toMatchObject({ changed: [] })
    await call.collatedRecord.settle({
      ...conflict,
      version: 1,
      why: 'Its own log',
      whose: second,
      key: newKey(),
    })
    expect(await changes(caseId, 'supplementary')).toMatchObject({
      changed: [{ question: 'care-pathway:ambulance-minutes' }],
    })
    await givenErrorReport(given, area, caseId)
    await settle(caseId)
    expect(statesOf(reference)).toEqual(['withdrawn'])
  })

  test('goes as the agreed analysis, whose receipt is the day the case is closed by; a later version goes again', async () => {
    const { caseId, reference } = await givenCase(given, area)
    await expect(send(caseId, newKey(), 'analysis')).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    await givenAgreement(given, area, caseId, panelMeetingId)
    await send(caseId, newKey(), 'analysis')
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({ state: 'acknowledged', kind: 'analysis', sourceVersion: 1 })
    expect(heldOf(reference)[0]?.document?.fields).toMatchObject({
      'analysis.categories': ['10'],
      'analysis.modifiability': 'no-modifiable-factors',
    })
    const call = await given.as(coordinator)
    const today = given.clock.today()
    given.clock.addDays(1)
    const other = { areaId: area, caseId, nationalSubmissionOn: given.clock.today(), key: newKey() }
    await expect(call.case.close(other)).rejects.toMatchObject({ message: 'national-database-told' })
    await call.case.close({ ...other, nationalSubmissionOn: today, key: newKey() })
    await givenAgreement(given, area, caseId, panelMeetingId, 2)
    await send(caseId, newKey(), 'analysis')
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({ state: 'acknowledged', number: 2, sourceVersion: 2 })
    expect(statesOf(reference)).toEqual(['superseded', 'accepted'])
    await givenErrorReport(given, area, caseId)
    await settle(caseId)
    expect(statesOf(reference)).toEqual(['withdrawn', 'withdrawn'])
    const trace = await call.case.trace({ areaId: area, caseId, fieldClasses: [] })
    expect(trace.withdrawal).toBeNull()
  })

  test('is not sent from here once a case was closed by a day somebody typed', async () => {
    const { caseId, reference } = await givenCase(given, area)
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    await givenAgreement(given, area, caseId, panelMeetingId)
    const closing = { areaId: area, caseId, nationalSubmissionOn: given.clock.today(), key: newKey() }
    await (await given.as(coordinator)).case.close(closing)
    await send(caseId, newKey(), 'analysis')
    await settle(caseId)
    expect(await newest(caseId)).toMatchObject({ state: 'stopped', because: 'told-elsewhere' })
    expect(heldOf(reference)).toEqual([])
  })

  test('differs from what was acknowledged by name of the field alone: no value is told', async () => {
    const { caseId } = await givenCase(given, area)
    await expect(changes(caseId, 'notification')).rejects.toMatchObject({ message: 'not-found' })
    await send(caseId)
    await settle(caseId)
    changeNotified(caseId, { 'child-postcode': 'LS2 7EW', 'gestation-weeks': undefined })
    expect(await changes(caseId, 'notification')).toEqual({
      since: 1,
      changed: [
        { field: 'child.gestationWeeks', question: 'gestation-weeks' },
        { field: 'child.postcode', question: 'child-postcode' },
      ],
    })
  })
})

const pathway = { 'ambulance-held': 'yes', 'ambulance-minutes': 14, 'ambulance-delay': { notKnown: true } }

const some = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('there is none')
  return value
}

describe('a report in error', () => {
  test('takes back what was accepted without anybody asking, and owes nobody a withdrawal by hand', async () => {
    const { caseId, reference } = await givenCase(given, area)
    await send(caseId)
    await settle(caseId)
    await givenErrorReport(given, area, caseId, { nationalDatabaseTold: true })
    await settle(caseId)
    expect(statesOf(reference)).toEqual(['withdrawn'])
    const trace = await (await given.as(coordinator)).case.trace({ areaId: area, caseId, fieldClasses: [] })
    expect(trace).toMatchObject({
      withdrawal: null,
      submissions: [
        { state: 'withdrawn', because: 'reported-in-error', withdrawalReceipt: expect.any(String) },
      ],
    })
  })

  test('takes back what is on its way at that moment, whichever of the two arrives first', async () => {
    for (const first of ['call', 'withdrawal'] as const) {
      const { caseId, reference } = await givenCase(given, area)
      const { submissionId } = await send(caseId)
      // Its answer is lost, or the whole call: nobody here knows whether it came.
      standIn.behave({ does: 'drop', of: first === 'call' ? 'answer' : 'call', afterBytes: 20 })
      await expect(run(submissionId)).rejects.toThrow()
      await givenErrorReport(given, area, caseId)
      await settle(caseId)
      expect(statesOf(reference)).toEqual(first === 'call' ? ['withdrawn'] : [])
      expect((await standInHas(submissionId)).state).toBe('withdrawn')
      // Delivered late, it is not taken.
      const late = httpNationalDatabase({ url: standIn.url, token: 'a token' })
      const document = {
        mapping: MAPPING_IN_USE,
        kind: 'notification',
        record: reference,
        panel: 'LDS',
        fields: {},
      }
      expect(
        await late.submit(submissionId, JSON.stringify(document, Object.keys(document).sort())),
      ).toMatchObject({
        answer: 'withdrawn',
      })
    }
  })

  test('stops what has not left yet', async () => {
    const { caseId, reference } = await givenCase(given, area)
    await send(caseId)
    await givenErrorReport(given, area, caseId)
    await settle(caseId)
    expect(heldOf(reference)).toEqual([])
    await expect(send(caseId)).rejects.toMatchObject({ message: 'not-found' })
  })
})

const standInHas = async (submissionId: string) => {
  const held = standIn.list().find(({ key }) => key === submissionId)
  if (held === undefined) throw new Error('nothing under this key')
  return held
}

describe('killed at any byte and delivered again', () => {
  const fault: fc.Arbitrary<Behaviour | 'dies'> = fc.oneof(
    fc.record({
      does: fc.constant('drop' as const),
      of: fc.constantFrom('call' as const, 'answer' as const),
      afterBytes: fc.integer({ min: 0, max: 1200 }),
    }),
    fc.constant({ does: 'fail' as const }),
    fc.constant({ does: 'answer-twice' as const }),
    fc.constant({ does: 'wait' as const, milliseconds: 300 }),
    fc.constant('dies' as const),
  )

  test('exactly one record is accepted, under one receipt, whatever happens on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 4 }), fc.boolean(), async (faults, supplementary) => {
        const { caseId, reference } = await givenCase(given, area)
        if (supplementary) await national.givenSupplementary(caseId, pathway)
        const { submissionId } = await send(
          caseId,
          newKey(),
          supplementary ? 'supplementary' : 'notification',
        )
        for (const one of faults) {
          if (one === 'dies') national.dies.now = () => true
          else standIn.behave(one)
          // Twice at once, as after a lock was lost.
          await Promise.allSettled([run(submissionId), run(submissionId)])
          national.dies.now = () => false
        }
        standIn.behave()
        await settle(caseId)
        const held = heldOf(reference)
        expect(held.map(({ state }) => state)).toEqual(['accepted'])
        const ledger = (await read(caseId)).submissions
        expect(ledger).toHaveLength(1)
        expect(ledger[0]).toMatchObject({ state: 'acknowledged', receipt: held[0]?.receipt })
        const told = receiptsTold.filter((one) => one.caseId === caseId)
        const expected = supplementary ? [] : [held[0]?.receipt]
        expect(new Set(told.map(({ receipt }) => receipt))).toEqual(new Set(expected))
      }),
      { numRuns: 12 },
    )
  })

  test('what changed on the way under a lost answer is taken back and sent anew', async () => {
    const { caseId, reference } = await givenCase(given, area)
    const { submissionId } = await send(caseId)
    standIn.behave({ does: 'drop', of: 'call', afterBytes: 0 })
    await expect(run(submissionId)).rejects.toThrow()
    await given.test.look`
      update case_review.areas set code = 'BFD' where area_id = ${area}`
    await settle(caseId)
    expect(statesOf(reference)).toEqual(['accepted'])
    expect((await read(caseId)).submissions.map(({ state }) => state)).toEqual(['acknowledged', 'withdrawn'])
  })

  test('what it was put together from gone under a lost answer, whatever arrived of it is taken back', async () => {
    const { caseId, reference } = await givenCase(given, area)
    const other = await givenCase(given, area)
    const { informationRequestId } = await givenReturn(given, coordinator, caseId)
    const { submissionId } = await send(caseId, newKey(), 'reporting')
    standIn.behave({ does: 'drop', of: 'call', afterBytes: 0 })
    await expect(run(submissionId)).rejects.toThrow()
    // As when a merge is undone: the answers are another record's again.
    const { look } = given.test
    await look`alter table case_review.information_requests disable trigger user`
    await look`
      update case_review.information_requests set case_id = ${other.caseId}
      where information_request_id = ${informationRequestId}`
    await look`alter table case_review.information_requests enable trigger user`
    await settle(caseId)
    expect(statesOf(reference)).toEqual([])
    expect((await read(caseId)).submissions.map(({ state, because }) => [state, because])).toEqual([
      ['stopped', 'nothing-returned'],
      ['withdrawn', 'content-changed'],
    ])
  })

  test('the ledger itself refuses to change what was sent, or to send what may not be', async () => {
    const { caseId } = await givenCase(given, area)
    await send(caseId)
    await settle(caseId)
    const change = (what: string) =>
      given.test.database.transaction(coordinator, (tx) =>
        tx.unsafe(`update case_review.national_submissions set ${what} where case_id = '${caseId}'`),
      )
    await expect(change("state = 'queued'")).rejects.toMatchObject({ sqlState: '23514' })
    await expect(change("receipt = 'another'")).rejects.toMatchObject({ sqlState: '23514' })
    await expect(change('source_version = 7')).rejects.toMatchObject({ sqlState: '23514' })
  })
})

describe('a review that begins again', () => {
  test('has its next analysis take the place of the one acknowledged, and is closed by that receipt alone', async () => {
    const doctor = personIn(area, 'designated-doctor')
    const { caseId, reference } = await givenCase(given, area)
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    await givenAgreement(given, area, caseId, panelMeetingId)
    await send(caseId, newKey(), 'analysis')
    await settle(caseId)
    const call = await given.as(coordinator)
    const close = async () =>
      call.case.close({ areaId: area, caseId, nationalSubmissionOn: given.clock.today(), key: newKey() })
    await close()

    const { version } = await (await given.as(doctor)).case.reopenings({ areaId: area, caseId })
    const reopenedOn = given.clock.today()
    const said = { reason: 'analysis-was-wrong' as const, note: 'An invented reason.', reopenedOn }
    await (await given.as(doctor)).case.reopen({ areaId: area, caseId, version, ...said, key: newKey() })
    // Until the panel agrees anew, what was acknowledged stands, and nothing is sent.
    expect((await read(caseId)).maySend).toEqual(['notification', 'reporting', 'supplementary'])
    await expect(send(caseId, newKey(), 'analysis')).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
    expect(statesOf(reference)).toEqual(['accepted'])

    given.clock.addDays(1)
    const arranged = await call.panelMeeting.arrange({
      areaId: area,
      kind: 'standard',
      heldOn: given.clock.today(),
      key: newKey(),
    })
    const summary = 'A child died at home.'
    await call.case.listForPanel({ areaId: area, caseId, ...arranged, summary, goingOn, key: newKey() })
    await givenAgreement(given, area, caseId, arranged.panelMeetingId, 3)
    expect(await newest(caseId)).toMatchObject({ kind: 'analysis', number: 2, state: 'queued' })
    // The receipt of the first review does not finish the second.
    const isFinalised = async () => {
      const asked = { areaId: area, list: 'not-finalised' as const, year: '2025-26', page: 1 }
      const { rows } = await call.nationalSubmission.yearEnd(asked)
      return !rows.some((row) => row.caseId === caseId)
    }
    expect(await isFinalised()).toBe(false)
    await settle(caseId)
    expect(await isFinalised()).toBe(true)
    expect(statesOf(reference)).toEqual(['superseded', 'accepted'])
    expect(await newest(caseId)).toMatchObject({ number: 2, state: 'acknowledged', sourceVersion: 3 })
    await close()
    given.clock.addDays(-1)
  })
})
