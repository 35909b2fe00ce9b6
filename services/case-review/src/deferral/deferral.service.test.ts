import { type AreaId, type CaseId, type PanelMeetingId, PanelQuestionId, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenAgreement,
  givenCase,
  givenCaseReview,
  givenListing,
  givenReturn,
  goingOn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

let given: GivenCaseReview
const area: AreaId = newArea()
const coordinator = personIn(area, 'coordinator')
const chair = personIn(area, 'chair')
const asked = ['Was the alarm heard?', 'What did the school know?']

beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

const as = () => given.as(coordinator)
const refused = (message: string) => ({ message })

async function givenListedCase() {
  const { caseId } = await givenCase(given, area)
  return { caseId, ...(await givenListing(given, coordinator, caseId)) }
}
type Listed = { caseId: CaseId; panelMeetingId: PanelMeetingId }
const deferral = (listed: Listed, key = newKey()) => ({ areaId: area, key, questions: asked, ...listed })

async function givenDeferredCase() {
  const listed = await givenListedCase()
  await (await given.as(chair)).panelMeeting.defer(deferral(listed))
  return listed
}
async function questions(caseId: CaseId) {
  const call = await as()
  return (await call.panelQuestion.list({ areaId: area, caseId })).questions
}
async function note(caseId: CaseId, panelQuestionId: PanelQuestionId, key = newKey()) {
  const answer = { how: 'noted' as const, note: 'It was answered by an invented nurse.' }
  return (await as()).panelQuestion.settle({ areaId: area, caseId, panelQuestionId, answer, key })
}
const resume = async (caseId: CaseId, to: 'gathering' | 'ready') =>
  (await as()).case.resume({ areaId: area, caseId, to, key: newKey() })
async function shown(caseId: CaseId) {
  return (await (await as()).case.open({ areaId: area, caseId, fieldClasses: [] })).case
}
const listAgain = async ({ caseId, panelMeetingId }: Listed) =>
  (await as()).case.listForPanel({
    areaId: area,
    caseId,
    panelMeetingId,
    summary: 'A child died at home.',
    goingOn,
    key: newKey(),
  })

describe('a case the panel puts back', () => {
  test('leaves the panel’s desk at once and comes back with its questions as tasks, sealed, once whatever is clicked', async () => {
    const listed = await givenListedCase()
    const call = await given.as(chair)
    const once = deferral(listed)
    await call.panelMeeting.defer(once)
    await call.panelMeeting.defer(once)
    await expect(call.panelMeeting.defer(deferral(listed))).rejects.toMatchObject(refused('not-found'))
    const found = await shown(listed.caseId)
    expect(found.state).toBe('deferred')
    expect(found.tasks.find(({ stage }) => stage === 'panel-questions')?.status).toBe('not-yet-started')
    expect(found.timeline[0]).toMatchObject({ what: 'deferred', byPersonId: chair.personId })
    expect((await questions(listed.caseId)).map((one) => one.asked)).toEqual(asked)
    await expect(call.pack.open({ areaId: area, caseId: listed.caseId })).rejects.toMatchObject(
      refused('not-found'),
    )
    const rows = await given.test.look`
      select q::text from case_review.panel_questions q where q.case_id = ${listed.caseId}`
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('alarm').toString('hex'))
  })

  test('does not go before the panel again while a question is open, by rule and by the database', async () => {
    const listed = await givenDeferredCase()
    const [first, second] = await questions(listed.caseId)
    if (first === undefined || second === undefined) throw new Error('the panel asked twice')
    await note(listed.caseId, first.panelQuestionId)
    await expect(listAgain(listed)).rejects.toMatchObject(refused('panel-questions-open'))
    await expect(resume(listed.caseId, 'ready')).rejects.toMatchObject(refused('panel-questions-open'))
    const { look } = given.test
    await expect(
      look`update case_review.cases set state = 'listed' where case_id = ${listed.caseId}`,
    ).rejects.toThrow('still open')
    await note(listed.caseId, second.panelQuestionId)
    await listAgain(listed)
    expect((await shown(listed.caseId)).state).toBe('listed')
  })

  test('is gathered for again, an agency is asked, and then it is as ready as it was', async () => {
    const { caseId } = await givenDeferredCase()
    await resume(caseId, 'gathering')
    await expect(resume(caseId, 'gathering')).rejects.toMatchObject(refused('not-allowed-in-this-state'))
    expect((await shown(caseId)).state).toBe('gathering')
    const { informationRequestId } = await givenReturn(given, coordinator, caseId)
    const call = await as()
    for (const { panelQuestionId } of await questions(caseId)) {
      const answer = { how: 'agency-asked' as const, informationRequestId }
      await call.panelQuestion.settle({ areaId: area, caseId, panelQuestionId, answer, key: newKey() })
    }
    expect((await questions(caseId)).map((one) => one.informationRequestId)).toEqual(
      Array(2).fill(informationRequestId),
    )
    await resume(caseId, 'ready')
    expect((await shown(caseId)).state).toBe('review-meeting-not-held')
  })

  test('at the moment it was decided stays decided', async () => {
    const { caseId, panelMeetingId } = await givenDeferredCase()
    await givenAgreement(given, area, caseId, panelMeetingId)
    expect((await shown(caseId)).state).toBe('reviewed')
    expect((await questions(caseId)).map(({ settled }) => settled)).toEqual(['overtaken', 'overtaken'])
  })
})

