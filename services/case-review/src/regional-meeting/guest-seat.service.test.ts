import { randomUUID } from 'node:crypto'
import {
  type AreaId,
  type CaseId,
  GuestRole,
  mayDo,
  type PanelMeetingId,
  Permission,
  type Person,
  PersonId,
  type RegionalMeetingId,
  RequestId,
  type SeatAs,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
  givenReleasedPack,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { carryAll, givenListed, givenRegional, givenTaking, ownMeeting } from './testing-regional.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let host: AreaId
let asked: AreaId
let id: RegionalMeetingId
let theirs: PanelMeetingId
let caseId: CaseId
/** Somebody of the host's panel, as what they are at home. */
let atHome: Person

beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  ;[host, asked] = [newArea(), newArea()]
  id = await givenRegional(given, personIn(host, 'coordinator'), [asked])
  theirs = await givenTaking(given, asked, id)
  caseId = await givenListed(given, asked, id)
  await givenReleasedPack(given, asked, theirs)
  atHome = personIn(host, 'panel-member', 'coordinator')
})

const refused = (message: string) => ({ message })
const notThere = refused('not-found')

/** The same person in another area, as the portal has them there: a guest, and nothing they are at home. */
const guestIn = (areaId: AreaId, { personId }: Person, role: GuestRole = 'guest-member'): Person => ({
  ...personIn(areaId, role),
  personId,
  requestId: RequestId.parse(randomUUID()),
})

/** An area names whom it sends; its word is carried. */
async function send(from: AreaId, ...people: readonly { person: Person; seat?: SeatAs }[]) {
  const call = await given.as(personIn(from, 'coordinator'))
  const { wordVersion } = await call.regionalMeeting.read({ areaId: from, regionalMeetingId: id })
  const guests = people.map(({ person, seat = 'member' }) => ({
    ...{ personId: person.personId, agency: 'police' as const, seat },
  }))
  const naming = { areaId: from, regionalMeetingId: id, wordVersion, guests, key: newKey() }
  await call.regionalMeeting.nameGuests(naming)
  await call.regionalMeeting.nameGuests(naming)
  await carryAll(given)
}

/** Everything there is of a meeting and its case for somebody who reads for the panel. */
async function doors(as: Person, at = { panelMeetingId: theirs, caseId }) {
  const call = await given.as(as)
  const meeting = { areaId: asked, panelMeetingId: at.panelMeetingId }
  const one = { areaId: asked, caseId: at.caseId }
  return [
    () => call.panelMeeting.read(meeting),
    () => call.reading.progress(meeting),
    () => call.conflict.own({ ...meeting, agency: null }),
    () => call.panelApology.read(meeting),
    () => call.panelApology.send({ ...meeting, apologises: true, entry: 0, key: newKey() }),
    () => call.privateNote.export(meeting),
    () => call.pack.open(one),
    () => call.conflict.standing(one),
    () => call.livePanel.seat({ ...meeting, caseId: at.caseId }),
    () => call.livePanel.keepSeat({ ...meeting, caseId: at.caseId }),
    () => call.privateNote.read({ ...meeting, caseId: at.caseId }),
    () => call.panelComment.read({ ...meeting, caseId: at.caseId }),
    () => call.conflict.declare({ ...one, key: newKey() }),
  ] as const
}

/** None of it is there. */
async function expectClosed(as: Person, at?: { panelMeetingId: PanelMeetingId; caseId: CaseId }) {
  for (const open of await doors(as, at)) await expect(open()).rejects.toMatchObject(notThere)
}

const meetingsFor = async (as: Person) =>
  (await (await given.as(as)).panelMeeting.list({ areaId: asked })).rows

