import {
  type AreaId,
  actorKey,
  type CaseId,
  confidentialityStatement,
  type Person,
  PlainDate,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenListing,
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

let areaId: AreaId
let caseId: CaseId
let coordinator: Person
let chair: Person
let member: Person
const { version } = confidentialityStatement
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  areaId = newArea()
  coordinator = personIn(areaId, 'coordinator')
  chair = personIn(areaId, 'chair')
  member = personIn(areaId, 'panel-member')
  ;({ caseId } = await givenCase(given, areaId))
})

const sign = async (who: Person, key = newKey()) =>
  (await given.asUnsigned(who)).panelStatement.sign({ areaId, version, key })
const standing = async (who: Person) => (await given.asUnsigned(who)).panelStatement.read({ areaId })
const refused = { message: 'statement-not-signed' }
const audited = (action: string, who: Person) => given.test.look`
  select entry from case_review.audit_entries where area_id = ${areaId} and entry ->> 'action' = ${action}
    and entry ->> 'actor' = ${actorKey(who)}`

test('whoever reads for the panel reads nothing of a listed case before signing, and then all of it', async () => {
  const { panelMeetingId } = await givenReading(given, coordinator, caseId)
  for (const who of [member, chair]) {
    const call = await given.asUnsigned(who)
    const place = { areaId, caseId }
    const reading = [
      () => call.pack.open(place),
      () => call.panelMeeting.read({ areaId, panelMeetingId }),
      () => call.conflict.declare({ ...place, key: newKey() }),
      ...(who === chair
        ? [() => call.panelMeeting.deliberation(place), () => call.reviewMeeting.beforePanel(place)]
        : []),
    ]
    for (const read of reading) await expect(read()).rejects.toMatchObject(refused)
    expect(await audited('pack.open', who)).toEqual([])
    expect(await standing(who)).toMatchObject({ version, state: 'not-signed', lapsesOn: null, maySign: true })
    await sign(who)
    for (const read of reading.filter((_, at) => at !== 2)) await read()
    expect(await audited('pack.open', who)).toHaveLength(1)
  }
})

test('what is not there for somebody is not there, signed or not', async () => {
  const call = await given.asUnsigned(member)
  await expect(call.pack.open({ areaId, caseId })).rejects.toMatchObject({ message: 'not-found' })
  const stranger = await given.asUnsigned(personIn(newArea(), 'panel-member'))
  const { panelMeetingId } = await givenListing(given, coordinator, caseId)
  for (const read of [
    () => stranger.pack.open({ areaId, caseId }),
    () => stranger.panelMeeting.read({ areaId, panelMeetingId }),
    () => stranger.panelStatement.read({ areaId }),
    () => stranger.panelStatement.sign({ areaId, version, key: newKey() }),
  ]) {
    await expect(read()).rejects.toMatchObject({ message: 'not-found' })
  }
})

test('two clicks, and two windows at the same moment, sign once', async () => {
  const key = newKey()
  await Promise.all([sign(member, key), sign(member), sign(member)])
  await sign(member, key)
  await sign(member)
  const kept = await given.test.look`
    select words_version, signed_on::text from case_review.confidentiality_statements
    where area_id = ${areaId} and person_id = ${member.personId}`
  expect(kept).toMatchObject([{ wordsVersion: version, signedOn: '2026-03-02' }])
  expect(await audited('panel-statement.sign', member)).toHaveLength(1)
})

test('other words than those asked for are not signed, and nobody else signs or looks', async () => {
  const call = await given.asUnsigned(member)
  await expect(call.panelStatement.sign({ areaId, version: 'own-99', key: newKey() })).rejects.toMatchObject({
    message: 'stale',
  })
  await expect(sign(coordinator)).rejects.toMatchObject({ message: 'forbidden' })
  const { panelMeetingId } = await givenListing(given, coordinator, caseId)
  await expect(call.panelStatement.list({ areaId, panelMeetingId })).rejects.toMatchObject({
    message: 'forbidden',
  })
})

test('a year later it is asked again; signed in the last two months it does not run out before a meeting', async () => {
  await sign(member)
  await sign(chair)
  const { panelMeetingId } = await givenReading(given, coordinator, caseId)
  given.clock.set('2027-01-02T10:00:00.000Z')
  expect(await standing(chair)).toMatchObject({ state: 'signed', lapsesOn: '2027-03-02', maySign: true })
  await sign(chair)
  const call = await given.as(coordinator)
  const coming = await call.panelMeeting.arrange({
    areaId,
    kind: 'standard',
    heldOn: PlainDate.parse('2027-03-02'),
    key: newKey(),
  })
  const { rows } = await call.panelStatement.list({ areaId, ...coming })
  expect(new Map(rows.map(({ personId, ...row }) => [personId, row]))).toEqual(
    new Map([
      [member.personId, { state: 'signed', atMeeting: 'lapsed', lapsesOn: '2027-03-02' }],
      [chair.personId, { state: 'signed', atMeeting: 'signed', lapsesOn: '2028-01-02' }],
    ]),
  )
  given.clock.set('2027-03-01T23:30:00.000Z')
  await (await given.asUnsigned(member)).panelMeeting.read({ areaId, panelMeetingId })
  given.clock.set('2027-03-02T00:30:00.000Z')
  const late = await given.asUnsigned(member)
  await expect(late.pack.open({ areaId, caseId })).rejects.toMatchObject(refused)
  await expect(late.panelMeeting.read({ areaId, panelMeetingId })).rejects.toMatchObject(refused)
  expect(await standing(member)).toMatchObject({ state: 'lapsed', maySign: true })
})

test('somebody who coordinates and sits on the panel works on cases unsigned, and reads no pack', async () => {
  const both = personIn(areaId, 'coordinator', 'chair')
  const { panelMeetingId } = await givenListing(given, coordinator, caseId)
  const call = await given.asUnsigned(both)
  expect((await call.panelMeeting.read({ areaId, panelMeetingId })).agenda).toHaveLength(1)
  const { pass } = await call.case.open({ areaId, caseId, fieldClasses: ['identity'] })
  expect(pass).not.toBeNull()
  await expect(call.pack.open({ areaId, caseId })).rejects.toMatchObject(refused)
})