describe('what the panel asked', () => {
  test('is answered once, also to whoever writes past the rules', async () => {
    const { caseId } = await givenDeferredCase()
    const [first] = await questions(caseId)
    if (first === undefined) throw new Error('the panel asked')
    const key = newKey()
    await note(caseId, first.panelQuestionId, key)
    await note(caseId, first.panelQuestionId, key)
    await expect(note(caseId, first.panelQuestionId)).rejects.toMatchObject(refused('stale'))
    const { look } = given.test
    await expect(
      look`update case_review.panel_questions set settled = null, note = null, settled_by = null, settled_at = null
        where panel_question_id = ${first.panelQuestionId}`,
    ).rejects.toThrow('stay as they are')
  })

  test('is not answered by a request of another case, nor of no case', async () => {
    const { caseId } = await givenDeferredCase()
    const other = await givenCase(given, area)
    const { informationRequestId } = await givenReturn(given, coordinator, other.caseId)
    const [first] = await questions(caseId)
    const call = await as()
    const answer = { how: 'agency-asked' as const, informationRequestId }
    const panelQuestionId = first?.panelQuestionId ?? PanelQuestionId.parse(newKey())
    const settled = { areaId: area, caseId, panelQuestionId, answer, key: newKey() }
    await expect(call.panelQuestion.settle(settled)).rejects.toMatchObject(refused('invalid-answers'))
    await expect(note(other.caseId, panelQuestionId)).rejects.toMatchObject(refused('stale'))
  })

  test('is neither asked nor read in another area, in another role, or in a conflict of interest', async () => {
    const listed = await givenListedCase()
    const stranger = await given.as(personIn(newArea(), 'chair'))
    await expect(stranger.panelMeeting.defer(deferral(listed))).rejects.toMatchObject(refused('not-found'))
    const member = await given.as(personIn(area, 'panel-member'))
    await expect(member.panelMeeting.defer(deferral(listed))).rejects.toMatchObject(refused('forbidden'))
    const conflicted = await given.as(personIn(area, 'chair'))
    await conflicted.conflict.declare({ areaId: area, caseId: listed.caseId, key: newKey() })
    await expect(conflicted.panelMeeting.defer(deferral(listed))).rejects.toMatchObject(refused('not-found'))
    const call = await given.as(chair)
    const ask = { areaId: area, caseId: listed.caseId }
    await expect(call.panelQuestion.list(ask)).rejects.toMatchObject(refused('forbidden'))
  })

  test('is not recorded before the panel has met', async () => {
    const { caseId } = await givenCase(given, area)
    const call = await as()
    const none = { areaId: area, caseId, reason: 'died-abroad' as const, decidedOn: given.clock.today() }
    await call.reviewMeeting.recordNotHeld({ ...none, key: newKey() })
    const heldOn = PlainDate.parse('2026-03-20')
    const { panelMeetingId } = await call.panelMeeting.arrange({
      areaId: area,
      kind: 'standard',
      heldOn,
      key: newKey(),
    })
    await listAgain({ caseId, panelMeetingId })
    await expect(call.panelMeeting.defer(deferral({ caseId, panelMeetingId }))).rejects.toMatchObject(
      refused('date-in-future'),
    )
  })
})
