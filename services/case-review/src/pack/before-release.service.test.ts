import {
  type AreaId,
  type CaseId,
  PackPlace,
  type PanelMeetingId,
  type Person,
  PlainDate,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenAgreement,
  givenCase,
  givenCaseReview,
  givenListing,
  givenReleasedPack,
  goingOn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { screenPack } from './screen-pack.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let chair: Person
let member: Person
let caseId: CaseId
let panelMeetingId: PanelMeetingId
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  chair = personIn(area, 'chair')
  member = personIn(area, 'panel-member')
  ;({ caseId } = await givenCase(given, area))
  ;({ panelMeetingId } = await givenListing(given, coordinator, caseId))
})

const notOpen = { message: 'pack-not-open' }

/** Every way somebody of the panel reads of a case, or writes about what they read. */
async function waysOf(who: Person) {
  const call = await given.as(who)
  const kase = { areaId: area, caseId }
  const seat = { ...kase, panelMeetingId }
  const version = 'a'.repeat(64)
  const reading = [
    () => call.pack.open(kase),
    () => call.pack.copy(kase),
    () => call.reading.mark({ ...seat, version, key: newKey() }),
    () => call.reading.unmark({ ...seat, key: newKey() }),
    () => call.reading.keepPlace({ ...seat, place: PackPlace.parse('summary') }),
    () => call.privateNote.read(seat),
    () => call.privateNote.write({ ...seat, text: 'A note.', version: 0, key: newKey() }),
    () => call.panelComment.read(seat),
    () => call.panelComment.send({ ...seat, text: 'A comment.', key: newKey() }),
    () => call.livePanel.seat(seat),
    () => call.livePanel.keepSeat(seat),
  ]
  const believes = { recipient: 'coroner' as const, believes: 'Another cause.', reasons: 'A finding.' }
  const analysing = [
    () => call.pack.codedAnswers(kase),
    () => call.pack.analysis(kase),
    () => call.reviewMeeting.beforePanel(kase),
    () => call.panelMeeting.deliberation(kase),
    () => call.livePanel.deciding(seat),
    () => call.causeLetter.raised(kase),
    () => call.causeLetter.raise({ ...kase, ...believes, key: newKey() }),
  ]
  return { call, reading, analysing }
}

async function expectNothingRead() {
  for (const who of [member, chair]) {
    const { call, reading, analysing } = await waysOf(who)
    for (const way of who === chair ? [...reading, ...analysing] : reading)
      await expect(way()).rejects.toMatchObject(notOpen)
    expect((await call.reading.progress({ areaId: area, panelMeetingId })).cases).toEqual([])
    expect((await call.privateNote.export({ areaId: area, panelMeetingId })).notes).toEqual([])
  }
}

const agendaOf = async (who: Person) =>
  (await given.as(who)).panelMeeting.read({ areaId: area, panelMeetingId })

describe('before two people have released the pack of a meeting', () => {
  test('nobody of the panel reads of a case, by whatever way, in any step before the second signature', async () => {
    await expectNothingRead()
    const first = await given.as(personIn(area, 'coordinator'))
    const { packId } = await first.pack.build({ areaId: area, panelMeetingId, version: 0, key: newKey() })
    await screenPack(given.parts, { areaId: area, packId })
    await expectNothingRead()
    const sign = { areaId: area, packId, lateReason: 'Late.', fewReason: 'A small area.' }
    await first.pack.sign({ ...sign, seen: 'ready', key: newKey() })
    await expectNothingRead()
    await (await given.as(coordinator)).pack.sign({ ...sign, seen: 'signed-once', key: newKey() })
    for (const who of [member, chair]) {
      const { call } = await waysOf(who)
      expect((await call.pack.open({ areaId: area, caseId })).pack.summary).toBe('A child died at home.')
      expect((await call.reading.progress({ areaId: area, panelMeetingId })).cases).toHaveLength(1)
    }
  })

  test('the agenda names the case by reference, age and month, and says when the pack is due', async () => {
    for (const who of [member, chair]) {
      const { agenda, packDueOn } = await agendaOf(who)
      expect(agenda).toMatchObject([
        { caseId, ageBand: '1-4y', monthOfDeath: '2026-02', pack: 'not-released' },
      ])
      expect(packDueOn).toBe('2026-02-23')
    }
    const entries = await given.test.look`
      select from case_review.audit_entries where area_id = ${area} and entry->>'action' = 'pack.open'`
    expect(entries).toEqual([])
  })

  test('an interest in it is said all the same, and whoever withdrew is told nothing of a pack', async () => {
    const call = await given.as(member)
    const own = async () => (await call.conflict.own({ areaId: area, panelMeetingId, agency: null })).items
    expect(await own()).toMatchObject([{ caseId, outcome: null }])
    expect(await call.conflict.standing({ areaId: area, caseId })).toMatchObject({ decides: true })
    await call.conflict.declare({ areaId: area, caseId, key: newKey() })
    await givenReleasedPack(given, area, panelMeetingId)
    const { reading } = await waysOf(member)
    for (const way of reading) await expect(way()).rejects.toMatchObject({ message: 'not-found' })
    expect((await agendaOf(member)).agenda).toEqual([])
    const stranger = await given.as(personIn(newArea(), 'chair'))
    await expect(stranger.pack.open({ areaId: area, caseId })).rejects.toMatchObject({ message: 'not-found' })
  })

  test('a chair may put the case back, and a second panel codes none that nobody released', async () => {
    await givenAgreement(given, area, caseId, panelMeetingId)
    const coder = (await given.as(personIn(area, 'chair'), 'factor-analysis')).secondCoding
    await expect(coder.open({ areaId: area, caseId, panelMeetingId })).rejects.toMatchObject(notOpen)
    ;({ caseId } = await givenCase(given, area))
    ;({ panelMeetingId } = await givenListing(given, coordinator, caseId))
    const questions = ['Was the alarm heard?']
    const asked = { areaId: area, caseId, panelMeetingId, questions, key: newKey() }
    await (await given.as(chair)).panelMeeting.defer(asked)
    expect((await agendaOf(member)).agenda).toEqual([])
  })
})

