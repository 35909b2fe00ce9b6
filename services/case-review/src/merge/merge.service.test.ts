import { randomUUID } from 'node:crypto'
import {
  type AreaId,
  addDays,
  type CaseId,
  type InformationRequestId,
  MergeId,
  type Person,
  PlainDate,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenAcceptedReturn,
  givenAgreement,
  givenCase,
  givenCaseReview,
  givenConfirmation,
  givenListing,
  givenReturn,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
beforeEach(() => {
  area = newArea()
  coordinator = personIn(area, 'coordinator')
})

const merge = (caseId: CaseId, intoCaseId: CaseId) =>
  given.hear('intake', area, {
    type: 'case.merged.v1',
    subject: caseId,
    payload: { caseId, intoCaseId, mergeId: MergeId.parse(randomUUID()) },
  })
const undo = (caseId: CaseId) =>
  given.hear('intake', area, {
    type: 'case.merge-undone.v1',
    subject: caseId,
    payload: { caseId, mergeId: MergeId.parse(randomUUID()) },
  })
const open = async (caseId: CaseId, person = coordinator) =>
  (await (await given.as(person)).case.open({ areaId: area, caseId, fieldClasses: [] })).case
const worklist = async (person = coordinator) =>
  (await given.as(person)).case.list({ areaId: area, view: 'all', page: 1 })

/** Everything case-review holds of some cases but for audit and versions. */
async function exported(...caseIds: CaseId[]): Promise<string> {
  const [row] = await given.test.look<{ everything: string }[]>`
    select jsonb_build_object(
      'cases', (select jsonb_agg(to_jsonb(c) - 'version' order by c.case_id)
        from case_review.cases c where c.case_id = any (${caseIds}::uuid[])),
      'requests', (select jsonb_agg(to_jsonb(r) order by r.information_request_id)
        from case_review.information_requests r where r.case_id = any (${caseIds}::uuid[])),
      'forms', (select jsonb_agg(to_jsonb(f) order by f.information_request_id)
        from case_review.reporting_forms f join case_review.information_requests r using (area_id, information_request_id)
        where r.case_id = any (${caseIds}::uuid[])),
      'listings', (select jsonb_agg(to_jsonb(l) order by l.case_id)
        from case_review.listings l where l.case_id = any (${caseIds}::uuid[])),
      'meetings', (select jsonb_agg(to_jsonb(m) order by m.case_id)
        from case_review.review_meetings_not_held m where m.case_id = any (${caseIds}::uuid[])),
      'keys', (select jsonb_agg(to_jsonb(k) order by k.subject)
        from case_review.data_keys k where k.subject = any (${caseIds}::uuid[]))
    )::text as everything`
  return row?.everything ?? ''
}

describe('a case merged into another', () => {
  test('leaves worklist, counts and agendas, and what was gathered for it is read with the other', async () => {
    const kept = await givenCase(given, area)
    const merged = await givenCase(given, area)
    const { informationRequestId } = await givenReturn(given, coordinator, merged.caseId)
    const { panelMeetingId } = await givenListing(given, coordinator, merged.caseId)
    const before = await exported(kept.caseId, merged.caseId)
    await merge(merged.caseId, kept.caseId)

    const list = await worklist()
    expect(list.rows.map(({ caseId }) => caseId)).toEqual([kept.caseId])
    expect(list.rows).toMatchObject([{ requests: { sent: 1, returned: 1 } }])
    expect(list.counts).toMatchObject({ all: 1, gathering: 1, listed: 0 })
    const call = await given.as(coordinator)
    expect((await call.panelMeeting.read({ areaId: area, panelMeetingId })).agenda).toEqual([])
    expect((await call.panelMeeting.list({ areaId: area })).rows).toMatchObject([{ cases: 0 }])
    const chair = await given.as(personIn(area, 'chair'))
    await expect(chair.pack.open({ areaId: area, caseId: merged.caseId })).rejects.toMatchObject({
      message: 'not-found',
    })

    const shown = await open(kept.caseId)
    expect(shown.requests).toMatchObject([{ informationRequestId, state: 'returned' }])
    expect(shown.mergedCases).toMatchObject([{ caseId: merged.caseId, reference: merged.reference }])
    expect(shown.timeline[0]).toMatchObject({ what: 'case-merged' })
    expect(await call.informationRequest.read({ areaId: area, informationRequestId })).toMatchObject({
      caseId: kept.caseId,
    })
    expect(await open(merged.caseId)).toMatchObject({
      state: 'duplicate-merged',
      mergedInto: { caseId: kept.caseId, reference: kept.reference },
    })
    await expect(
      call.reviewMeeting.recordNotHeld({
        areaId: area,
        caseId: merged.caseId,
        reason: 'died-abroad',
        decidedOn: given.clock.today(),
        key: newKey(),
      }),
    ).rejects.toMatchObject({ message: 'not-allowed-in-this-state' })

    await undo(merged.caseId)
    expect(await exported(kept.caseId, merged.caseId)).toBe(before)
    expect((await worklist()).counts).toMatchObject({ all: 2, listed: 1 })
    expect((await open(kept.caseId)).requests).toEqual([])
  })

  test('takes a conflict of interest with it, and brings none of its own back', async () => {
    const kept = await givenCase(given, area)
    const merged = await givenCase(given, area)
    const chair = personIn(area, 'coordinator', 'chair')
    await givenListing(given, coordinator, merged.caseId)
    await (await given.as(chair)).conflict.declare({ areaId: area, caseId: merged.caseId, key: newKey() })
    expect((await worklist(chair)).counts.all).toBe(1)
    await merge(merged.caseId, kept.caseId)
    expect((await worklist(chair)).counts.all).toBe(0)
    for (const { caseId } of [kept, merged]) {
      await expect(open(caseId, chair)).rejects.toMatchObject({ message: 'not-found' })
    }
    const call = await given.as(chair)
    const asked = { areaId: area, caseIds: [kept.caseId, merged.caseId], fieldClasses: ['identity' as const] }
    expect(await call.case.admit(asked)).toEqual({ rows: [], pass: null })
    expect(new Set(await call.case.withheld({ areaId: area }))).toEqual(new Set([kept.caseId, merged.caseId]))
    await undo(merged.caseId)
    expect((await worklist(chair)).rows.map(({ caseId }) => caseId)).toEqual([kept.caseId])
  })

  test('follows where the other goes, and finds it when it opens later', async () => {
    const [first, second, third] = [
      await givenCase(given, area),
      await givenCase(given, area),
      await givenCase(given, area),
    ]
    await merge(first.caseId, second.caseId)
    await merge(second.caseId, third.caseId)
    expect((await open(first.caseId)).mergedInto).toEqual({
      caseId: third.caseId,
      reference: third.reference,
    })
    expect((await open(third.caseId)).mergedCases).toHaveLength(2)
    await undo(second.caseId)
    expect((await open(first.caseId)).mergedInto).toMatchObject({ caseId: second.caseId })
    expect((await open(third.caseId)).mergedCases).toEqual([])
    expect((await worklist()).counts.all).toBe(2)
  })

  test('is reviewed beneath the merge when the panel agreed a moment before, and stays so after the undoing', async () => {
    const kept = await givenCase(given, area)
    const merged = await givenCase(given, area)
    const { panelMeetingId } = await givenListing(given, coordinator, merged.caseId)
    await merge(merged.caseId, kept.caseId)
    await givenAgreement(given, area, merged.caseId, panelMeetingId)
    expect((await worklist()).counts).toMatchObject({ all: 1, reviewed: 0 })
    await undo(merged.caseId)
    expect((await worklist()).counts).toMatchObject({ all: 2, reviewed: 1 })
  })

  test('an agency that was asked before may still answer, and stops the clock of the case that stands', async () => {
    const kept = await givenCase(given, area)
    const merged = await givenCase(given, area)
    await merge(merged.caseId, kept.caseId)
    await expect(givenReturn(given, coordinator, merged.caseId)).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
    await undo(merged.caseId)
    await givenAcceptedReturn(given, coordinator, merged.caseId)
    await merge(merged.caseId, kept.caseId)
    expect((await worklist()).rows).toMatchObject([{ next: { what: 'review-meeting' } }])
  })
})

describe('what was asked for a record goes by the case it was merged into', () => {
  const accept = async (informationRequestId: InformationRequestId) =>
    (await given.as(coordinator)).returnedForm.accept({
      areaId: area,
      informationRequestId,
      entry: 1,
      seen: 'returned',
      key: newKey(),
    })
  const review = async (caseId: CaseId) => {
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    await givenAgreement(given, area, caseId, panelMeetingId)
  }
  const nextChaser = async (informationRequestId: InformationRequestId) =>
    (await (await given.as(coordinator)).informationRequest.read({ areaId: area, informationRequestId })).next

  test('a form nobody had read when the panel reviewed it is read, or sent back, while that case goes on', async () => {
    const kept = await givenCase(given, area)
    const merged = await givenCase(given, area)
    const first = await givenReturn(given, coordinator, merged.caseId)
    const call = await given.as(coordinator)
    const { organisationId } = await call.organisation.add({
      ...{ areaId: area, key: newKey(), name: 'Invented police', kind: 'police', email: 'p@p.example' },
    })
    const asked = { areaId: area, caseId: merged.caseId, organisationId, key: newKey() }
    const second = await call.informationRequest.send(asked)
    const reporter = await given.as(linkHolder(area, second.informationRequestId))
    await reporter.reportingForm.submit({ key: newKey(), version: 0, ...reportingAnswers() })
    await review(merged.caseId)
    await expect(accept(first.informationRequestId)).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
    await merge(merged.caseId, kept.caseId)
    expect((await worklist()).rows).toMatchObject([{ next: { what: 'return-to-read' } }])
    await accept(first.informationRequestId)
    await call.returnedForm.sendBack({
      areaId: area,
      informationRequestId: second.informationRequestId,
      entry: 1,
      missing: { questions: [], note: 'An invented question' },
      answerBy: addDays(given.clock.today(), 14),
      key: newKey(),
    })
    expect((await worklist()).rows).not.toMatchObject([{ next: { what: 'return-to-read' } }])
    expect((await reporter.reportingForm.begin({})).version).toBeGreaterThan(0)
    await undo(merged.caseId)
    await expect(reporter.reportingForm.begin({})).rejects.toMatchObject({ message: 'link-dead' })
  })

  test('nobody is chased, and no link works, once that case is reviewed; until the merge is undone', async () => {
    const kept = await givenCase(given, area)
    const merged = await givenCase(given, area)
    const call = await given.as(coordinator)
    const { organisationId } = await call.organisation.add({
      ...{ areaId: area, key: newKey(), name: 'Invented police', kind: 'police', email: 'p@p.example' },
    })
    const asked = { areaId: area, caseId: merged.caseId, organisationId, key: newKey() }
    const { informationRequestId } = await call.informationRequest.send(asked)
    const reporter = await given.as(linkHolder(area, informationRequestId))
    await merge(merged.caseId, kept.caseId)
    expect(await nextChaser(informationRequestId)).not.toBeNull()
    await review(kept.caseId)
    expect(await nextChaser(informationRequestId)).toBeNull()
    const answering = () => reporter.reportingForm.begin({})
    await expect(answering()).rejects.toMatchObject({ message: 'link-dead' })
    const again = { areaId: area, informationRequestId, key: newKey() }
    await expect(call.informationRequest.remind(again)).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
    await undo(merged.caseId)
    expect(await nextChaser(informationRequestId)).not.toBeNull()
    expect((await answering()).version).toBe(0)
  })
})

test('what is known of the child since a merge is what the case and its clocks go by', async () => {
  const { caseId } = await givenCase(given, area)
  await given.hear('intake', area, {
    type: 'case.child-corrected.v1',
    subject: caseId,
    payload: { caseId, diedOn: PlainDate.parse('2026-02-05'), ageBand: '5-9y', sex: 'male' },
  })
  expect(await open(caseId)).toMatchObject({ diedOn: '2026-02-05', ageBand: '5-9y', sex: 'male' })
  expect((await worklist()).rows).toMatchObject([{ next: { what: 'review-meeting', dueOn: '2026-05-05' } }])
})

test('a date of death corrected past its confirmation is heard, and has to be confirmed anew before anything leaves', async () => {
  const { caseId } = await givenCase(given, area)
  const correct = (diedOn: string) =>
    given.hear('intake', area, {
      type: 'case.child-corrected.v1',
      subject: caseId,
      payload: { caseId, diedOn: PlainDate.parse(diedOn), ageBand: '5-9y', sex: 'male' },
    })
  await correct('2026-02-12')
  expect(await open(caseId)).toMatchObject({ diedOn: '2026-02-12', confirmation: null })
  await expect(givenReturn(given, coordinator, caseId)).rejects.toMatchObject({ message: 'not-confirmed' })
  await givenConfirmation(given, area, caseId, '2026-02-12')
  expect(await open(caseId)).toMatchObject({ confirmation: { deathOn: '2026-02-12' } })
  await correct('2026-02-11')
  expect(await open(caseId)).toMatchObject({ confirmation: { deathOn: '2026-02-12' } })
})
