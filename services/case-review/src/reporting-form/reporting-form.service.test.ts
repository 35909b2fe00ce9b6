import { type AreaId, type CaseId, type CaseReference, InformationRequestId, type Person } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'

const { formVersion, answers: rightAnswers } = reportingAnswers()

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let caseId: CaseId
let reference: CaseReference
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  ;({ caseId, reference } = await givenCase(given, area))
})

async function sendRequest(email = 'safeguarding@trust.example') {
  const call = await given.as(coordinator)
  const organisation = { name: 'Invented NHS Trust', kind: 'hospital' as const, email }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...organisation })
  return call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
}

describe('the reporting form', () => {
  test('of one agency does not open as another’s, though both are about one child', async () => {
    const [ours, theirs] = [await sendRequest(), await sendRequest()]
    for (const { informationRequestId } of [ours, theirs]) {
      const reporter = await given.as(linkHolder(area, informationRequestId))
      await reporter.reportingForm.submit({ key: newKey(), version: 0, formVersion, answers: rightAnswers })
    }
    const read = async () =>
      (await given.as(coordinator)).informationRequest.read({
        areaId: area,
        informationRequestId: ours.informationRequestId,
      })
    expect((await read()).sections).not.toEqual([])
    await given.test.look`
      update case_review.returned_forms
      set answers = (
        select answers from case_review.returned_forms
        where information_request_id = ${theirs.informationRequestId}
      )
      where information_request_id = ${ours.informationRequestId}`
    await expect(read()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
  })

  test('is begun, kept, continued and returned; the coordinator reads it and nobody returns it twice', async () => {
    const { informationRequestId } = await sendRequest()
    const reporter = await given.as(linkHolder(area, informationRequestId))
    const begun = await reporter.reportingForm.begin({})
    expect(begun).toMatchObject({ caseId, reference, version: 0, answers: null, returned: false })

    const draft = {
      key: newKey(),
      formVersion: begun.formVersion,
      version: 0,
      answers: { 'reporter-name': 'R. Porter' },
    }
    expect(await reporter.reportingForm.saveDraft(draft)).toEqual({ version: 1 })
    expect(await reporter.reportingForm.saveDraft(draft)).toEqual({ version: 1 })
    await expect(reporter.reportingForm.saveDraft({ ...draft, key: newKey() })).rejects.toMatchObject({
      message: 'stale',
    })
    expect((await reporter.reportingForm.begin({})).answers).toEqual(draft.answers)

    const coordinating = await given.as(coordinator)
    const unread = await coordinating.informationRequest.read({ areaId: area, informationRequestId })
    expect(unread.sections).toEqual([])

    const whole = { key: newKey(), formVersion: begun.formVersion, version: 1, answers: rightAnswers }
    const returned = await reporter.reportingForm.submit(whole)
    expect(await reporter.reportingForm.submit(whole)).toEqual(returned)
    await expect(
      reporter.reportingForm.submit({ ...whole, key: newKey(), version: 2 }),
    ).rejects.toMatchObject({
      message: 'request-answered',
    })
    await expect(
      reporter.reportingForm.saveDraft({ ...draft, key: newKey(), version: 2 }),
    ).rejects.toMatchObject({ message: 'request-answered' })
    expect(await reporter.reportingForm.begin({})).toMatchObject({ returned: true, pass: null })

    const read = await coordinating.informationRequest.read({ areaId: area, informationRequestId })
    expect(read).toMatchObject({ state: 'returned', caseId, formVersion })
    expect(read.sections.length).toBeGreaterThan(3)

    const events = await given.test.look<{ payload: { completeness: Record<string, string> } }[]>`
      select payload from case_review.events
      where subject = ${caseId} and type = 'information-request.returned.v1'
    `
    expect(events).toHaveLength(1)
    expect(events[0]?.payload.completeness['reporter-name']).toBe('answered')
    const audited = await given.test.look`
      select from case_review.audit_entries
      where entry->'object'->>'id' = ${informationRequestId} and entry->'fieldClasses' ? 'agency-return'
    `
    expect(audited).toHaveLength(2)
  })

  test('an answer that is missing or wrong is named, and nothing is returned', async () => {
    const { informationRequestId } = await sendRequest()
    const reporter = await given.as(linkHolder(area, informationRequestId))
    const attempted = reporter.reportingForm.submit({
      key: newKey(),
      formVersion,
      version: 0,
      answers: { ...rightAnswers, 'known-to-agency': 'no-such-code' },
    })
    await expect(attempted).rejects.toMatchObject({
      message: 'invalid-answers',
      cause: { fields: ['known-to-agency'] },
    })
    expect((await reporter.reportingForm.begin({})).returned).toBe(false)
  })

  test('a date that has not come is refused, in a draft too', async () => {
    const { informationRequestId } = await sendRequest()
    const reporter = await given.as(linkHolder(area, informationRequestId))
    const answers = { ...rightAnswers, 'known-to-agency': 'yes', 'last-seen': '2026-03-03' }
    const sent = { formVersion, version: 0, answers }
    const future = { message: 'date-in-future', cause: { fields: ['last-seen'] } }
    await expect(reporter.reportingForm.saveDraft({ ...sent, key: newKey() })).rejects.toMatchObject(future)
    await expect(reporter.reportingForm.submit({ ...sent, key: newKey() })).rejects.toMatchObject(future)
  })

  test('answers lie encrypted', async () => {
    const { informationRequestId } = await sendRequest()
    const reporter = await given.as(linkHolder(area, informationRequestId))
    const answers = { 'reporter-name': 'Quillfeather' }
    await reporter.reportingForm.saveDraft({ key: newKey(), formVersion, version: 0, answers })
    const [row] = await given.test.look<{ answers: Buffer }[]>`
      select answers from case_review.reporting_forms where information_request_id = ${informationRequestId}
    `
    expect(row?.answers.toString('latin1')).not.toContain('Quillfeather')
  })

  test('the holder of one link cannot learn of another request, of this case or any other', async () => {
    const mine = await sendRequest('one@trust.example')
    const other = await sendRequest('two@trust.example')
    const holder = linkHolder(area, mine.informationRequestId)
    const seen = await given.parts.database.transaction(holder, async (tx) => ({
      requests: await tx`select information_request_id from case_review.information_requests`,
      organisations: await tx`select email from case_review.organisations`,
      cases: await tx`select case_id from case_review.cases`,
      keys: await tx`select subject from case_review.data_keys`,
      areas: await tx`select from case_review.areas`,
      codes: await tx`select from case_review.link_codes`,
    }))
    expect(seen).toMatchObject({
      requests: [{ informationRequestId: mine.informationRequestId }],
      organisations: [{ email: 'one@trust.example' }],
      cases: [{ caseId }],
      keys: [{ subject: caseId }],
      areas: [],
      codes: [],
    })
    const call = await given.as(holder)
    await expect(
      call.informationRequest.read({ areaId: area, informationRequestId: other.informationRequestId }),
    ).rejects.toMatchObject({ message: 'forbidden' })
  })

  test('a link into another area finds nothing but that the request is not there', async () => {
    const { informationRequestId } = await sendRequest()
    const elsewhere = await given.as(linkHolder(newArea(), informationRequestId))
    await expect(elsewhere.reportingForm.begin({})).rejects.toMatchObject({ message: 'request-moved' })
    const invented = await given.as(linkHolder(area, InformationRequestId.parse(crypto.randomUUID())))
    await expect(invented.reportingForm.begin({})).rejects.toMatchObject({ message: 'link-dead' })
  })
})
