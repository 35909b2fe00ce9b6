import { type AreaId, actorKey, type CaseId, PackPlace, type PanelMeetingId, type Person } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenReading,
  givenReleasedPack,
  goingOn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let areaId: AreaId
let caseId: CaseId
let panelMeetingId: PanelMeetingId
let coordinator: Person
let chair: Person
let member: Person
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  areaId = newArea()
  coordinator = personIn(areaId, 'coordinator')
  chair = personIn(areaId, 'chair')
  member = personIn(areaId, 'panel-member')
  ;({ caseId } = await givenCase(given, areaId))
  ;({ panelMeetingId } = await givenReading(given, coordinator, caseId))
})

const place = () => ({ areaId, caseId, panelMeetingId })
const opened = async (who: Person) => (await given.as(who)).pack.open({ areaId, caseId })
const mark = async (who: Person, version: string, key = newKey()) =>
  (await given.as(who)).reading.mark({ ...place(), version, key })
const progress = async (who: Person) => (await given.as(who)).reading.progress({ areaId, panelMeetingId })
const audited = (action: string, who: Person) => given.test.look`
  select from case_review.audit_entries
  where area_id = ${areaId} and entry ->> 'action' = ${action} and entry ->> 'actor' = ${actorKey(who)}`

/** The chair puts the case back; its question is settled, and it is listed with another summary for another meeting. */
async function listedAgain(summary: string): Promise<PanelMeetingId> {
  const questions = ['Was the alarm heard?']
  await (await given.as(chair)).panelMeeting.defer({ ...place(), questions, key: newKey() })
  const call = await given.as(coordinator)
  const [asked] = (await call.panelQuestion.list({ areaId, caseId })).questions
  if (asked === undefined) throw new Error('the panel asked nothing')
  const { panelQuestionId } = asked
  const answer = { how: 'noted' as const, note: 'It was.' }
  await call.panelQuestion.settle({ areaId, caseId, panelQuestionId, answer, key: newKey() })
  await call.case.resume({ areaId, caseId, to: 'ready', key: newKey() })
  const heldOn = given.clock.today()
  const next = await call.panelMeeting.arrange({ areaId, kind: 'standard', heldOn, key: newKey() })
  await call.case.listForPanel({ areaId, caseId, ...next, summary, goingOn, key: newKey() })
  await givenReleasedPack(given, areaId, next.panelMeetingId)
  return next.panelMeetingId
}

test('a member marks what they were shown as read, once however often they press, and takes it back', async () => {
  expect(await progress(member)).toEqual({ cases: [{ caseId, readAt: null, place: null }] })
  const { reading } = await opened(member)
  expect(reading).toMatchObject({ readAt: null, readBefore: false, fresh: [], gone: 0, place: null })
  const key = newKey()
  await Promise.all([mark(member, reading.version, key), mark(member, reading.version)])
  await mark(member, reading.version, key)
  expect((await opened(member)).reading).toMatchObject({ readAt: '2026-03-02T10:00:00.000Z', fresh: [] })
  expect(await audited('pack.mark-read', member)).toHaveLength(2)
  expect(await progress(chair)).toEqual({ cases: [{ caseId, readAt: null, place: null }] })
  await (await given.as(member)).reading.unmark({ ...place(), key: newKey() })
  expect((await opened(member)).reading).toMatchObject({ readAt: null, readBefore: true })
})

test('nobody marks as read what came after they opened it, and then it is said what is new', async () => {
  const { reading } = await opened(member)
  await mark(member, reading.version)
  given.clock.set('2026-03-02T11:00:00.000Z')
  panelMeetingId = await listedAgain('Another summary.')
  await expect(mark(member, reading.version)).rejects.toMatchObject({ message: 'stale' })
  const again = (await opened(member)).reading
  expect(again).toMatchObject({ readAt: null, readBefore: true, fresh: ['summary'], gone: 0 })
  expect(await progress(member)).toEqual({ cases: [{ caseId, readAt: null, place: null }] })
  await mark(member, again.version)
  expect((await opened(member)).reading).toMatchObject({ fresh: [], readBefore: true })
})

test('where somebody stopped is theirs, and for this meeting', async () => {
  const call = await given.as(member)
  const kept = PackPlace.parse('summary-3')
  await call.reading.keepPlace({ ...place(), place: kept })
  await call.reading.keepPlace({ ...place(), place: kept })
  expect((await opened(member)).reading).toMatchObject({ place: kept, readAt: null, readBefore: false })
  expect((await opened(chair)).reading.place).toBeNull()
  const old = panelMeetingId
  panelMeetingId = await listedAgain('A child died at home.')
  expect((await opened(member)).reading.place).toBeNull()
  await expect(
    call.reading.keepPlace({ ...place(), panelMeetingId: old, place: kept }),
  ).rejects.toMatchObject({ message: 'not-found' })
})

test('with a conflict of interest nothing of the reading is left, and another area or role has none', async () => {
  const { reading } = await opened(member)
  await mark(member, reading.version)
  const call = await given.as(member)
  await call.conflict.declare({ areaId, caseId, key: newKey() })
  expect(await progress(member)).toEqual({ cases: [] })
  const again = [
    () => mark(member, reading.version),
    () => call.reading.unmark({ ...place(), key: newKey() }),
    () => call.reading.keepPlace({ ...place(), place: PackPlace.parse('summary') }),
    async () =>
      (await given.as(personIn(newArea(), 'panel-member'))).reading.progress({ areaId, panelMeetingId }),
  ]
  for (const ask of again) await expect(ask()).rejects.toMatchObject({ message: 'not-found' })
  await expect(progress(coordinator)).rejects.toMatchObject({ message: 'forbidden' })
  const unsigned = await given.asUnsigned(personIn(areaId, 'panel-member'))
  await expect(unsigned.reading.progress({ areaId, panelMeetingId })).rejects.toMatchObject({
    message: 'statement-not-signed',
  })
})

test('what was shown is kept sealed', async () => {
  const { reading } = await opened(member)
  await mark(member, reading.version)
  const [row] = await given.test.look<{ shown: Buffer }[]>`
    select shown from case_review.pack_readings where area_id = ${areaId}`
  expect(row?.shown.toString('latin1')).not.toContain('summary')
})
