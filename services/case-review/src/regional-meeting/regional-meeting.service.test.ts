import { type AreaId, type Person, PlainDate, type RegionalMeetingId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenCaseReview, givenCaseReview, newArea, newKey, personIn } from '../testing.ts'
import { carryRegional } from './carry-regional.ts'
import {
  carryAll,
  givenAreas,
  givenListed,
  givenRegional,
  givenTaking,
  ownMeeting,
  plan,
} from './testing-regional.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let [host, asked, other]: AreaId[] = []
let coordinator: Person
let theirs: Person
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  ;[host, asked, other] = [newArea(), newArea(), newArea()]
  coordinator = personIn(hostArea(), 'coordinator')
  theirs = personIn(askedArea(), 'coordinator')
})
const is = (areaId: AreaId | undefined) => {
  if (areaId === undefined) throw new Error('there are three areas')
  return areaId
}
const hostArea = () => is(host)
const askedArea = () => is(asked)
const otherArea = () => is(other)
const refused = (message: string) => ({ message })

const read = async (as: Person, areaId: AreaId, regionalMeetingId: RegionalMeetingId) =>
  (await given.as(as)).regionalMeeting.read({ areaId, regionalMeetingId })
const answersOf = async (as: Person, areaId: AreaId, id: RegionalMeetingId) =>
  Object.fromEntries((await read(as, areaId, id)).areas.map((one) => [one.areaId, one.answer]))
async function answer(as: Person, areaId: AreaId, id: RegionalMeetingId, said: 'accepted' | 'declined') {
  const { planVersion } = await read(as, areaId, id)
  const answering = { areaId, regionalMeetingId: id, planVersion, answer: said, key: newKey() }
  const call = await given.as(as)
  await call.regionalMeeting.answer(answering)
  await call.regionalMeeting.answer(answering)
  await carryAll(given)
}

