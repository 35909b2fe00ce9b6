import { type AreaId, addDays, type PanelMeetingKind, type Person, PlainDate, PlainTime } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
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
let administrator: Person
let coordinator: Person
beforeEach(() => {
  given.clock.set('2026-04-01T10:00:00.000Z')
  areaId = newArea()
  administrator = personIn(areaId, 'administrator')
  coordinator = personIn(areaId, 'coordinator')
})

const refused = (message: string) => ({ message })
const change = (version: number, from: string, minutes = 60, kind: PanelMeetingKind = 'standard') => ({
  ...{ areaId, kind, version, validFrom: PlainDate.parse(from), minutes, key: newKey() },
})
const set = async (what: ReturnType<typeof change>, who = administrator) =>
  (await given.as(who)).caseMinutes.set(what)

describe('the minutes a case usually has', () => {
  test('are those set for the day of the meeting, on its agenda, in a proposal and in the year', async () => {
    const { caseId } = await givenCase(given, areaId)
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    const first = change(0, '2026-04-10')
    expect(await set(first)).toEqual({ version: 1 })
    expect(await set(first)).toEqual({ version: 1 })
    const { panelMeeting, panelYear } = await given.as(coordinator)
    const of = { areaId, panelMeetingId }
    const times = { startsAt: PlainTime.parse('09:30'), endsAt: PlainTime.parse('12:00') }
    const usualOn = async (heldOn: string) => {
      const { version, kind } = await panelMeeting.read(of)
      const moved = { ...of, version, kind, heldOn: PlainDate.parse(heldOn), times, place: null }
      await panelMeeting.change({ ...moved, key: newKey() })
      const { agenda } = await panelMeeting.read(of)
      const proposal = await panelMeeting.proposeAgenda({ ...of, theme: 'all', expected: [] })
      const { meetings } = await panelYear.read({ areaId, year: '2026-27' })
      const { minutesEach, minutesFree } = proposal
      return [agenda[0]?.minutes, minutesEach, minutesFree, meetings[0]?.minutesLeft, meetings[0]?.roomFor]
    }
    expect(await usualOn('2026-04-09')).toEqual([40, 40, 110, 110, 2])
    expect(await usualOn('2026-04-10')).toEqual([60, 60, 90, 90, 1])
  })

  test('of one kind of panel are no other’s, and what a case was given by itself stays', async () => {
    const { caseId } = await givenCase(given, areaId)
    const { panelMeetingId } = await givenListing(given, coordinator, caseId)
    const { panelMeeting } = await given.as(coordinator)
    const of = { areaId, panelMeetingId }
    await set(change(0, '2026-04-02', 60, 'neonatal'))
    given.clock.set('2026-04-02T10:00:00.000Z')
    expect((await panelMeeting.read(of)).agenda[0]?.minutes).toBe(40)
    const { version } = await panelMeeting.read(of)
    const minutes = [{ caseId, minutes: 33 }]
    await panelMeeting.setAgenda({ ...of, version, minutes, move: null, key: newKey() })
    const heldOn = PlainDate.parse('2026-04-20')
    await set(change(0, '2026-04-20', 90))
    const moved = { ...of, version: version + 1, kind: 'standard' as const, heldOn, times: null, place: null }
    await panelMeeting.change({ ...moved, key: newKey() })
    expect((await panelMeeting.read(of)).agenda[0]?.minutes).toBe(33)
  })

  test('are not set for a day that has come, from an old version, or by anybody else; every version is kept', async () => {
    const today = given.clock.today()
    const tomorrow = addDays(today, 1)
    await set(change(0, tomorrow, 50))
    for (const [who, what, message] of [
      [administrator, change(1, today), 'dates-out-of-order'],
      [administrator, change(0, tomorrow), 'stale'],
      [coordinator, change(1, tomorrow), 'forbidden'],
      [personIn(newArea(), 'administrator'), change(1, tomorrow), 'not-found'],
    ] as const) {
      await expect(set(what, who)).rejects.toMatchObject(refused(message))
    }
    await set(change(1, tomorrow, 55))
    const { versions } = await (await given.as(coordinator)).caseMinutes.read({ areaId })
    expect(versions.map(({ version, minutes }) => [version, minutes])).toEqual([
      [2, 55],
      [1, 50],
    ])
    expect(versions[0]?.changedBy).toBe(administrator.personId)
  })
})