describe('a seat at the meeting of another area', () => {
  test('opens its agenda and its cases, once that area has heard of it, and is told to the portal in ids', async () => {
    const guest = guestIn(asked, atHome)
    await expectClosed(guest)
    expect(await meetingsFor(guest)).toEqual([])
    await send(host, { person: atHome })
    for (const open of (await doors(guest)).slice(0, -1)) await open()
    expect(await meetingsFor(guest)).toMatchObject([{ panelMeetingId: theirs, cases: 1 }])
    const [told] = await given.test.look<{ payload: unknown }[]>`
      select payload from case_review.events where type = 'guest-seats.changed.v1' and area_id = ${asked}
      order by version desc limit 1`
    const { personId } = atHome
    expect(told?.payload).toEqual({
      panelMeetingId: theirs,
      untilOn: '2026-03-16',
      seats: [{ personId, homeAreaId: host, agency: 'police', seat: 'member' }],
    })
    const coordinator = await given.as(personIn(asked, 'coordinator'))
    expect(await coordinator.regionalMeeting.read({ areaId: asked, regionalMeetingId: id })).toMatchObject({
      sends: [],
      receives: [{ personId, homeAreaId: host }],
    })
  })

  test('opens no other meeting of that area, nor a case that is listed for one', async () => {
    await send(host, { person: atHome })
    const coordinator = personIn(asked, 'coordinator')
    const { caseId: elsewhere } = await givenCase(given, asked)
    const { panelMeetingId } = await givenListing(given, coordinator, elsewhere)
    const guest = guestIn(asked, atHome)
    await expectClosed(guest, { panelMeetingId, caseId: elsewhere })
    expect(await meetingsFor(guest)).toMatchObject([{ panelMeetingId: theirs, cases: 1 }])
    const member = personIn(asked, 'panel-member')
    expect(await meetingsFor(member)).toHaveLength(2)
  })

  test('brings none of what somebody is at home: what a coordinator, a doctor or a chair does is refused', async () => {
    const opened = new Set<Permission>([
      ...['panel-meeting:read', 'pack:read', 'conflict:declare', 'live-panel:watch', 'live-panel:read'],
    ] as Permission[])
    const guest = guestIn(asked, atHome)
    expect(Permission.options.filter((permission) => mayDo(guest, permission))).toEqual(
      Permission.options.filter((permission) => opened.has(permission)),
    )
    await send(host, { person: atHome })
    const call = await given.as(guest)
    for (const forbidden of [
      () => call.case.list({ areaId: asked, view: 'all', page: 1 }),
      () => call.case.open({ areaId: asked, caseId, fieldClasses: [] }),
      () => call.regionalMeeting.list({ areaId: asked }),
      () => call.panelMeeting.deliberation({ areaId: asked, caseId }),
      () => call.conflict.list({ areaId: asked, panelMeetingId: theirs }),
      () => call.secondCoding.withheld({ areaId: asked }),
      () => call.panelStatement.list({ areaId: asked, panelMeetingId: theirs }),
      () => call.pack.read({ areaId: asked, panelMeetingId: theirs }),
    ]) {
      await expect(forbidden()).rejects.toMatchObject(refused('forbidden'))
    }
    // At home they are what they are there, and the other area is not there.
    await expectClosed(atHome)
    await expect(
      (await given.as(atHome)).case.open({ areaId: asked, caseId, fieldClasses: [] }),
    ).rejects.toMatchObject(notThere)
  })

  test('ends when their area takes it back, at once where they sat', async () => {
    await send(host, { person: atHome })
    const guest = guestIn(asked, atHome)
    await (await given.as(guest)).pack.open({ areaId: asked, caseId })
    await send(host)
    await expectClosed(guest)
    expect(await meetingsFor(guest)).toEqual([])
  })

  test('ends fourteen days after the meeting, and with a meeting that is called off', async () => {
    await send(host, { person: atHome })
    const guest = guestIn(asked, atHome)
    given.clock.addDays(14)
    await (await given.as(guest)).pack.open({ areaId: asked, caseId })
    given.clock.addDays(1)
    await expectClosed(guest)
    given.clock.set('2026-03-02T10:00:00.000Z')
    const call = await given.as(personIn(host, 'coordinator'))
    const cancelling = { areaId: host, regionalMeetingId: id, planVersion: 1, key: newKey() }
    await call.regionalMeeting.cancel({ ...cancelling, reason: 'no-chair' })
    await carryAll(given)
    await expectClosed(guest)
  })

  test('ends for everybody of an area that does not take part any more, and comes again with it', async () => {
    const fromAsked = personIn(asked, 'panel-member')
    await send(asked, { person: fromAsked })
    const hosts = await ownMeeting(given, host, id)
    const guest = guestIn(host, fromAsked)
    const read = async () =>
      (await given.as(guest)).panelMeeting.read({ areaId: host, panelMeetingId: hosts })
    await read()
    const call = await given.as(personIn(asked, 'coordinator'))
    const answer = { areaId: asked, regionalMeetingId: id, planVersion: 1 }
    await call.regionalMeeting.answer({ ...answer, answer: 'declined', key: newKey() })
    await carryAll(given)
    await expect(read()).rejects.toMatchObject(notThere)
    await call.regionalMeeting.answer({ ...answer, answer: 'accepted', key: newKey() })
    await carryAll(given)
    await read()
  })

  test('opens nothing of a case they withdraw from, from the next request on, and they count no more in it', async () => {
    await send(host, { person: atHome })
    const other = await givenListed(given, asked, id)
    await givenReleasedPack(given, asked, theirs)
    const guest = guestIn(asked, atHome)
    const call = await given.as(guest)
    await call.conflict.declare({ areaId: asked, caseId, key: newKey() })
    const { agenda } = await call.panelMeeting.read({ areaId: asked, panelMeetingId: theirs })
    expect(agenda.map((item) => item.caseId)).toEqual([other])
    expect(await meetingsFor(guest)).toMatchObject([{ cases: 1 }])
    const one = { areaId: asked, caseId }
    const seat = { ...one, panelMeetingId: theirs }
    for (const open of [
      () => call.pack.open(one),
      () => call.livePanel.seat(seat),
      () => call.livePanel.keepSeat(seat),
      () => call.conflict.standing(one),
    ]) {
      await expect(open()).rejects.toMatchObject(notThere)
    }
    expect((await call.reading.progress({ areaId: asked, panelMeetingId: theirs })).cases).toMatchObject([
      { caseId: other },
    ])
    const office = await given.as(personIn(asked, 'coordinator'))
    const present = [
      { personId: guest.personId, agency: 'police' as const, attendedAs: 'primary' as const },
      {
        ...{ personId: PersonId.parse(randomUUID()), agency: 'health' as const },
        attendedAs: 'primary' as const,
      },
    ]
    await office.panelMeeting.recordAttendance({
      ...{ areaId: asked, panelMeetingId: theirs, present, panel: ['police', 'health'], key: newKey() },
    })
    const counted = async (each: CaseId) =>
      (await office.panelMeeting.read({ areaId: asked, panelMeetingId: theirs })).agenda.find(
        (item) => item.caseId === each,
      )?.quorum.counted
    expect([await counted(caseId), await counted(other)]).toEqual([1, 2])
  })

  test('asks for the confidentiality statement of that area first', async () => {
    await send(host, { person: atHome })
    const call = await given.asUnsigned(guestIn(asked, atHome))
    const meeting = { areaId: asked, panelMeetingId: theirs }
    await expect(call.panelMeeting.read(meeting)).rejects.toMatchObject(refused('statement-not-signed'))
    await expect(call.pack.open({ areaId: asked, caseId })).rejects.toMatchObject(
      refused('statement-not-signed'),
    )
  })
})

