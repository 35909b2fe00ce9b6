import type { AreaId, CaseId, InformationRequestId, Person, SupplementaryFormKind } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'

const { answers: rightAnswers } = reportingAnswers()

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let caseId: CaseId
beforeEach(async () => {
  given.clock.set('2026-05-04T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  ;({ caseId } = await givenCase(given, area, { diedOn: '2026-04-20', receivedOn: '2026-04-21' }))
})

async function sendRequest() {
  const call = await given.as(coordinator)
  const organisation = { name: 'Invented NHS Trust', kind: 'hospital' as const, email: 'a@trust.example' }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...organisation })
  const sent = await call.informationRequest.send({ areaId: area, caseId, organisationId, key: newKey() })
  return sent.informationRequestId
}

async function ask(
  informationRequestId: InformationRequestId,
  kind: SupplementaryFormKind,
  stages: string[] | null = null,
  key = newKey(),
) {
  const call = await given.as(coordinator)
  return call.supplementaryForm.ask({ areaId: area, informationRequestId, forms: [{ kind, stages }], key })
}
const list = async (person = coordinator) =>
  (await given.as(person)).supplementaryForm.list({ areaId: area, caseId })
const reporterOf = (id: InformationRequestId) => given.as(linkHolder(area, id))

async function returnReporting(id: InformationRequestId, answers: Record<string, unknown> = rightAnswers) {
  const reporter = await reporterOf(id)
  const { formVersion: asked } = await reporter.reportingForm.begin({})
  return reporter.reportingForm.submit({ key: newKey(), version: 0, formVersion: asked, answers })
}

const pathway = { 'ambulance-held': 'yes', 'ambulance-minutes': 14, 'ambulance-delay': { notKnown: true } }

describe('the supplementary forms a case needs', () => {
  test('follow from the notification, and from what an agency returns', async () => {
    expect(await list()).toMatchObject({ needed: [], open: [] })
    const id = await sendRequest()
    await returnReporting(id, {
      ...rightAnswers,
      'known-conditions': ['asthma'],
      occurrences: ['drowning'],
    })
    expect((await list()).needed).toEqual([
      { kind: 'asthma-anaphylaxis', because: ['condition-known'] },
      { kind: 'drowning', because: ['occurrence-reported'] },
    ])
  })

  test('of a case notified with triggers and flags are known from the start', async () => {
    const { caseId: other } = await givenCase(given, area, {
      told: { jarTriggers: ['sudden-no-apparent-cause', 'external-cause'], flags: ['palliative-care-plan'] },
    })
    const call = await given.as(coordinator)
    const listed = await call.supplementaryForm.list({ areaId: area, caseId: other })
    expect(listed.needed.map(({ kind }) => kind)).toEqual([
      'life-limiting-condition',
      'sudden-unexpected-death',
    ])
    expect(listed.open).toMatchObject([{ because: 'external-cause' }])
  })

  test('are there for nobody of another area, nor for whoever has declared a conflict', async () => {
    await expect(list(personIn(newArea(), 'coordinator'))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const member = personIn(area, 'coordinator', 'panel-member')
    expect(await list(member)).toMatchObject({ needed: [] })
    await givenListing(given, coordinator, caseId)
    await (await given.as(member)).conflict.declare({ areaId: area, caseId, key: newKey() })
    await expect(list(member)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a form asked with a request', () => {
  test('stands in the agency’s list, is kept as it is filled in, and is returned with the rest', async () => {
    const id = await sendRequest()
    const key = newKey()
    expect(await ask(id, 'care-pathway', ['stage-ambulance'], key)).toEqual({ added: ['care-pathway'] })
    expect(await ask(id, 'care-pathway', ['stage-ambulance'], key)).toEqual({ added: ['care-pathway'] })
    expect(await ask(id, 'care-pathway')).toEqual({ added: [] })
    const asked = { kind: 'care-pathway' as const, stages: ['stage-ambulance'], formVersion: '2022-04-01' }
    expect((await list()).asked).toEqual([{ informationRequestId: id, ...asked }])

    const reporter = await reporterOf(id)
    const begun = await reporter.reportingForm.begin({})
    expect(begun.supplementary).toEqual([{ ...asked, version: 0, answers: {}, words: {} }])
    await expect(returnReporting(id)).rejects.toMatchObject({
      message: 'invalid-answers',
      cause: { fields: ['care-pathway'] },
    })

    const draft = { kind: asked.kind, formVersion: asked.formVersion, version: 0, answers: pathway }
    expect(await reporter.supplementaryForm.saveDraft({ ...draft, key: newKey() })).toEqual({ version: 1 })
    await expect(reporter.supplementaryForm.saveDraft({ ...draft, key: newKey() })).rejects.toMatchObject({
      message: 'stale',
    })
    expect((await reporter.reportingForm.begin({})).supplementary[0]?.answers).toEqual(pathway)

    await returnReporting(id)
    await expect(
      reporter.supplementaryForm.saveDraft({ ...draft, version: 1, key: newKey() }),
    ).rejects.toMatchObject({ message: 'request-answered' })
    const read = await (await given.as(coordinator)).informationRequest.read({
      areaId: area,
      informationRequestId: id,
    })
    expect(JSON.stringify(read.supplementary)).toContain('Minutes from the call to arrival')
    const [event] = await given.test.look<{ payload: { completeness: Record<string, string> } }[]>`
      select payload from case_review.events
      where subject = ${caseId} and type = 'information-request.returned.v1'`
    expect(event?.payload.completeness).toMatchObject({
      'care-pathway/ambulance-minutes': 'answered',
      'care-pathway/ambulance-delay': 'not-known',
      'care-pathway/ambulance-story': 'blank',
      'reporter-name': 'answered',
    })
  })

  test('is refused for a stage there is not, an answered or a foreign request, and a form not asked', async () => {
    const id = await sendRequest()
    await expect(ask(id, 'care-pathway', ['stage-nowhere'])).rejects.toMatchObject({
      message: 'invalid-answers',
    })
    const reporter = await reporterOf(id)
    const notAsked = { kind: 'drowning' as const, formVersion: '2021-04-01', version: 0, answers: {} }
    await expect(reporter.supplementaryForm.saveDraft({ ...notAsked, key: newKey() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await returnReporting(id)
    await expect(ask(id, 'drowning')).rejects.toMatchObject({ message: 'request-answered' })
    const stranger = await given.as(personIn(newArea(), 'coordinator'))
    const forms = [{ kind: 'drowning' as const, stages: null }]
    await expect(
      stranger.supplementaryForm.ask({ areaId: area, informationRequestId: id, forms, key: newKey() }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('lies sealed, is seen by no other request’s reporter, and cannot be changed once returned', async () => {
    const [id, other] = [await sendRequest(), await sendRequest()]
    await ask(id, 'drowning')
    const reporter = await reporterOf(id)
    const answers = { 'holds-information': 'yes', 'water-kind': 'sea', 'drowning-story': 'Quillfeather' }
    const draft = { kind: 'drowning' as const, formVersion: '2021-04-01', version: 0, answers }
    await reporter.supplementaryForm.saveDraft({ ...draft, key: newKey() })
    expect((await (await reporterOf(other)).reportingForm.begin({})).supplementary).toEqual([])
    const [row] = await given.test.look<{ answers: Buffer }[]>`
      select answers from case_review.request_forms where information_request_id = ${id}`
    expect(row?.answers.toString('latin1')).not.toContain('Quillfeather')
    await returnReporting(id)
    await expect(
      given.test.look`update case_review.request_forms set version = 9 where information_request_id = ${id}`,
    ).rejects.toMatchObject({ code: '23514' })
  })
})
