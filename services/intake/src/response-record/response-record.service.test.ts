import { givenPerson } from '@cdop/database/testing'
import { type CaseId, Instant, type Person, PlainDate, type ResponseId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { doWhatIsDue } from '../joint-agency-response/do-what-is-due.ts'
import {
  type GivenResponses,
  givenResponses,
  responseTo,
} from '../joint-agency-response/testing-responses.ts'
import { keeping } from '../merge/testing-merges.ts'
import { aKey } from '../testing.ts'
import { carryDueTransfers } from '../transfer/carry-transfer.ts'

let given: GivenResponses
let doctor: Person
let otherLead: Person
beforeAll(async () => {
  given = await givenResponses()
  doctor = givenPerson(['designated-doctor'], given.mine.areaId)
  otherLead = givenPerson(['response-lead'], given.mine.areaId)
})
afterAll(() => given.drop())
beforeEach(() => given.clock.set('2026-03-02T10:00:00.000Z'))

const at = (typed: string) => Instant.parse(typed)
/** The cases somebody declared no conflict in, as case-review says. */
const none: CaseId[] = []
const day = (typed: string) => PlainDate.parse(typed)
const record = (who: Person = given.lead) => given.as(who).responseRecord
const deciding = (responseId: ResponseId) => ({ areaId: given.mine.areaId, responseId, key: aKey() })
const here = (responseId: ResponseId) => ({ areaId: given.mine.areaId, responseId, withheld: none })
const about = (responseId: ResponseId) => ({ ...here(responseId), key: aKey() })
const attendees = [
  { role: 'police' as const, name: 'Isolde Fennimore', organisation: 'Invented Constabulary' },
  { role: 'social-care' as const, name: 'Barnaby Oxlade', organisation: 'Invented City Council' },
]
const planning = (responseId: ResponseId) => ({
  ...about(responseId),
  kind: 'initial-planning' as const,
  arranged: null,
  startsAt: at('2026-03-03T09:00:00.000Z'),
  endsAt: at('2026-03-03T10:00:00.000Z'),
  place: 'Seminar room 3, Invented Infirmary',
})
const visited = (responseId: ResponseId) => ({
  ...about(responseId),
  kind: 'scene-visit' as const,
  arranged: null,
  startsAt: at('2026-03-02T07:00:00.000Z'),
  endsAt: at('2026-03-02T08:15:00.000Z'),
  attendees,
  notes: 'The cot stood beside a marmoset cage',
})

/** A response to a notification, started by the lead. */
async function started(changes: object = {}): Promise<ResponseId> {
  const notificationId = await given.submit(changes)
  const responseId = await responseTo(given, notificationId)
  const decided = { ...deciding(responseId), version: 1, what: { decision: 'start' as const } }
  await given.as(given.lead).response.decide({ ...decided, decidedAt: at('2026-03-02T06:00:00.000Z') })
  return responseId
}
const begin = async () => {
  const content = {
    child: 'Peregrine Thistlewood',
    dateOfBirth: null,
    whereNow: 'Ward 4',
    circumstances: 'Fell',
  }
  const asked = { areaId: given.mine.areaId, key: aKey(), content, decidedAt: null }
  return (await given.as(given.lead).response.begin(asked)).responseId
}

async function everythingStored(): Promise<string> {
  const names = [
    'response_meetings',
    'response_meeting_notes',
    'response_actions',
    'response_checks',
    'responses',
  ]
  const rows = await Promise.all(
    names.map((name) => given.test.look`select * from ${given.test.look(`intake.${name}`)}`),
  )
  return JSON.stringify(rows, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  )
}

describe('what is done in a joint agency response', () => {
  test('is arranged, held and noted in versions, acted on and checked; its words are sealed', async () => {
    const responseId = await started()
    const asked = planning(responseId)
    const { responseMeetingId } = await record().arrange(asked)
    expect(await record().arrange(asked)).toEqual({ responseMeetingId })
    const seen = { responseMeetingId, version: 1 }
    await record().recordHeld(visited(responseId))
    given.clock.set('2026-03-03T11:00:00.000Z')
    const held = { ...asked, arranged: seen, attendees, notes: 'Who does what was agreed' }
    const { place, ...outcome } = held
    await record().recordHeld({ ...outcome, key: aKey() })
    await expect(record().recordHeld({ ...outcome, key: aKey() })).rejects.toThrow('stale')
    const again = { ...about(responseId), responseMeetingId, version: 2, attendees, notes: 'And by when' }
    await record().amendNotes(again)
    const action = { what: 'Ask the ambulance service for its record', owner: 'Isolde Fennimore' }
    const { responseActionId } = await record().addAction({
      ...about(responseId),
      ...action,
      dueOn: day('2026-03-10'),
    })
    const done = { responseActionId, doneOn: day('2026-03-03') }
    await record().finishAction({ ...about(responseId), ...done })
    await expect(record().finishAction({ ...about(responseId), ...done })).rejects.toThrow('stale')
    const lacking = 'No word on where the child slept'
    const check = { ...about(responseId), checked: 0, adequate: false, lacking }
    await record(doctor).check(check)
    await expect(record(doctor).check({ ...check, key: aKey() })).rejects.toThrow('stale')
    await record(doctor).check({ ...check, key: aKey(), checked: 1, adequate: true, lacking: null })
    expect(await record().read(here(responseId))).toMatchObject({
      leadId: given.lead.personId,
      startedAt: '2026-03-02T06:00:00.000Z',
      clocks: [
        { kind: 'initial-planning', dueOn: '2026-03-04', state: 'done-in-time' },
        { kind: 'scene-visit', dueAt: '2026-03-03T06:00:00.000Z', state: 'done-in-time' },
      ],
      meetings: [
        { kind: 'scene-visit', state: 'held', place: null, notes: { entry: 1, attendees } },
        { kind: 'initial-planning', state: 'held', place, notes: { entry: 2, notes: 'And by when' } },
      ],
      actions: [{ ...action, doneOn: '2026-03-03' }],
      checks: [{ adequate: true }, { adequate: false, lacking }],
    })
    const kept = await given.test.look`
      select entry from intake.response_meeting_notes where response_meeting_id = ${responseMeetingId}`
    expect(kept).toHaveLength(2)
    expect(await everythingStored()).not.toMatch(/Isolde|marmoset|Seminar|ambulance|slept/)
  })

  test('may not take place, with a reason, and another may be arranged in its stead', async () => {
    const responseId = await started()
    const asked = { ...about(responseId), kind: 'scene-visit' as const, arranged: null }
    await expect(record().recordNotHeld({ ...asked, reason: 'other', note: null })).rejects.toThrow(
      'invalid-answers',
    )
    await record().recordNotHeld({
      ...asked,
      reason: 'police-asked-to-wait',
      note: 'Until the search is over',
    })
    const read = await record().read(here(responseId))
    expect(read.meetings).toMatchObject([
      { state: 'not-held', notHeldReason: 'police-asked-to-wait', notHeldNote: 'Until the search is over' },
    ])
    expect(read.clocks[1]).toMatchObject({ state: 'not-held' })
    given.clock.set('2026-03-05T10:00:00.000Z')
    expect((await record().read(here(responseId))).clocks[0]).toMatchObject({ state: 'overdue' })
  })

  test('keeps its times in order, and what is over as it was', async () => {
    const responseId = await started()
    const { responseMeetingId } = await record().recordHeld(visited(responseId))
    for (const [times, message] of [
      [{ endsAt: at('2026-03-02T07:00:00.000Z') }, 'dates-out-of-order'],
      [{ endsAt: at('2026-03-02T10:00:00.001Z') }, 'date-in-future'],
    ] as const) {
      await expect(record().recordHeld({ ...visited(responseId), ...times })).rejects.toThrow(message)
    }
    const { attendees: who, notes, ...over } = visited(responseId)
    const arranged = { responseMeetingId, version: 1 }
    await expect(record().arrange({ ...over, arranged, place: 'Elsewhere' })).rejects.toThrow('meeting-over')
    for (const change of [
      given.test
        .look`update intake.response_meetings set state = 'arranged' where response_meeting_id = ${responseMeetingId}`,
      given.test
        .look`delete from intake.response_meeting_notes where response_meeting_id = ${responseMeetingId}`,
    ]) {
      await expect(change).rejects.toThrow(/stays as it was recorded|is kept/)
    }
  })

  test('two people at the same moment: one is told', async () => {
    const responseId = await started()
    const { responseMeetingId } = await record().arrange(planning(responseId))
    const moved = (place: string) =>
      record().arrange({ ...planning(responseId), arranged: { responseMeetingId, version: 1 }, place })
    const both = await Promise.allSettled([moved('Room one'), moved('Room two')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('a calendar file of a meeting', () => {
  test('says what, when and where and nothing of the child, and is refused a place that names them', async () => {
    const responseId = await started()
    const named = { ...planning(responseId), place: 'The Quillfeather home' }
    await expect(record().arrange(named)).rejects.toThrow('identifiers-in-summary')
    const { responseMeetingId } = await record().arrange(planning(responseId))
    const { calendar } = await record().calendar({ ...here(responseId), responseMeetingId })
    const unfolded = calendar.replaceAll('\r\n ', '')
    expect(unfolded).toContain(
      'SUMMARY:Joint agency response: initial information sharing and planning meeting',
    )
    expect(unfolded).toContain('LOCATION:Seminar room 3\\, Invented Infirmary')
    expect(unfolded).not.toMatch(/Quillfeather|Marigold|9990000018/)
  })

  test('of a visit does not say where; a child known only before death is not named either', async () => {
    const responseId = await begin()
    const named = { ...planning(responseId), place: 'Bedside of Peregrine' }
    await expect(record().arrange(named)).rejects.toThrow('identifiers-in-summary')
    const home = { ...planning(responseId), kind: 'scene-visit' as const, place: '7 Invented Crescent' }
    const { responseMeetingId } = await record().arrange(home)
    const { calendar } = await record().calendar({ ...here(responseId), responseMeetingId })
    expect(calendar).not.toContain('Crescent')
    expect((await record().read(here(responseId))).meetings).toMatchObject([{ place: '7 Invented Crescent' }])
  })
})

describe('who sees and keeps the record', () => {
  test('its lead; another only once they have taken the lead, which is written down', async () => {
    const responseId = await started()
    await record().arrange(planning(responseId))
    await expect(record(otherLead).read(here(responseId))).rejects.toThrow('response-not-led')
    await expect(record(otherLead).arrange(planning(responseId))).rejects.toThrow('response-not-led')
    await record(otherLead).takeLead({ ...about(responseId), from: given.lead.personId })
    await expect(record().takeLead({ ...about(responseId), from: given.lead.personId })).rejects.toThrow(
      'stale',
    )
    expect((await record(otherLead).read(here(responseId))).leadId).toBe(otherLead.personId)
    await expect(record().read(here(responseId))).rejects.toThrow('response-not-led')
    const taken = await given.test.look`
      select 1 from intake.audit_entries where entry::text like '%response.take-lead%' and entry::text like ${`%${responseId}%`}`
    expect(taken).toHaveLength(1)
  })

  test('coordinator and designated doctor see it; neither writes it, and only the doctor checks it', async () => {
    const responseId = await started()
    for (const who of [given.coordinator, doctor]) {
      expect((await record(who).read(here(responseId))).meetings).toEqual([])
      await expect(record(who).arrange(planning(responseId))).rejects.toThrow('forbidden')
    }
    const check = { ...about(responseId), checked: 0, adequate: true, lacking: null }
    await expect(record(given.coordinator).check(check)).rejects.toThrow('forbidden')
    await expect(record().check(check)).rejects.toThrow('forbidden')
    const stranger = givenPerson(['designated-doctor', 'response-lead'], given.theirs.areaId)
    await expect(record(stranger).read(here(responseId))).rejects.toThrow('not-found')
    await expect(
      record(stranger).takeLead({ ...about(responseId), from: given.lead.personId }),
    ).rejects.toThrow('not-found')
  })

  test('once there is a case, only with case-review’s word for that very case', async () => {
    const child = { nhsNumber: '9990000042' }
    const notificationId = await given.submit({ child })
    const responseId = await responseTo(given, notificationId)
    const decided = { ...deciding(responseId), version: 1, what: { decision: 'start' as const } }
    await given.as(given.lead).response.decide({ ...decided, decidedAt: null })
    await given.settle(notificationId)
    const { caseId } = await given.accept(notificationId)
    const asked = { areaId: given.mine.areaId, caseId }
    await expect(record(doctor).read(here(responseId))).rejects.toThrow('not-found')
    const pass = await given.pass(doctor, [caseId])
    expect((await record(doctor).read({ ...here(responseId), pass })).caseId).toBe(caseId)
    expect(await record(doctor).ofCase({ ...asked, pass })).toMatchObject([{ responseId }])
    const other = await given.pass(doctor, [(await acceptedCase()).caseId])
    await expect(record(doctor).ofCase({ ...asked, pass: other })).rejects.toThrow('not-found')
    const check = { ...about(responseId), checked: 0, adequate: true, lacking: null }
    await expect(record(doctor).check(check)).rejects.toThrow('not-found')
    await record(doctor).check({ ...check, pass })
    expect((await record().read(here(responseId))).checks).toHaveLength(1)

    const kind = 'final-discussion' as const
    const { responseMeetingId } = await record().recordHeld({ ...visited(responseId), kind })
    const visit = await record().recordHeld(visited(responseId))
    const own = await given.pass(given.coordinator, [caseId])
    const final = { ...asked, pass: own, responseMeetingId }
    expect(await record(given.coordinator).finalDiscussion(final)).toMatchObject({
      kind,
      ownCaseId: caseId,
      notes: { attendees },
    })
    await expect(record(given.coordinator).finalDiscussion({ ...final, ...visit })).rejects.toThrow(
      'not-found',
    )
  })
})

test('a declared conflict of interest holds for the lead too: the record is not there, to read, to keep or to take', async () => {
  const child = { nhsNumber: '9990000131', familyName: 'Sallowfield', dateOfBirth: '2015-03-03' }
  const notificationId = await given.submit({ child })
  const responseId = await responseTo(given, notificationId)
  const decided = { ...deciding(responseId), version: 1, what: { decision: 'start' as const } }
  await given.as(given.lead).response.decide({ ...decided, decidedAt: null })
  const { responseMeetingId } = await record().arrange(planning(responseId))
  const { responseActionId } = await record().addAction({
    ...about(responseId),
    what: 'Call',
    owner: 'Ward',
    dueOn: day('2026-03-09'),
  })
  await given.settle(notificationId)
  const { caseId } = await given.accept(notificationId)
  expect((await record().read(here(responseId))).caseId).toBe(caseId)
  const withheld = [caseId]
  const conflicted = () => ({ ...about(responseId), withheld })
  const arranged = { responseMeetingId, version: 1 }
  const visit = { ...visited(responseId), withheld }
  const asked = { areaId: given.mine.areaId, responseId, withheld }
  for (const refused of [
    () => record().read(asked),
    () => record().calendar({ ...asked, responseMeetingId }),
    () => record().arrange({ ...planning(responseId), withheld }),
    () => record().recordHeld(visit),
    () =>
      record().recordNotHeld({
        ...conflicted(),
        kind: 'initial-planning',
        arranged,
        reason: 'put-off',
        note: null,
      }),
    () => record().amendNotes({ ...conflicted(), ...arranged, attendees, notes: null }),
    () => record().addAction({ ...conflicted(), what: 'Call', owner: 'Ward', dueOn: day('2026-03-09') }),
    () => record().finishAction({ ...conflicted(), responseActionId, doneOn: day('2026-03-02') }),
    () => record(otherLead).takeLead({ ...conflicted(), from: given.lead.personId }),
  ]) {
    await expect(refused()).rejects.toThrow('not-found')
  }
  expect((await record().read(here(responseId))).leadId).toBe(given.lead.personId)
})

test('the case that stands for a merged one shows the responses of both', async () => {
  const known = { nhsNumber: '9990000107', familyName: 'Jessamy', dateOfBirth: '2016-01-05' }
  const one = await given.submit({ child: known })
  await given.settle(one)
  const { caseId } = await given.accept(one)
  const two = await given.submit({ child: known })
  const reviewId = await given.compare(two, caseId, 'same')
  const { areaId } = given.mine
  const pass = await given.pass(given.coordinator, [caseId])
  const merging = { areaId, key: aKey(), pass }
  const { merge } = given.as(given.coordinator)
  const proposed = { ...merging, reviewId, surviving: one, provenance: keeping() }
  const { mergeId } = await merge.propose(proposed)
  const second = givenPerson(['coordinator'], areaId)
  const confirming = { areaId, mergeId, key: aKey(), version: 1, pass: await given.pass(second, [caseId]) }
  await given.as(second).merge.confirm(confirming)
  const shown = await record(given.coordinator).ofCase({ areaId, caseId, pass })
  const both = [await responseTo(given, one), await responseTo(given, two)]
  expect(shown.map(({ responseId }) => responseId).sort()).toEqual(both.sort())
  const merged = here(await responseTo(given, two))
  await expect(record(given.coordinator).read(merged)).rejects.toThrow('not-found')
  expect(await record(given.coordinator).read({ ...merged, pass })).toMatchObject({ caseId })
})

const acceptedCase = async () => {
  const notificationId = await given.submit({ child: { nhsNumber: '9990000069', familyName: 'Oakhanger' } })
  await given.settle(notificationId)
  return given.accept(notificationId)
}

describe('what becomes of the record with its response', () => {
  test('nothing is kept of one that was not started, or of a death that was reported in error', async () => {
    const notificationId = await given.submit({ child: { nhsNumber: '9990000077' } })
    const responseId = await responseTo(given, notificationId)
    await expect(record().takeLead({ ...about(responseId), from: null })).rejects.toThrow(
      'response-not-running',
    )
    const decided = { ...deciding(responseId), version: 1, what: { decision: 'start' as const } }
    await given.as(given.lead).response.decide({ ...decided, decidedAt: null })
    await record().arrange(planning(responseId))
    await given.as(given.coordinator).notification.reportInError({
      areaId: given.mine.areaId,
      notificationId,
      key: aKey(),
      version: 1,
      reason: 'child-is-alive',
      confirmedTwice: true,
      nationalDatabaseTold: false,
    })
    await expect(record().read(here(responseId))).rejects.toThrow('not-found')
    await expect(record().arrange(planning(responseId))).rejects.toThrow('not-found')
  })

  test('begun before death it goes on when the child died, together with that of the notification', async () => {
    const responseId = await begin()
    await record().recordHeld(visited(responseId))
    const notificationId = await given.submit({ child: { nhsNumber: '9990000085' } })
    const own = await responseTo(given, notificationId)
    const decided = { ...deciding(own), version: 1, what: { decision: 'start' as const } }
    await given.as(given.lead).response.decide({ ...decided, decidedAt: null })
    await record().arrange(planning(own))
    await given
      .as(given.lead)
      .response.joinNotification({ ...deciding(responseId), version: 1, notificationId })
    const joined = await record().read(here(responseId))
    expect(joined.meetings.map(({ kind }) => kind)).toEqual(['scene-visit', 'initial-planning'])
    const [, arranged] = joined.meetings
    if (arranged === undefined) throw new Error('nothing is arranged')
    const { responseMeetingId, version } = arranged
    given.clock.set('2026-03-03T11:00:00.000Z')
    const { place, ...outcome } = planning(responseId)
    const held = { ...outcome, arranged: { responseMeetingId, version }, attendees, notes: null }
    await record().recordHeld(held)
    expect((await record().read(here(responseId))).meetings[1]).toMatchObject({ state: 'held' })
    await expect(record().arrange(planning(own))).rejects.toThrow('response-not-running')
  })

  test('when the child lived it is closed, and destroyed with all of it when the months are over', async () => {
    const responseId = await begin()
    const { responseMeetingId } = await record().recordHeld(visited(responseId))
    await record().addAction({ ...about(responseId), what: 'Call', owner: 'Ward', dueOn: day('2026-03-09') })
    await given.as(given.lead).response.recordChildLived({ ...deciding(responseId), version: 1 })
    await expect(record().arrange(planning(responseId))).rejects.toThrow('response-not-running')
    expect((await record().read(here(responseId))).meetings).toHaveLength(1)
    given.clock.set('2026-09-02T10:00:00.000Z')
    await doWhatIsDue(given.parts)
    for (const table of [
      'response_meetings',
      'response_meeting_notes',
      'response_actions',
      'response_keys',
    ]) {
      const left = await given.test.look`
        select 1 from ${given.test.look(`intake.${table}`)} where response_id = ${responseId}`
      expect(left).toEqual([])
    }
    expect(await record().read(here(responseId))).toMatchObject({
      state: 'destroyed',
      meetings: [],
      actions: [],
    })
    await expect(record().calendar({ ...here(responseId), responseMeetingId })).rejects.toThrow('not-found')
  })

  test('another area that takes the notification over has it, whole, and nothing of it stays behind', async () => {
    const child = { nhsNumber: '9990000093', familyName: 'Inchbald', dateOfBirth: '2018-05-05' }
    const notificationId = await given.submit({ child, residence: 'E08000032' })
    const responseId = await responseTo(given, notificationId)
    const decided = { ...deciding(responseId), version: 1, what: { decision: 'start' as const } }
    await given.as(given.lead).response.decide({ ...decided, decidedAt: null })
    await record().recordHeld(visited(responseId))
    const { transferId } = await given.as(given.coordinator).transfer.request({
      areaId: given.mine.areaId,
      notificationId,
      key: aKey(),
      version: 1,
      toAreaId: given.theirs.areaId,
      reason: 'residence',
      plan: 'Learning is shared',
    })
    await carryDueTransfers(given.parts)
    const asked = { areaId: given.theirs.areaId, transferId, key: aKey(), version: 1 }
    await given.as(given.stranger).transfer.accept(asked)
    for (let step = 0; step < 3; step += 1) await carryDueTransfers(given.parts)
    const theirLead = givenPerson(['response-lead'], given.theirs.areaId)
    const there = { areaId: given.theirs.areaId, responseId, withheld: none }
    await record(theirLead).takeLead({ ...there, key: aKey(), from: given.lead.personId })
    expect((await record(theirLead).read(there)).meetings).toMatchObject([
      { kind: 'scene-visit', notes: { notes: 'The cot stood beside a marmoset cage' } },
    ])
    await expect(record().read(here(responseId))).rejects.toThrow('not-found')
    const left = await given.test.look`
      select 1 from intake.response_meetings where area_id = ${given.mine.areaId} and response_id = ${responseId}`
    expect(left).toEqual([])
  })
})
