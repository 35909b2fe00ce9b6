import { randomUUID } from 'node:crypto'
import {
  type AreaId,
  type Person,
  PersonId,
  PlainDate,
  PlainTime,
  RequestId,
  type ServiceActor,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenCaseReview, givenCaseReview, newArea, newKey, personIn } from '../testing.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let areaId: AreaId
let coordinator: Person
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  areaId = newArea()
  coordinator = personIn(areaId, 'coordinator')
})

const refused = (message: string) => ({ message })
const office = () => given.as(coordinator)
const someone = () => PersonId.parse(randomUUID())
const day = (date: string) => PlainDate.parse(date)
const [startsAt, endsAt] = [PlainTime.parse('09:30'), PlainTime.parse('12:00')]

/** A meeting with a time and a place. */
async function givenMeeting(heldOn = '2026-06-09') {
  const { panelMeeting } = await office()
  const kind = 'standard' as const
  const { panelMeetingId } = await panelMeeting.arrange({ areaId, kind, heldOn: day(heldOn), key: newKey() })
  const plan = { kind, heldOn: day(heldOn), times: { startsAt, endsAt }, place: 'Room 4' }
  await panelMeeting.change({ areaId, panelMeetingId, version: 1, ...plan, key: newKey() })
  return { areaId, panelMeetingId, plan: { ...plan, areaId, panelMeetingId } }
}

type Meeting = Awaited<ReturnType<typeof givenMeeting>>

const versionOf = async ({ panelMeetingId }: Meeting) =>
  (await (await office()).panelMeeting.read({ areaId, panelMeetingId })).version

/** What the portal was told of a meeting, oldest first. */
const announced = async ({ panelMeetingId }: Meeting) =>
  (
    await given.test.look<{ payload: { sequence: number; personIds: string[] } }[]>`
      select payload from case_review.events
      where subject = ${panelMeetingId} and type = 'panel-meeting.announced.v1' order by version`
  ).map(({ payload }) => payload)

async function invite(meetings: readonly Meeting[], personIds: readonly PersonId[], key = newKey()) {
  const panelMeetingIds = meetings.map(({ panelMeetingId }) => panelMeetingId)
  await (await office()).panelInvitation.invite({ areaId, panelMeetingIds, personIds: [...personIds], key })
}

const portal = (): ServiceActor => ({
  ...{ kind: 'service', service: 'portal', areaId, onBehalfOf: null },
  requestId: RequestId.parse(randomUUID()),
})

describe('inviting the panel', () => {
  test('asks for one mail to each, once however often it is pressed, and to somebody new alone later', async () => {
    const meeting = await givenMeeting()
    const [one, two, late] = [someone(), someone(), someone()]
    const key = newKey()
    await invite([meeting], [one, two], key)
    await invite([meeting], [one, two], key)
    await invite([meeting], [one, two])
    expect(await announced(meeting)).toEqual([
      { panelMeetingId: meeting.panelMeetingId, sequence: 1, personIds: expect.arrayContaining([one, two]) },
    ])
    await invite([meeting], [one, late])
    expect((await announced(meeting)).at(-1)?.personIds).toEqual([late])
    const { areaId, panelMeetingId } = meeting
    const { rows } = await (await office()).panelInvitation.read({ areaId, panelMeetingId })
    expect(rows.map(({ personId }) => personId).sort()).toEqual([one, two, late].sort())
    expect(rows[0]?.invitedBy).toBe(coordinator.personId)
  })

  test('takes all the meetings of a year in one act, or none of them', async () => {
    const [first, second] = [await givenMeeting('2026-06-09'), await givenMeeting('2026-07-14')]
    const kind = 'standard' as const
    const arranged = { areaId, kind, heldOn: day('2026-09-08'), key: newKey() }
    const { panelMeetingId } = await (await office()).panelMeeting.arrange(arranged)
    const untimed = { ...first, panelMeetingId }
    await expect(invite([first, second, untimed], [someone()])).rejects.toMatchObject(
      refused('meeting-without-times'),
    )
    expect(await announced(first)).toEqual([])
    await invite([first, second], [someone()])
    expect(await announced(first)).toHaveLength(1)
    expect(await announced(second)).toHaveLength(1)
  })

  test('is not done for a meeting that is over, cancelled or of another area, nor by a member or a chair', async () => {
    const meeting = await givenMeeting()
    const asked = { areaId, panelMeetingIds: [meeting.panelMeetingId], personIds: [someone()] }
    for (const role of ['panel-member', 'chair'] as const) {
      const call = await given.as(personIn(areaId, role))
      await expect(call.panelInvitation.invite({ ...asked, key: newKey() })).rejects.toMatchObject(
        refused('forbidden'),
      )
    }
    const elsewhere = newArea()
    const stranger = await given.as(personIn(elsewhere, 'coordinator'))
    for (const where of [areaId, elsewhere]) {
      const attempt = stranger.panelInvitation.invite({ ...asked, areaId: where, key: newKey() })
      await expect(attempt).rejects.toMatchObject(refused('not-found'))
    }
    const of = { areaId, panelMeetingId: meeting.panelMeetingId }
    await expect(stranger.panelInvitation.read(of)).rejects.toMatchObject(refused('not-found'))
    await (await office()).panelMeeting.cancel({ ...of, version: 2, reason: 'no-chair', key: newKey() })
    await expect(invite([meeting], [someone()])).rejects.toMatchObject(refused('meeting-over'))
    const past = await givenMeeting('2026-03-01')
    await expect(invite([past], [someone()])).rejects.toMatchObject(refused('meeting-over'))
  })
})