describe('a regional meeting', () => {
  test('is arranged once, asks the other areas once each, and gives each that accepts a panel meeting of its own', async () => {
    await givenAreas(given, hostArea(), askedArea(), otherArea())
    const call = await given.as(coordinator)
    const arranging = { ...plan, areaId: hostArea(), areas: [askedArea(), otherArea()], key: newKey() }
    const { regionalMeetingId: id } = await call.regionalMeeting.arrange(arranging)
    expect((await call.regionalMeeting.arrange(arranging)).regionalMeetingId).toBe(id)
    expect(await carryAll(given)).toBe(2)
    const payload = { regionalMeetingId: id, hostAreaId: hostArea() }
    await carryRegional(given.parts, payload)
    const told = await given.test.look<{ areaId: string }[]>`
      select area_id from case_review.events where type = 'regional-meeting.asked.v1' and subject = ${id}`
    expect(told.map(({ areaId }) => areaId).toSorted()).toEqual([askedArea(), otherArea()].toSorted())

    expect(await read(theirs, askedArea(), id)).toMatchObject({
      ...plan,
      ...{ hosts: false, answer: 'asked', cancelled: false, panelMeetingId: null, planVersion: 1 },
    })
    const meetings = async (as: Person, areaId: AreaId) =>
      (await (await given.as(as)).panelMeeting.list({ areaId })).rows
    expect(await meetings(theirs, askedArea())).toEqual([])
    await answer(theirs, askedArea(), id, 'accepted')
    const stands = { kind: 'themed-regional', heldOn: plan.heldOn, startsAt: plan.startsAt, cases: 0 }
    expect(await meetings(theirs, askedArea())).toMatchObject([stands])
    expect(await meetings(coordinator, hostArea())).toMatchObject([stands])
    const own = await ownMeeting(given, askedArea(), id)
    expect(own).not.toBe(await ownMeeting(given, hostArea(), id))
    expect(
      await (await given.as(theirs)).panelMeeting.read({ areaId: askedArea(), panelMeetingId: own }),
    ).toMatchObject({ place: plan.place, endsAt: plan.endsAt })
    expect(await answersOf(coordinator, hostArea(), id)).toEqual({
      ...{ [hostArea()]: 'accepted', [askedArea()]: 'accepted', [otherArea()]: 'asked' },
    })
  })

  test('is declined, also after it was accepted, and then accepted again; every area that takes part hears it', async () => {
    const id = await givenRegional(given, coordinator, [askedArea(), otherArea()])
    await givenTaking(given, otherArea(), id)
    await answer(theirs, askedArea(), id, 'accepted')
    const first = await ownMeeting(given, askedArea(), id)
    const caseId = await givenListed(given, askedArea(), id)
    await answer(theirs, askedArea(), id, 'declined')
    const call = await given.as(theirs)
    expect(await call.panelMeeting.read({ areaId: askedArea(), panelMeetingId: first })).toMatchObject({
      cancelled: { reason: 'members-away' },
    })
    expect((await call.case.open({ areaId: askedArea(), caseId, fieldClasses: [] })).case.state).toBe(
      'review-meeting-not-held',
    )
    const third = personIn(otherArea(), 'coordinator')
    expect(await answersOf(coordinator, hostArea(), id)).toMatchObject({ [askedArea()]: 'declined' })
    expect(await answersOf(third, otherArea(), id)).toMatchObject({ [askedArea()]: 'declined' })
    await answer(theirs, askedArea(), id, 'accepted')
    expect(await ownMeeting(given, askedArea(), id)).not.toBe(first)
    expect(await answersOf(third, otherArea(), id)).toMatchObject({ [askedArea()]: 'accepted' })
    const { planVersion } = await read(theirs, askedArea(), id)
    const again = { areaId: askedArea(), regionalMeetingId: id, planVersion, key: newKey() }
    await expect(call.regionalMeeting.answer({ ...again, answer: 'accepted' })).rejects.toMatchObject(
      refused('regional-meeting-answered'),
    )
  })

  test('is moved by its host alone, in every area that takes part, with the cases of each', async () => {
    const id = await givenRegional(given, coordinator, [askedArea()])
    await givenTaking(given, askedArea(), id)
    const caseId = await givenListed(given, askedArea(), id)
    const heldOn = PlainDate.parse('2026-04-20')
    const change = { regionalMeetingId: id, planVersion: 1, ...plan, heldOn, place: 'Another room' }
    const [mine, call] = [await given.as(coordinator), await given.as(theirs)]
    await expect(
      call.regionalMeeting.change({ ...change, areaId: askedArea(), key: newKey() }),
    ).rejects.toMatchObject(refused('not-found'))
    const changing = { ...change, areaId: hostArea(), key: newKey() }
    await mine.regionalMeeting.change(changing)
    await mine.regionalMeeting.change(changing)
    await carryAll(given)
    for (const [as, areaId] of [[coordinator, hostArea()] as const, [theirs, askedArea()] as const]) {
      const panelMeetingId = await ownMeeting(given, areaId, id)
      expect(await (await given.as(as)).panelMeeting.read({ areaId, panelMeetingId })).toMatchObject({
        ...{ heldOn, place: 'Another room', startsAt: plan.startsAt },
      })
    }
    expect((await call.case.list({ areaId: askedArea(), view: 'listed', page: 1 })).rows).toMatchObject([
      { caseId, next: { what: 'panel', dueOn: heldOn } },
    ])
    await expect(mine.regionalMeeting.change({ ...changing, key: newKey() })).rejects.toMatchObject(
      refused('stale'),
    )
    const past = { ...changing, planVersion: 2, heldOn: PlainDate.parse('2026-03-01'), key: newKey() }
    await expect(mine.regionalMeeting.change(past)).rejects.toMatchObject({ message: 'dates-out-of-order' })
  })

  test('is called off in every area; what a panel had decided by then stands', async () => {
    const id = await givenRegional(given, coordinator, [askedArea(), otherArea()])
    for (const areaId of [askedArea(), otherArea()]) await givenTaking(given, areaId, id)
    const [caseId, decided] = [
      await givenListed(given, askedArea(), id),
      await givenListed(given, otherArea(), id),
    ]
    const third = personIn(otherArea(), 'coordinator')
    const met = { areaId: otherArea(), panelMeetingId: await ownMeeting(given, otherArea(), id) }
    const present = [{ personId: third.personId, agency: 'health' as const, attendedAs: 'primary' as const }]
    await (await given.as(third)).panelMeeting.recordAttendance({
      ...{ ...met, present, panel: ['health'], key: newKey() },
    })
    const cancelling = { regionalMeetingId: id, planVersion: 1, reason: 'no-chair' as const, key: newKey() }
    const [mine, call] = [await given.as(coordinator), await given.as(theirs)]
    await expect(call.regionalMeeting.cancel({ ...cancelling, areaId: askedArea() })).rejects.toMatchObject(
      refused('not-found'),
    )
    await mine.regionalMeeting.cancel({ ...cancelling, areaId: hostArea() })
    await mine.regionalMeeting.cancel({ ...cancelling, areaId: hostArea() })
    await carryAll(given)
    const panelMeetingId = await ownMeeting(given, askedArea(), id)
    expect(await call.panelMeeting.read({ areaId: askedArea(), panelMeetingId })).toMatchObject({
      cancelled: { reason: 'no-chair' },
    })
    expect(await read(theirs, askedArea(), id)).toMatchObject({ cancelled: true, cancelReason: 'no-chair' })
    const stateOf = async (as: Person, areaId: AreaId, one: typeof caseId) =>
      (await (await given.as(as)).case.open({ areaId, caseId: one, fieldClasses: [] })).case.state
    expect(await stateOf(theirs, askedArea(), caseId)).toBe('review-meeting-not-held')
    expect(await stateOf(third, otherArea(), decided)).toBe('listed')
    expect(await (await given.as(third)).panelMeeting.read(met)).toMatchObject({ cancelled: null })
    const late = { areaId: askedArea(), regionalMeetingId: id, planVersion: 2, key: newKey() }
    await expect(call.regionalMeeting.answer({ ...late, answer: 'declined' })).rejects.toMatchObject(
      refused('regional-meeting-answered'),
    )
  })

  test('is not moved or called off in one area alone, nor answered as it was before the host planned it anew', async () => {
    const id = await givenRegional(given, coordinator, [askedArea()])
    const panelMeetingId = await ownMeeting(given, hostArea(), id)
    const mine = await given.as(coordinator)
    const { version } = await mine.panelMeeting.read({ areaId: hostArea(), panelMeetingId })
    const of = { areaId: hostArea(), panelMeetingId, version }
    const { startsAt, endsAt, heldOn } = plan
    await expect(
      mine.panelMeeting.change({
        ...{ ...of, kind: 'standard', heldOn, times: { startsAt, endsAt }, place: null, key: newKey() },
      }),
    ).rejects.toMatchObject(refused('part-of-regional-meeting'))
    await expect(
      mine.panelMeeting.cancel({ ...of, reason: 'no-chair', key: newKey() }),
    ).rejects.toMatchObject(refused('part-of-regional-meeting'))
    await mine.regionalMeeting.change({
      ...{ ...plan, areaId: hostArea(), regionalMeetingId: id, planVersion: 1, key: newKey() },
    })
    await carryAll(given)
    const call = await given.as(theirs)
    const answering = { areaId: askedArea(), regionalMeetingId: id, answer: 'accepted' as const }
    await expect(
      call.regionalMeeting.answer({ ...answering, planVersion: 1, key: newKey() }),
    ).rejects.toMatchObject(refused('stale'))
  })

  test('is there for nobody in an area that was not asked, and for no role that arranges no meetings', async () => {
    const id = await givenRegional(given, coordinator, [askedArea()])
    const stranger = personIn(otherArea(), 'coordinator')
    await expect(read(stranger, otherArea(), id)).rejects.toMatchObject(refused('not-found'))
    await expect(read(stranger, askedArea(), id)).rejects.toMatchObject(refused('not-found'))
    await expect(
      (await given.as(stranger)).regionalMeeting.answer({
        ...{ areaId: otherArea(), regionalMeetingId: id, planVersion: 1, answer: 'accepted', key: newKey() },
      }),
    ).rejects.toMatchObject(refused('not-found'))
    expect(await (await given.as(stranger)).regionalMeeting.list({ areaId: otherArea() })).toEqual({
      rows: [],
    })
    for (const role of ['panel-member', 'chair', 'designated-doctor', 'administrator'] as const) {
      const somebody = personIn(askedArea(), role)
      await expect(read(somebody, askedArea(), id)).rejects.toMatchObject(refused('forbidden'))
    }
    const mine = await given.as(coordinator)
    const arranging = { ...plan, areaId: hostArea(), key: newKey() }
    for (const areas of [[hostArea()], [newArea()]]) {
      await expect(
        mine.regionalMeeting.arrange({ ...arranging, areas, key: newKey() }),
      ).rejects.toMatchObject(refused('invalid-answers'))
    }
  })

  test('holds nothing of a case in its rows, and its words only sealed; an older word never takes the place of a newer', async () => {
    const id = await givenRegional(given, coordinator, [askedArea()])
    await givenTaking(given, askedArea(), id)
    const caseId = await givenListed(given, askedArea(), id)
    await carryAll(given)
    const rows = await given.test.look<{ row: string }[]>`
      select r::text as row from case_review.regional_meetings r where r.regional_meeting_id = ${id}
      union all select a::text from case_review.regional_answers a where a.regional_meeting_id = ${id}`
    expect(rows.length).toBeGreaterThan(4)
    const all = rows.map(({ row }) => row).join()
    expect(all).not.toContain(caseId)
    const [kept] = await given.test.look<{ words: Buffer }[]>`
      select words from case_review.regional_meetings where area_id = ${askedArea()} and regional_meeting_id = ${id}`
    expect(kept?.words.toString('latin1')).not.toContain('metabolism')
    await expect(
      given.parts.database.transaction(
        theirs,
        (tx) => tx`
          update case_review.regional_answers set word_version = 0
          where area_id = ${askedArea()} and of_area_id = ${askedArea()}`,
      ),
    ).rejects.toThrow()
  })
})
