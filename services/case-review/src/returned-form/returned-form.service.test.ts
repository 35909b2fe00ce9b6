import { type AreaId, type CaseId, InformationRequestId, type Person } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenReturn,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'

const { formVersion, answers } = reportingAnswers()
const why = 'The year was Quillfeather’s, not ours'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let caseId: CaseId
let id: InformationRequestId
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  ;({ caseId } = await givenCase(given, area))
  id = InformationRequestId.parse((await givenReturn(given, coordinator, caseId)).informationRequestId)
})

const reporter = () => given.as(linkHolder(area, id))
const read = async (entry?: number) =>
  (await given.as(coordinator)).informationRequest.read({
    areaId: area,
    informationRequestId: id,
    ...(entry !== undefined && { entry }),
  })
const changed = { ...answers, 'reporter-role': 'Somebody else’s role' }

async function sendCorrected() {
  const call = await reporter()
  await call.reportingForm.correct({ key: newKey(), why })
  const { version } = await call.reportingForm.begin({})
  given.clock.set('2026-03-04T10:00:00.000Z')
  await call.reportingForm.submit({ key: newKey(), version, formVersion, answers: changed })
}

describe('what an agency returned', () => {
  test('is corrected as a further version, with the reason; the earlier one stays and can be read', async () => {
    expect(await read()).toMatchObject({ entry: 1, versions: [{ entry: 1, why: null }] })
    const call = await reporter()
    const key = newKey()
    expect(await call.reportingForm.correct({ key, why })).toEqual({ entry: 2 })
    expect(await call.reportingForm.correct({ key, why })).toEqual({ entry: 2 })
    await expect(call.reportingForm.correct({ key: newKey(), why })).rejects.toMatchObject({
      message: 'stale',
    })
    const begun = await call.reportingForm.begin({})
    expect(begun).toMatchObject({ returned: false, correcting: 2, answers })

    const draft = { key: newKey(), version: begun.version, formVersion, answers: changed }
    await call.reportingForm.saveDraft(draft)
    expect(JSON.stringify(await read())).not.toContain('Somebody else’s role')

    await call.reportingForm.submit({ ...draft, key: newKey(), version: begun.version + 1 })
    const newest = await read()
    expect(newest).toMatchObject({
      entry: 2,
      versions: [
        { entry: 2, why },
        { entry: 1, why: null },
      ],
    })
    expect(JSON.stringify(newest.sections)).toContain('Somebody else’s role')
    expect(JSON.stringify((await read(1)).sections)).not.toContain('Somebody else’s role')
    await expect(read(3)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await call.reportingForm.begin({})).toMatchObject({ returned: true, correcting: null })
    await expect(
      call.reportingForm.saveDraft({ ...draft, key: newKey(), version: begun.version + 2 }),
    ).rejects.toMatchObject({ message: 'request-answered' })
    const events = await given.test.look<{ type: string }[]>`
      select type from case_review.events where subject = ${caseId} and type like 'information-request.%'
      order by version`
    expect(events.map(({ type }) => type)).toEqual([
      'information-request.sent.v1',
      'information-request.returned.v1',
      'information-request.corrected.v1',
    ])
  })

  test('cannot be changed or deleted in the database, and what is filled in only during a correction', async () => {
    const app = (statement: string) =>
      given.test
        .look`select has_table_privilege('case_review_app', 'case_review.returned_forms', ${statement}) as may`
    expect(await app('insert')).toMatchObject([{ may: true }])
    expect(await app('update')).toMatchObject([{ may: false }])
    await expect(
      given.test.look`delete from case_review.returned_forms where information_request_id = ${id}`,
    ).rejects.toMatchObject({ code: '23514' })
    const change = () =>
      given.test.look`
        update case_review.reporting_forms set version = version + 1 where information_request_id = ${id}`
    await expect(change()).rejects.toMatchObject({ code: '23514' })
    await (await reporter()).reportingForm.correct({ key: newKey(), why })
    await change()
  })

  test('lies sealed with the reason for its correction, and a version opens as no other', async () => {
    await sendCorrected()
    const [row] = await given.test.look<{ why: Buffer }[]>`
      select why from case_review.form_corrections where information_request_id = ${id}`
    expect(row?.why.toString('latin1')).not.toContain('Quillfeather')
    await given.test.look`
      update case_review.returned_forms f set answers = (
        select o.answers from case_review.returned_forms o
        where o.information_request_id = ${id} and o.entry = 1
      ) where f.information_request_id = ${id} and f.entry = 2`
    await expect(read()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
  })

  test('is not corrected before it was returned, nor by whoever holds another link', async () => {
    const { caseId: other } = await givenCase(given, area)
    const call = await given.as(coordinator)
    const organisation = { name: 'Invented Surgery', kind: 'other' as const, email: 'b@surgery.example' }
    const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...organisation })
    const sent = await call.informationRequest.send({
      areaId: area,
      caseId: other,
      organisationId,
      key: newKey(),
    })
    const stranger = await given.as(linkHolder(area, sent.informationRequestId))
    await expect(stranger.reportingForm.correct({ key: newKey(), why })).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
    expect(await read()).toMatchObject({ entry: 1 })
  })

  test('leaves as a copy of the version that is asked for, to whoever may read it, and is audited by its format', async () => {
    await sendCorrected()
    const call = await given.as(coordinator)
    const asked = { areaId: area, informationRequestId: id, form: 'reporting' as const, as: 'pdf' as const }
    const newest = await call.returnedForm.copy(asked)
    expect(newest).toMatchObject({ formVersion, answers: changed, stages: null, returned: { entry: 2 } })
    expect(await call.returnedForm.copy({ ...asked, entry: 1, as: 'json' })).toMatchObject({
      answers,
      returned: { entry: 1 },
    })
    const audited = await given.test.look<{ action: string }[]>`
      select entry->>'action' as action from case_review.audit_entries
      where entry->>'action' like 'returned-form.copy.%' and entry->'object'->>'id' = ${caseId} order by 1`
    expect(audited.map(({ action }) => action)).toEqual(['returned-form.copy.json', 'returned-form.copy.pdf'])
    await expect(call.returnedForm.copy({ ...asked, form: 'drowning' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const elsewhere = newArea()
    await expect(
      (await given.as(personIn(elsewhere, 'coordinator'))).returnedForm.copy({ ...asked, areaId: elsewhere }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
    for (const role of ['panel-member', 'analyst'] as const) {
      const other = given.as(personIn(area, role))
      await expect((await other).returnedForm.copy(asked)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  test('is the reporter’s own to keep: as far as it has come, as it was sent, and while it is corrected', async () => {
    const call = await reporter()
    const own = () => call.reportingForm.copy({ form: 'reporting', as: 'fhir' })
    expect(await own()).toMatchObject({ answers, returned: { entry: 1 } })
    await call.reportingForm.correct({ key: newKey(), why })
    expect(await own()).toMatchObject({ answers, returned: null })
    await expect(call.reportingForm.copy({ form: 'drowning', as: 'pdf' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await expect(
      (await given.as(coordinator)).reportingForm.copy({ form: 'reporting', as: 'pdf' }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})
