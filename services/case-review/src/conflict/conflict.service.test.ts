import { randomUUID } from 'node:crypto'
import {
  type AreaId,
  type CaseId,
  type ConflictLifted,
  type ConflictOutcome,
  MergeId,
  type PanelMeetingId,
  type Person,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenReading,
  givenReturn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

const mistake: ConflictLifted = 'declared-by-mistake'
const at = (areaId: AreaId) => ({
  merge: (caseId: CaseId, intoCaseId: CaseId) =>
    given.hear('intake', areaId, {
      type: 'case.merged.v1',
      subject: caseId,
      payload: { caseId, intoCaseId, mergeId: MergeId.parse(randomUUID()) },
    }),
  undo: (caseId: CaseId) =>
    given.hear('intake', areaId, {
      type: 'case.merge-undone.v1',
      subject: caseId,
      payload: { caseId, mergeId: MergeId.parse(randomUUID()) },
    }),
})

describe('an interest in a case', () => {
  let area: AreaId
  let caseId: CaseId
  let panelMeetingId: PanelMeetingId
  let coordinator: Person
  let member: Person
  let chair: Person
  beforeEach(async () => {
    given.clock.set('2026-03-02T10:00:00.000Z')
    area = newArea()
    coordinator = personIn(area, 'coordinator')
    member = personIn(area, 'panel-member')
    chair = personIn(area, 'chair')
    ;({ caseId } = await givenCase(given, area))
    ;({ panelMeetingId } = await givenReading(given, coordinator, caseId))
  })

  const declare = async (who: Person, outcome?: ConflictOutcome, key = newKey()) =>
    (await given.as(who)).conflict.declare({ areaId: area, caseId, key, ...(outcome && { outcome }) })
  const record = async (
    by: Person,
    who: Person,
    said: { outcome: ConflictOutcome; because?: ConflictLifted; instead: ConflictOutcome | null },
    key = newKey(),
  ) =>
    (await given.as(by)).conflict.record({
      areaId: area,
      caseId,
      personId: who.personId,
      key,
      because: null,
      ...said,
    })
  const open = async (who: Person) => (await given.as(who)).pack.open({ areaId: area, caseId })
  const standing = async (who: Person) => (await given.as(who)).conflict.standing({ areaId: area, caseId })
  const kept = () => given.test.look`
    select person_id, entry, outcome, recorded_by, because from case_review.conflicts
    where area_id = ${area} and case_id = ${caseId} order by entry`

  test('for the facts alone lets the chair read, and neither count nor agree: another chair has to', async () => {
    const deputy = personIn(area, 'chair')
    const call = await given.as(coordinator)
    await call.panelMeeting.recordAttendance({
      areaId: area,
      panelMeetingId,
      present: [chair, deputy].map(({ personId }) => ({
        personId,
        agency: 'health' as const,
        attendedAs: 'primary' as const,
      })),
      panel: Array.from({ length: 9 }, () => 'health' as const),
      key: newKey(),
    })
    const counted = async () =>
      (await call.panelMeeting.read({ areaId: area, panelMeetingId })).agenda[0]?.quorum.counted
    const deliberate = async (who: Person) =>
      (await given.as(who)).panelMeeting.deliberation({ areaId: area, caseId })
    expect(await counted()).toBe(2)
    expect(await standing(chair)).toEqual({ outcome: null, counts: true, decides: true })
    await record(coordinator, chair, { outcome: 'facts-only', instead: null })
    expect(await counted()).toBe(1)
    expect(await standing(chair)).toEqual({ outcome: 'facts-only', counts: false, decides: false })
    expect((await open(chair)).pack.summary).toBeTruthy()
    await expect(deliberate(chair)).rejects.toMatchObject({ message: 'present-for-facts-only' })
    expect(await deliberate(deputy)).toMatchObject({ counted: 1 })
  })

  test('is not theirs to take back: another lifts it with the reason, once, and the case is there again', async () => {
    await declare(member, 'facts-only')
    await expect(declare(member, 'none')).rejects.toMatchObject({ message: 'conflict-not-yours-to-lift' })
    const key = newKey()
    await declare(member, undefined, key)
    await expect(open(member)).rejects.toMatchObject({ message: 'not-found' })
    const lifting = { outcome: 'none', instead: 'withdrawn' } as const
    await expect(record(coordinator, member, lifting)).rejects.toMatchObject({
      message: 'conflict-lifted-without-reason',
    })
    await expect(
      record(coordinator, member, { ...lifting, instead: null, because: mistake }),
    ).rejects.toMatchObject({ message: 'stale' })
    const lifted = newKey()
    await record(chair, member, { ...lifting, because: mistake }, lifted)
    await record(chair, member, { ...lifting, because: mistake }, lifted)
    expect((await open(member)).pack.summary).toBeTruthy()
    // The click that was on its way before undoes nothing, and a new one withdraws again.
    await declare(member, undefined, key)
    expect((await open(member)).pack.summary).toBeTruthy()
    await declare(member)
    await expect(open(member)).rejects.toMatchObject({ message: 'not-found' })
    expect((await kept()).map((row) => ({ ...row }))).toMatchObject([
      { entry: 1, outcome: 'facts-only', recordedBy: null, because: null },
      { entry: 2, outcome: 'withdrawn', recordedBy: null, because: null },
      { entry: 3, outcome: 'none', recordedBy: chair.personId, because: mistake },
      { entry: 4, outcome: 'withdrawn', recordedBy: null, because: null },
    ])
  })

  test('two who press at the same moment leave one entry, and one is told', async () => {
    const said = { outcome: 'withdrawn', instead: null } as const
    const pressed = await Promise.allSettled([
      record(coordinator, member, said),
      record(chair, member, said),
      record(coordinator, member, said),
    ])
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await kept()).toHaveLength(1)
  })

  test('is recorded by nobody but coordinator and chair of the area, and by neither for themselves out of it', async () => {
    const said = { outcome: 'none', instead: null } as const
    await expect(record(member, chair, said)).rejects.toMatchObject({ message: 'forbidden' })
    await expect(record(personIn(newArea(), 'coordinator'), member, said)).rejects.toMatchObject({
      message: 'not-found',
    })
    const both = personIn(area, 'coordinator', 'panel-member')
    await declare(both, 'facts-only')
    await expect(
      record(both, both, { outcome: 'none', instead: 'facts-only', because: mistake }),
    ).rejects.toMatchObject({ message: 'conflict-not-yours-to-lift' })
    await record(coordinator, both, { outcome: 'withdrawn', instead: 'facts-only' })
    await expect(record(both, member, said)).rejects.toMatchObject({ message: 'not-found' })
    expect((await kept()).length).toBe(2)
  })

  test('recorded as withdrawn by another ends a part they had in the case', async () => {
    const doctor = personIn(area, 'designated-doctor', 'panel-member')
    const call = await given.as(coordinator)
    const part = { areaId: area, caseId, part: 'designated-doctor' as const, instead: null }
    await call.assignment.assign({ ...part, personId: doctor.personId, key: newKey() })
    await record(coordinator, doctor, { outcome: 'facts-only', instead: null })
    const parts = async () =>
      (await call.assignment.list({ areaId: area, caseId })).assignments.filter(
        ({ part }) => part === 'designated-doctor',
      )
    expect(await parts()).toMatchObject([{ endedAt: null }])
    await record(coordinator, doctor, { outcome: 'withdrawn', instead: 'facts-only' })
    expect(await parts()).toMatchObject([{ endedBecause: 'conflict' }])
  })

  test('stands beside each member and case of a meeting, with what was asked of whom, and not for who withdrew', async () => {
    const doctor = personIn(area, 'designated-doctor', 'panel-member')
    const both = personIn(area, 'coordinator', 'panel-member')
    const call = await given.as(coordinator)
    const part = { areaId: area, caseId, part: 'designated-doctor' as const, instead: null }
    await call.assignment.assign({ ...part, personId: doctor.personId, key: newKey() })
    await declare(member, 'facts-only')
    given.clock.addDays(1)
    await record(coordinator, member, { outcome: 'none', instead: 'facts-only', because: mistake })
    const listed = async (who: Person) =>
      (await (await given.as(who)).conflict.list({ areaId: area, panelMeetingId })).items
    const own = async (who: Person) =>
      (await (await given.as(who)).conflict.own({ areaId: area, panelMeetingId, agency: 'health' })).items
    expect(await listed(coordinator)).toMatchObject([
      {
        caseId,
        monthOfDeath: '2026-02',
        traces: { doctors: [doctor.personId] },
        interests: [
          {
            personId: member.personId,
            outcome: 'none',
            history: [
              { outcome: 'none', recordedBy: coordinator.personId, because: mistake },
              { outcome: 'facts-only', recordedBy: null, because: null },
            ],
          },
        ],
      },
    ])
    expect(await own(member)).toMatchObject([{ caseId, outcome: 'none', proposals: [] }])
    expect(await own(doctor)).toMatchObject([{ outcome: null, proposals: ['designated-doctor'] }])
    await declare(both)
    expect(await listed(both)).toEqual([])
    expect(await own(both)).toEqual([])
    await expect(listed(member)).rejects.toMatchObject({ message: 'forbidden' })
    await expect(own(personIn(newArea(), 'panel-member'))).rejects.toMatchObject({ message: 'not-found' })
    const unsigned = await given.asUnsigned(chair)
    await expect(unsigned.conflict.list({ areaId: area, panelMeetingId })).rejects.toMatchObject({
      message: 'statement-not-signed',
    })
  })

  test('is proposed to an agency that was asked about the child', async () => {
    await givenReturn(given, coordinator, caseId)
    const call = await given.as(member)
    const proposed = async (agency: 'health' | 'police') =>
      (await call.conflict.own({ areaId: area, panelMeetingId, agency })).items[0]?.proposals
    expect(await proposed('health')).toEqual(['employer'])
    expect(await proposed('police')).toEqual([])
  })

  test('recorded of a child with two records stays with both when the merge is undone', async () => {
    const other = await givenCase(given, area)
    const both = personIn(area, 'coordinator', 'panel-member')
    await at(area).merge(other.caseId, caseId)
    await record(coordinator, both, { outcome: 'withdrawn', instead: null })
    await at(area).undo(other.caseId)
    const withheld = await (await given.as(both)).case.withheld({ areaId: area })
    expect(new Set(withheld)).toEqual(new Set([caseId, other.caseId]))
  })
})
