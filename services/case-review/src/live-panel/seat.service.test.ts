import { type AreaId, type CaseId, type PanelMeetingId, type Person, PlainDate } from '@cdop/domain'
import { acceptPass } from '@cdop/rpc'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenReading,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let chair: Person
let member: Person
let place: { areaId: AreaId; caseId: CaseId; panelMeetingId: PanelMeetingId }
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  chair = personIn(area, 'chair')
  member = personIn(area, 'panel-member')
  const { caseId } = await givenCase(given, area)
  const { panelMeetingId } = await givenReading(given, coordinator, caseId)
  place = { areaId: area, caseId, panelMeetingId }
  const present = [
    { personId: chair.personId, agency: 'health' as const, attendedAs: 'primary' as const },
    { personId: member.personId, agency: 'police' as const, attendedAs: 'primary' as const },
  ]
  await (await given.as(coordinator)).panelMeeting.recordAttendance({
    areaId: area,
    panelMeetingId,
    present,
    panel: ['health', 'police'],
    key: newKey(),
  })
})

const seatOf = async (person: Person, at = place) => (await given.as(person)).livePanel.seat(at)
const classesOf = async (person: Person) =>
  (await acceptPass(given.rings['factor-analysis'], person, (await seatOf(person)).pass)).fieldClasses
const declare = async (person: Person) =>
  (await given.as(person)).conflict.declare({ areaId: area, caseId: place.caseId, key: newKey() })
const notFound = { message: 'not-found' }

describe('a seat at the live panel on a case', () => {
  test('leads each to what is theirs: the chair to the analysis, a member to the pack, a coordinator to neither', async () => {
    expect([...(await classesOf(chair))].sort()).toEqual(['analysis', 'pack'])
    expect(await classesOf(member)).toEqual(['pack'])
    expect(await classesOf(coordinator)).toEqual(['agency-return'])
  })

  test('tells who is there and in conflict to the chair, and to nobody else', async () => {
    const other = personIn(area, 'panel-member')
    await declare(other)
    expect((await seatOf(chair)).around).toMatchObject({
      quorum: { counted: 2, quorate: false },
      attendance: [{ personId: chair.personId }, { personId: member.personId }],
      conflicted: [other.personId],
    })
    for (const person of [member, coordinator]) expect((await seatOf(person)).around).toBeNull()
  })

  test('is given up at once by a conflict of interest, and by nobody else’s', async () => {
    const { keepSeat } = (await given.as(member)).livePanel
    expect((await keepSeat(place)).pass).toBeTruthy()
    await declare(member)
    await expect(keepSeat(place)).rejects.toMatchObject(notFound)
    await expect(seatOf(member)).rejects.toMatchObject(notFound)
    expect((await seatOf(chair)).reference).toBeTruthy()
  })

  test('is there at the meeting on whose agenda the case stands, in its area, for whoever reads for the panel', async () => {
    const { panelMeeting } = await given.as(coordinator)
    const heldOn = PlainDate.parse('2026-03-09')
    const { panelMeetingId } = await panelMeeting.arrange({
      areaId: area,
      kind: 'standard',
      heldOn,
      key: newKey(),
    })
    await expect(seatOf(member, { ...place, panelMeetingId })).rejects.toMatchObject(notFound)
    await expect(seatOf(personIn(newArea(), 'chair'))).rejects.toMatchObject(notFound)
    for (const role of ['analyst', 'administrator', 'designated-doctor', 'key-worker'] as const) {
      await expect(seatOf(personIn(area, role))).rejects.toMatchObject({ message: 'forbidden' })
    }
  })

  test('is written down when it is taken, and not each time it is kept', async () => {
    const entries = async () =>
      (
        await given.test.look`select from case_review.audit_entries 
        where entry->>'action' like 'live-panel.%'`
      ).length
    const before = await entries()
    await seatOf(member)
    await (await given.as(member)).livePanel.keepSeat(place)
    expect(await entries()).toBe(before + 1)
  })
})

describe('deciding the items of a case', () => {
  const deciding = async (person = chair) => (await given.as(person)).livePanel.deciding(place)

  test('is the chair’s, among those present who are in no conflict', async () => {
    expect((await deciding()).present).toEqual([chair.personId, member.personId])
    await declare(member)
    expect((await deciding()).present).toEqual([chair.personId])
    await expect(deciding(personIn(area, 'panel-member'))).rejects.toMatchObject({ message: 'forbidden' })
    await declare(chair)
    await expect(deciding()).rejects.toMatchObject(notFound)
  })

  test('waits while the case does', async () => {
    await (await given.as(coordinator)).hold.record({
      areaId: area,
      caseId: place.caseId,
      reason: 'inquest',
      stages: ['panel'],
      from: PlainDate.parse('2026-02-20'),
      contact: 'Office of the invented coroner, 01632 960 001',
      confirmedOn: PlainDate.parse('2026-03-01'),
      nextCheckOn: PlainDate.parse('2026-04-01'),
      key: newKey(),
    })
    await expect(deciding()).rejects.toMatchObject({ message: 'case-on-hold' })
    expect((await seatOf(member)).reference).toBeTruthy()
  })
})