describe('once it was released', () => {
  test('a case that was listed afterwards is not read, and comes with the next one', async () => {
    await givenReleasedPack(given, area, panelMeetingId)
    const before = caseId
    ;({ caseId } = await givenCase(given, area))
    const call = await given.as(coordinator)
    const none = { areaId: area, caseId, reason: 'died-abroad' as const, decidedOn: given.clock.today() }
    await call.reviewMeeting.recordNotHeld({ ...none, key: newKey() })
    const summary = 'Another child died.'
    await call.case.listForPanel({ areaId: area, caseId, panelMeetingId, summary, goingOn, key: newKey() })
    const { reading } = await waysOf(member)
    for (const way of reading) await expect(way()).rejects.toMatchObject(notOpen)
    const openings = async () => new Map((await agendaOf(member)).agenda.map((one) => [one.caseId, one.pack]))
    expect(await openings()).toEqual(
      new Map([
        [before, 'open' as const],
        [caseId, 'not-released' as const],
      ]),
    )
    await givenReleasedPack(given, area, panelMeetingId)
    expect(await openings()).toEqual(
      new Map([
        [before, 'open' as const],
        [caseId, 'open' as const],
      ]),
    )
  })

  test('nothing of it is read once it is withdrawn, until another one is released', async () => {
    const packId = await givenReleasedPack(given, area, panelMeetingId)
    await (await given.as(coordinator)).pack.withdraw({
      areaId: area,
      packId,
      because: 'identifies-somebody',
      key: newKey(),
    })
    await expectNothingRead()
    expect((await agendaOf(chair)).agenda).toMatchObject([{ pack: 'withdrawn' }])
    await givenReleasedPack(given, area, panelMeetingId)
    expect((await agendaOf(chair)).agenda).toMatchObject([{ pack: 'open' }])
  })

  test('nothing of it is read once it has expired; what the panel says stays with its chair', async () => {
    await givenReleasedPack(given, area, panelMeetingId)
    given.clock.set('2026-03-31T10:00:00.000Z')
    const { call, reading } = await waysOf(chair)
    for (const way of [...reading, () => call.pack.codedAnswers({ areaId: area, caseId })])
      await expect(way()).rejects.toMatchObject(notOpen)
    expect((await agendaOf(chair)).agenda).toMatchObject([{ pack: 'over' }])
    expect((await call.pack.analysis({ areaId: area, caseId })).pass).toBeTruthy()
    expect(await call.panelMeeting.deliberation({ areaId: area, caseId })).toMatchObject({ panelMeetingId })
    await givenAgreement(given, area, caseId, panelMeetingId)
    const coder = (await given.as(personIn(area, 'chair'), 'factor-analysis')).secondCoding
    const second = { areaId: area, caseId, panelMeetingId }
    expect(await coder.open(second)).toMatchObject({ summary: null, returns: [] })
  })

  test('the summary is the de-identified one, also where the coordinator’s says more', async () => {
    ;({ caseId } = await givenCase(given, area))
    const call = await given.as(coordinator)
    const none = { areaId: area, caseId, reason: 'died-abroad' as const, decidedOn: given.clock.today() }
    await call.reviewMeeting.recordNotHeld({ ...none, key: newKey() })
    const heldOn = PlainDate.parse('2026-03-30')
    ;({ panelMeetingId } = await call.panelMeeting.arrange({
      areaId: area,
      kind: 'standard',
      heldOn,
      key: newKey(),
    }))
    const summary = 'A child died on 10 February 2026. A neighbour, Tamsin, came.'
    await call.case.listForPanel({ areaId: area, caseId, panelMeetingId, summary, goingOn, key: newKey() })
    await givenReleasedPack(given, area, panelMeetingId)
    const { pack } = await (await given.as(member)).pack.open({ areaId: area, caseId })
    expect(pack.summary).toContain('A child died')
    for (const said of ['10 February', 'Tamsin']) expect(pack.summary).not.toContain(said)
  })
})
