import { type AreaId, ImportId, OpenCase, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chaseArea } from '../chasing/chase-area.ts'
import {
  type GivenCaseReview,
  givenAgreement,
  givenCase,
  givenCaseReview,
  goingOn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { checkedBundles } from '../testing-intake.ts'
import { carryCase } from '../transfer/carry-case.ts'
import { handingOver, there } from '../transfer/testing-handed-over.ts'
import { forgetUnsigned } from './forget.ts'
import { markSignedOff } from './import-store.ts'

let given: GivenCaseReview
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')
const day = (date: string) => PlainDate.parse(date)

beforeAll(async () => {
  given = await givenCaseReview()
})
beforeEach(() => given.clock.set('2026-03-02T10:00:00.000Z'))
afterAll(() => given.drop())

const base = {
  stage: 'gathering',
  confirmed: { by: 'hospital-doctor', on: '2025-06-01' },
  notHeld: null,
  panelMeetingOn: null,
  panelQuestions: [],
  reviewedOn: null,
  nationalSubmissionOn: null,
  requests: [],
  holds: [],
  meetings: [],
  documents: [],
}
const surgery = {
  row: 2,
  agency: { name: 'Invented Surgery', kind: 'general-practice', odsCode: null, email: 'box@surgery.example' },
  askedOn: '2025-06-20',
  dueOn: '2025-07-11',
  chasedOn: ['2025-07-15'],
  outcome: 'open',
  answeredOn: null,
  returned: [],
}
const hospital = {
  ...surgery,
  row: 3,
  agency: { ...surgery.agency, name: 'Invented Hospital', kind: 'hospital', email: 'box@hospital.example' },
  chasedOn: [],
  outcome: 'returned',
  answeredOn: '2025-07-10',
  returned: [
    {
      row: 2,
      number: 'B5',
      name: 'Road traffic accident',
      version: '2016',
      returnedOn: '2025-07-10',
      form: null,
      formVersion: null,
      answers: {},
      notMapped: [{ column: 'H', heading: 'Seat belt worn?', text: 'Yes, said the police' }],
    },
    {
      row: 3,
      number: null,
      name: 'Reporting form',
      version: '2022-04-01',
      returnedOn: '2025-07-10',
      form: 'reporting',
      formVersion: '2022-04-01',
      answers: { 'reporter-name': 'Orla Pennywhistle' },
      notMapped: [],
    },
  ],
}
const inquest = {
  row: 2,
  reason: 'inquest',
  stages: ['panel'],
  from: '2025-06-20',
  until: '2025-12-01',
  contact: '',
  confirmedOn: null,
  nextCheckOn: null,
}
/** Of a child who died before: see the day `begins` is given. */
const reviewedBeforeItBegan = {
  stage: 'reviewed',
  confirmed: { by: 'registrar', on: '2018-12-02' },
  notHeld: { reason: 'other', decidedOn: '2019-01-05' },
  panelMeetingOn: '2019-03-31',
  reviewedOn: '2019-03-31',
}
const meeting = {
  row: 2,
  kind: 'other',
  plannedOn: '2025-09-01',
  startsAt: null,
  endsAt: null,
  place: '',
  chairedBy: '',
  heldOn: '2025-09-01',
  last: true,
  reportReceivedOn: '2025-09-20',
}

function bundle(...cases: object[]): { importId: ImportId; rows: number } {
  const importId = ImportId.parse(crypto.randomUUID())
  const read = cases.map((one, index) => ({
    diedOn: day('2025-06-01'),
    open: OpenCase.parse({ ...base, row: index + 2, oldReference: `OLD/${index}`, ...one }),
  }))
  checkedBundles.set(importId, { cases: read, state: 'ready' })
  return { importId, rows: cases.length }
}
const calls = async () => (await given.as(coordinator)).openCases

async function signedOff(...cases: object[]): Promise<ImportId> {
  const { importId, rows } = bundle(...cases)
  await (await calls()).signOff({ areaId: area, importId, key: newKey(), rows })
  return importId
}
/** Intake opens the case of a row. Told of twice, as every event of these tests is. */
const begins = (importId: ImportId, row = 2, diedOn = '2025-06-01') =>
  givenCase(given, area, {
    diedOn,
    receivedOn: diedOn,
    confirmed: false,
    told: { imported: { importId, row } },
  })
const opened = async (caseId: Awaited<ReturnType<typeof begins>>['caseId']) =>
  (await (await given.as(coordinator)).case.open({ areaId: area, caseId, fieldClasses: [] })).case

describe('a bundle of open cases', () => {
  test('is shown as it would be, with its clocks and agencies, and nothing of it is there before it is signed off', async () => {
    const unknown = { ...surgery, agency: { ...surgery.agency, name: 'Nobody’s Clinic', email: null } }
    const { importId } = bundle({ requests: [surgery, { ...unknown, row: 3 }] }, { oldReference: 'OLD/2' })
    const call = await calls()
    expect(await call.rehearse({ areaId: area, importId })).toMatchObject({
      sheets: { cases: 2, requests: 2, openRequests: 2, chasers: 2 },
      overdue: { 'agency-return': 1, 'review-meeting': 2 },
      toAdd: ['Invented Surgery'],
      unknown: ['Nobody’s Clinic'],
    })
    const left = () =>
      given.test.look`select 1 from case_review.open_case_imports where import_id = ${importId}`
    await expect(call.signOff({ areaId: area, importId, key: newKey(), rows: 2 })).rejects.toThrow(
      'agencies-unknown',
    )
    await expect(call.signOff({ areaId: area, importId, key: newKey(), rows: 3 })).rejects.toThrow(
      'import-moved-on',
    )
    expect(await left()).toEqual([])
  })

  test('comes in case by case with its dates, once, and nothing is sent', async () => {
    const importId = await signedOff(
      {
        stage: 'review-meeting-held',
        requests: [surgery, hospital],
        holds: [inquest],
        meetings: [meeting],
      },
      {},
    )
    const call = await calls()
    expect(await call.report({ areaId: area, importId })).toMatchObject({ cases: 2, waiting: [2, 3] })
    const { caseId } = await begins(importId)
    const seen = await opened(caseId)
    expect(seen).toMatchObject({
      state: 'review-meeting-held',
      confirmation: { deathBy: 'hospital-doctor' },
      requests: expect.arrayContaining([
        expect.objectContaining({
          organisationName: 'Invented Hospital',
          state: 'accepted',
          sentOn: '2025-06-20',
        }),
        expect.objectContaining({
          organisationName: 'Invented Surgery',
          dueOn: '2025-07-11',
          remindedOn: '2025-07-15',
        }),
      ]),
      holds: [{ reason: 'inquest', from: '2025-06-20', until: '2025-12-01' }],
      reviewMeetings: [{ heldOn: '2025-09-01', reportReceivedOn: '2025-09-20' }],
      sinceDeath: { gross: 274, held: 164, net: 110 },
    })
    expect(await given.sendWaitingMails()).toBe(0)
    expect(await call.origin({ areaId: area, caseId })).toMatchObject({
      origin: { oldReference: 'OLD/0', stage: 'review-meeting-held', documentsNotTaken: 0 },
      kept: expect.arrayContaining([
        expect.objectContaining({
          number: 'B5',
          notMapped: [{ column: 'H', heading: 'Seat belt worn?', text: 'Yes, said the police' }],
        }),
      ]),
    })
    const collated = await (await given.as(coordinator)).collatedRecord.read({ areaId: area, caseId })
    expect(JSON.stringify(collated)).toContain('Orla Pennywhistle')
    expect(await call.report({ areaId: area, importId })).toMatchObject({
      waiting: [3],
      taken: { cases: 1, requests: 2, chasers: 1, returnedForms: 2, holds: 1, meetings: 1, documents: 0 },
    })
    const readable = await given.test.look`
      select 1 from case_review.kept_returns where position('police'::bytea in content) > 0`
    expect(readable).toEqual([])
  })

  test('is chased by nobody until a coordinator takes it over, and then from where each agency was chased to', async () => {
    const importId = await signedOff({
      requests: [{ ...surgery, dueOn: '2026-02-20', chasedOn: ['2026-02-25'] }],
    })
    const { caseId } = await begins(importId)
    const stepsOf = () => given.test.look`
      select k.step, k.taken_on::text as on from case_review.chasers k
      join case_review.information_requests r using (area_id, information_request_id)
      where r.case_id = ${caseId} order by k.recorded_at, k.step`
    const sentTo = () => given.test.look`
      select o.name from case_review.chaser_mails m join case_review.chasers k using (area_id, chaser_mail_id)
      join case_review.information_requests r using (area_id, information_request_id)
      join case_review.organisations o using (area_id, organisation_id) where r.case_id = ${caseId}`
    await given.test
      .look`update case_review.chasing_areas set chased_on = '2026-03-01' where area_id = ${area}`
    given.clock.set('2026-03-09T10:00:00.000Z')
    await chaseArea(given.parts, area)
    expect(await sentTo()).toEqual([])
    const call = await calls()
    const from = given.clock.today()
    const key = newKey()
    await call.takeOverChasing({ areaId: area, importId, from, key })
    await call.takeOverChasing({ areaId: area, importId, from, key })
    await expect(call.takeOverChasing({ areaId: area, importId, from, key: newKey() })).rejects.toThrow(
      'import-moved-on',
    )
    given.clock.set('2026-03-10T10:00:00.000Z')
    await chaseArea(given.parts, area)
    expect(await stepsOf()).toMatchObject([
      { step: 'first-reminder', on: '2026-02-25' },
      { step: 'second-reminder' },
    ])
    expect(await sentTo()).toHaveLength(1)
  })

  test('asks each agency as the bundle means it: by its code, or by its name and kind, and never one of another code', async () => {
    const named = { ...surgery.agency, name: 'Invented Elms' }
    const kinds = ['hospital', 'general-practice', 'general-practice', 'hospital']
    const codes = [null, 'Y10001', 'Y10002', null]
    const asked = kinds.map((kind, index) => ({
      ...surgery,
      row: index + 2,
      agency: { ...named, kind, odsCode: codes[index] ?? null, email: `box${index}@elms.example` },
    }))
    const entry = { name: 'Invented Elms', email: 'school@elms.example', kind: 'education' as const }
    await (await given.as(coordinator)).organisation.add({ areaId: area, key: newKey(), ...entry })
    const { importId, rows } = bundle({ requests: asked })
    const call = await calls()
    const { toAdd, unknown } = await call.rehearse({ areaId: area, importId })
    expect([toAdd, unknown]).toEqual([Array.from({ length: 3 }, () => 'Invented Elms'), []])
    await call.signOff({ areaId: area, importId, key: newKey(), rows })
    const { caseId } = await begins(importId)
    const found = await given.test.look`
      select o.kind, o.ods_code as code, count(*)::int as requests from case_review.information_requests r
      join case_review.organisations o using (area_id, organisation_id)
      where r.case_id = ${caseId} group by 1, 2 order by 1, 2`
    expect(found).toEqual([
      { kind: 'general-practice', code: 'Y10001', requests: 1 },
      { kind: 'general-practice', code: 'Y10002', requests: 1 },
      { kind: 'hospital', code: null, requests: 2 },
    ])
    // Of a third code, and of either: nobody can say which.
    const others = ['Y10003', null].map((odsCode, index) => ({
      ...surgery,
      row: index + 2,
      agency: { ...named, odsCode, email: null },
    }))
    const other = bundle({ requests: others })
    expect(await call.rehearse({ areaId: area, importId: other.importId })).toMatchObject({
      unknown: ['Invented Elms', 'Invented Elms'],
    })
    const oaks = { ...surgery.agency, name: 'Invented Oaks', email: 'box@oaks.example' }
    const here = { name: oaks.name, email: oaks.email, kind: 'general-practice' as const, odsCode: 'Y20001' }
    await (await given.as(coordinator)).organisation.add({ areaId: area, key: newKey(), ...here })
    const second = { ...surgery, agency: { ...oaks, odsCode: 'Y20002' } }
    const either = { ...surgery, row: 3, agency: { ...oaks, email: null } }
    const two = bundle({ requests: [second, either] })
    expect(await call.rehearse({ areaId: area, importId: two.importId })).toMatchObject({
      toAdd: ['Invented Oaks'],
      unknown: ['Invented Oaks'],
    })
  })

  test('is chased by another area it was handed over to, though here nobody had taken chasing over', async () => {
    const importId = await signedOff({
      requests: [{ ...surgery, dueOn: '2026-02-20', chasedOn: ['2026-02-25'] }],
    })
    const begun = await begins(importId)
    await carryCase(given.parts, await handingOver(given).handOver(begun, [area, there]))
    given.clock.set('2026-03-10T10:00:00.000Z')
    expect(await chaseArea(given.parts, there)).toBe(1)
  })

  test('at any stage stands there, by legal steps alone', async () => {
    const notHeld = { reason: 'died-abroad', decidedOn: '2025-08-01' }
    const met = { notHeld, panelMeetingOn: '2026-02-01' }
    const importId = await signedOff(
      { stage: 'review-meeting-not-held', notHeld },
      { ...met, stage: 'listed' },
      { ...met, stage: 'deferred', panelQuestions: ['What did the school know?'] },
      { ...met, stage: 'reviewed', reviewedOn: '2026-02-01' },
      { ...met, stage: 'submitted', reviewedOn: '2026-02-01', nationalSubmissionOn: '2026-02-10' },
    )
    const states: string[] = []
    for (const row of [2, 3, 4, 5, 6]) states.push((await opened((await begins(importId, row)).caseId)).state)
    expect(states).toEqual(['review-meeting-not-held', 'listed', 'deferred', 'reviewed', 'submitted'])
    const meetings = await given.test.look`
      select 1 from case_review.panel_meetings where area_id = ${area} and held_on = '2026-02-01'`
    expect(meetings).toHaveLength(1)
  })

  test('reviewed before April 2019 can never be said to have gone to the national database', async () => {
    const importId = await signedOff(reviewedBeforeItBegan)
    const { caseId } = await begins(importId, 2, '2018-12-01')
    const [row] = await given.test
      .look`select never_national from case_review.cases where case_id = ${caseId}`
    expect(row).toEqual({ neverNational: true })
    await expect(
      given.test
        .look`update case_review.cases set national_submission_on = '2026-01-01' where case_id = ${caseId}`,
    ).rejects.toThrow('cases_never_submitted')
    await expect(
      given.test
        .look`insert into case_review.national_submissions (area_id, submission_id, case_id, kind, number, state, queued_by, queued_at)
          values (${area}, gen_random_uuid(), ${caseId}, 'notification', 1, 'queued', gen_random_uuid(), now())`,
    ).rejects.toThrow('is not sent to it')
  })

  test('reviewed before April 2019 is closed without a day, and closed again without one after a further review', async () => {
    const importId = await signedOff(reviewedBeforeItBegan)
    const { caseId } = await begins(importId, 2, '2018-02-01')
    const call = await given.as(coordinator)
    const closing = (nationalSubmissionOn: PlainDate | null) =>
      call.case.close({ areaId: area, caseId, nationalSubmissionOn, key: newKey() })
    await expect(closing(day('2026-03-02'))).rejects.toMatchObject({ message: 'not-for-national-database' })
    await closing(null)
    expect(await opened(caseId)).toMatchObject({ state: 'closed', nationalSubmissionOn: null })
    await expect(closing(null)).rejects.toMatchObject({ message: 'not-allowed-in-this-state' })
    const yearEnd = () =>
      call.nationalSubmission.yearEnd({ areaId: area, year: '2017-18', list: 'not-finalised', page: 1 })
    const settled = { rows: [], counts: { all: 1, underReview: 0, reviewed: 0, neverNational: 1 } }
    expect(await yearEnd()).toMatchObject(settled)

    const doctor = await given.as(personIn(area, 'designated-doctor'))
    const { version } = await doctor.case.reopenings({ areaId: area, caseId })
    await doctor.case.reopen({
      ...{ areaId: area, caseId, version, reason: 'new-medical-finding', note: 'An invented finding.' },
      ...{ reopenedOn: given.clock.today(), key: newKey() },
    })
    expect(await yearEnd()).toMatchObject(settled)
    const { panelMeetingId } = await call.panelMeeting.arrange({
      ...{ areaId: area, kind: 'standard', heldOn: given.clock.today(), key: newKey() },
    })
    await call.case.listForPanel({
      ...{ areaId: area, caseId, panelMeetingId, summary: 'A child died at home.', goingOn, key: newKey() },
    })
    await givenAgreement(given, area, caseId, panelMeetingId)
    // The first review decides.
    await expect(
      call.nationalSubmission.send({ areaId: area, caseId, kind: 'analysis', key: newKey() }),
    ).rejects.toMatchObject({ message: 'not-for-national-database' })
    await expect(closing(given.clock.today())).rejects.toMatchObject({ message: 'not-for-national-database' })
    await closing(null)
    expect(await opened(caseId)).toMatchObject({ state: 'closed', firstReviewedOn: '2019-03-31' })
    expect(await yearEnd()).toMatchObject(settled)
  })
})

describe('a sign-off', () => {
  test('cut off after intake was told goes on with the next click, and a second click changes nothing', async () => {
    const { importId, rows } = bundle({})
    const call = await calls()
    const found = checkedBundles.get(importId)
    await call.signOff({ areaId: area, importId, key: newKey(), rows })
    await given.test
      .look`update case_review.open_case_imports set signed_off_at = null where import_id = ${importId}`
    expect(found?.state).toBe('confirmed')
    const again = await call.signOff({ areaId: area, importId, key: newKey(), rows })
    expect(await call.signOff({ areaId: area, importId, key: newKey(), rows })).toEqual(again)
    await forgetUnsigned(given.parts, { areaId: area, importId })
    expect(await call.report({ areaId: area, importId })).toMatchObject({ waiting: [2] })
    await expect(call.forget({ areaId: area, importId })).rejects.toThrow('import-moved-on')
  })

  test('is not undone by somebody who cancels meanwhile: only what intake has cancelled is forgotten', async () => {
    const { importId, rows } = bundle({})
    const call = await calls()
    await call.signOff({ areaId: area, importId, key: newKey(), rows })
    // Intake was told, and that it is signed off is not recorded yet.
    await given.test
      .look`update case_review.open_case_imports set signed_off_at = null where import_id = ${importId}`
    await expect(call.forget({ areaId: area, importId })).rejects.toThrow('import-moved-on')
    expect(await call.report({ areaId: area, importId })).toMatchObject({ waiting: [2] })
    checkedBundles.delete(importId)
    await call.forget({ areaId: area, importId })
    await expect(call.report({ areaId: area, importId })).rejects.toThrow('not-found')
  })

  test('of which nothing is kept any more opens no bare case, and is not said to be signed off', async () => {
    const importId = await signedOff({})
    await given.test.look`delete from case_review.open_case_rows where import_id = ${importId}`
    await expect(begins(importId)).rejects.toThrow('nothing of the bundle')
    await given.test.look`delete from case_review.open_case_imports where import_id = ${importId}`
    await expect(begins(importId)).rejects.toThrow('nothing of the bundle')
    const opened = await given.test.look`
      select 1 from case_review.open_case_origins where import_id = ${importId}`
    expect(opened).toEqual([])
    const marking = given.parts.database.transaction(coordinator, (tx) =>
      markSignedOff(tx, { areaId: area, importId }, given.parts.clock.now()),
    )
    await expect(marking).rejects.toThrow('nothing of the bundle')
  })

  test('that never came to its end is forgotten, and leaves nothing', async () => {
    const importId = await signedOff({})
    await given.test
      .look`update case_review.open_case_imports set signed_off_at = null where import_id = ${importId}`
    await forgetUnsigned(given.parts, { areaId: area, importId })
    expect(
      await given.test.look`select 1 from case_review.open_case_rows where import_id = ${importId}`,
    ).toEqual([])
    await expect((await calls()).report({ areaId: area, importId })).rejects.toThrow('not-found')
  })

  test('is for coordinators of the area alone', async () => {
    const { importId, rows } = bundle({})
    const input = { areaId: area, importId, key: newKey(), rows }
    const elsewhere = (await given.as(personIn(newArea(), 'coordinator'))).openCases
    await expect(elsewhere.signOff(input)).rejects.toThrow('not-found')
    const doctor = (await given.as(personIn(area, 'designated-doctor'))).openCases
    await expect(doctor.signOff(input)).rejects.toThrow('forbidden')
    await expect(doctor.rehearse({ areaId: area, importId })).rejects.toThrow('forbidden')
  })
})