describe('a meeting people are invited to', () => {
  test('is told to them again when it is moved or called off, with a higher count', async () => {
    const meeting = await givenMeeting()
    const [one, two] = [someone(), someone()]
    await invite([meeting], [one, two])
    const { panelMeeting } = await office()
    const moved = { ...meeting.plan, heldOn: day('2026-06-16') }
    await panelMeeting.change({ ...moved, version: await versionOf(meeting), key: newKey() })
    const { areaId, panelMeetingId } = meeting
    const of = { areaId, panelMeetingId, version: await versionOf(meeting) }
    await panelMeeting.cancel({ ...of, reason: 'not-quorate', key: newKey() })
    const told = await announced(meeting)
    expect(told.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
    for (const { personIds } of told) expect([...personIds].sort()).toEqual([one, two].sort())
  })

  test('is told to nobody when it is saved as it was, when nobody was invited, or when its day is over', async () => {
    const quiet = await givenMeeting()
    const { panelMeeting } = await office()
    await panelMeeting.change({ ...quiet.plan, place: 'Room 5', version: 2, key: newKey() })
    expect(await announced(quiet)).toEqual([])
    const meeting = await givenMeeting()
    await invite([meeting], [someone()])
    await panelMeeting.change({ ...meeting.plan, version: 2, key: newKey() })
    expect(await versionOf(meeting)).toBe(2)
    given.clock.set('2026-06-20T10:00:00.000Z')
    const corrected = { ...meeting.plan, heldOn: day('2026-06-10') }
    await (await office()).panelMeeting.change({ ...corrected, version: 2, key: newKey() })
    expect(await versionOf(meeting)).toBe(3)
    expect(await announced(meeting)).toHaveLength(1)
  })

  test('keeps its times, for they stand in calendars', async () => {
    const meeting = await givenMeeting()
    await invite([meeting], [someone()])
    const { panelMeeting } = await office()
    const timeless = { ...meeting.plan, times: null, version: 2, key: newKey() }
    await expect(panelMeeting.change(timeless)).rejects.toMatchObject(refused('meeting-without-times'))
  })

  test('is told to the portal alone, of somebody who was invited: kind, time and place, nothing of its cases', async () => {
    const meeting = await givenMeeting()
    const one = someone()
    await invite([meeting], [one])
    const { areaId, panelMeetingId } = meeting
    const asked = { areaId, panelMeetingId, personId: one }
    const call = await given.as(portal())
    expect(await call.panelInvitation.announced(asked)).toEqual({
      ...{ kind: 'standard', heldOn: '2026-06-09', startsAt, endsAt, place: 'Room 4' },
      ...{ sequence: 1, cancelled: false },
    })
    const uninvited = call.panelInvitation.announced({ ...asked, personId: someone() })
    await expect(uninvited).rejects.toMatchObject(refused('not-found'))
    await expect((await office()).panelInvitation.announced(asked)).rejects.toMatchObject(
      refused('forbidden'),
    )
  })

  test('cannot have an invitation taken out or written over, even by the service itself', async () => {
    const meeting = await givenMeeting()
    await invite([meeting], [someone()])
    for (const statement of [
      'delete from case_review.panel_invitations',
      'update case_review.panel_invitations set invited_at = now()',
    ]) {
      const attempt = given.test.database.transaction(portal(), (tx) => tx.unsafe(statement))
      await expect(attempt).rejects.toMatchObject({ sqlState: '42501' })
    }
  })
})