describe('a chair’s seat at the meeting of another area', () => {
  test('leads to the analysis, which that area keeps; the role alone does not, nor a member’s seat', async () => {
    const [chair, member] = [personIn(host, 'chair'), personIn(host, 'panel-member')]
    await send(host, { person: chair, seat: 'chair' }, { person: member })
    const classesFor = async (as: Person) =>
      (await given.as(as)).panelMeeting.deliberation({ areaId: asked, caseId })
    expect(await classesFor(guestIn(asked, chair, 'guest-chair'))).toMatchObject({ panelMeetingId: theirs })
    await expect(classesFor(guestIn(asked, member, 'guest-chair'))).rejects.toMatchObject(notThere)
    await expect(classesFor(guestIn(asked, personIn(host, 'chair'), 'guest-chair'))).rejects.toMatchObject(
      notThere,
    )
    const forbidden = await given.as(guestIn(asked, chair, 'guest-chair'))
    for (const refusedTo of [
      () =>
        forbidden.panelMeeting.defer({
          areaId: asked,
          caseId,
          panelMeetingId: theirs,
          questions: ['?'],
          key: newKey(),
        }),
      () => forbidden.conflict.list({ areaId: asked, panelMeetingId: theirs }),
      () => forbidden.case.finished({ areaId: asked, reference: 'LDS-2026-4F7M2H-Q' }),
    ]) {
      await expect(refusedTo()).rejects.toMatchObject(refused('forbidden'))
    }
  })

  test('elsewhere in that area leads to no more than a member’s seat at this meeting', async () => {
    await send(host, { person: atHome })
    const guest = guestIn(asked, atHome, 'guest-chair')
    const call = await given.as(guest)
    const member = await given.as(personIn(asked, 'panel-member'))
    const said = {
      areaId: asked,
      panelMeetingId: theirs,
      caseId,
      text: 'Ask about the weather.',
      key: newKey(),
    }
    await member.panelComment.send(said)
    const place = { areaId: asked, panelMeetingId: theirs }
    expect((await call.panelComment.read({ ...place, caseId })).comments).toEqual([])
    expect((await call.panelApology.read(place)).all).toBeNull()
    const chair = await given.as(personIn(asked, 'chair'))
    expect((await chair.panelComment.read({ ...place, caseId })).comments).toHaveLength(1)
  })

  test('is given by the area that arranges the meeting alone, here and in the database', async () => {
    const chair = personIn(asked, 'chair')
    const call = await given.as(personIn(asked, 'coordinator'))
    const { wordVersion } = await call.regionalMeeting.read({ areaId: asked, regionalMeetingId: id })
    const guests = [{ personId: chair.personId, agency: 'health' as const, seat: 'chair' as const }]
    const naming = { areaId: asked, regionalMeetingId: id, wordVersion, guests, key: newKey() }
    await expect(call.regionalMeeting.nameGuests(naming)).rejects.toMatchObject(refused('forbidden'))
    await expect(
      given.parts.database.transaction(
        personIn(host, 'coordinator'),
        (tx) => tx`
          insert into case_review.regional_guests
            (area_id, regional_meeting_id, person_id, home_area_id, agency, seat)
          values (${host}, ${id}, ${chair.personId}, ${asked}, 'health', 'chair')`,
      ),
    ).rejects.toThrow()
  })
})

test('who goes is said by an area that takes part, once for each look at who went before', async () => {
  const person = personIn(asked, 'panel-member')
  const stranger = await given.as(personIn(newArea(), 'coordinator'))
  const guests = [{ personId: person.personId, agency: 'health' as const, seat: 'member' as const }]
  const naming = { areaId: asked, regionalMeetingId: id, wordVersion: 1, guests }
  await expect(stranger.regionalMeeting.nameGuests({ ...naming, key: newKey() })).rejects.toMatchObject(
    notThere,
  )
  await send(asked, { person })
  const call = await given.as(personIn(asked, 'coordinator'))
  await expect(call.regionalMeeting.nameGuests({ ...naming, key: newKey() })).rejects.toMatchObject(
    refused('stale'),
  )
  expect(GuestRole.options).toEqual(['guest-member', 'guest-chair'])
})
