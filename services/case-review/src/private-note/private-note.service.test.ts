import { type AreaId, type CaseId, type PanelMeetingId, type Person, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenReading,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { destroyNotesThatEnd } from './destroy-notes.ts'

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
const said = 'Ask who rang the ambulance.'
const write = async (who: Person, text: string | null, version: number, key = newKey()) =>
  (await given.as(who)).privateNote.write({ ...place(), text, version, key })
const read = async (who: Person) => (await given.as(who)).privateNote.read(place())
const exported = async (who: Person) => (await given.as(who)).privateNote.export({ areaId, panelMeetingId })
const hold = async (holds: boolean, entry: number) =>
  (await given.as(coordinator)).privateNoteHold.record({
    areaId,
    panelMeetingId,
    holds,
    reason: 'A solicitor asked in writing.',
    entry,
    key: newKey(),
  })
const kept = () => given.test.look<{ note: Buffer }[]>`
  select note from case_review.private_notes where area_id = ${areaId}`
const audited = (action: string) => given.test.look<{ entry: unknown }[]>`
  select entry from case_review.audit_entries where area_id = ${areaId} and entry ->> 'action' = ${action}`
const refused = (message: string) => ({ message })

test('a note is its writer’s alone: sealed, once for its key, and not there for chair, coordinator or another area', async () => {
  const key = newKey()
  expect(await write(member, said, 0, key)).toEqual({ version: 1 })
  expect(await write(member, said, 0, key)).toEqual({ version: 1 })
  expect(await read(member)).toMatchObject({ note: { text: said, version: 1 }, held: false })
  expect((await read(member)).endsOn).toBe('2026-03-30')
  expect((await read(chair)).note).toBeNull()
  expect((await exported(chair)).notes).toEqual([])
  expect((await exported(member)).notes).toMatchObject([{ caseId, text: said }])
  await expect(read(coordinator)).rejects.toMatchObject(refused('forbidden'))
  await expect(exported(coordinator)).rejects.toMatchObject(refused('forbidden'))
  await expect(exported(personIn(newArea(), 'chair'))).rejects.toMatchObject(refused('not-found'))
  const [row] = await kept()
  expect(row?.note.toString('latin1')).not.toContain('ambulance')
  for (const action of ['private-note.write', 'private-note.read', 'private-note.export']) {
    const entries = await audited(action)
    expect(entries.length).toBeGreaterThan(0)
    expect(JSON.stringify(entries)).not.toContain('ambulance')
  }
})

test('two windows do not overwrite each other, and an empty note is destroyed', async () => {
  const two = await Promise.allSettled([write(member, 'One.', 0), write(member, 'Two.', 0)])
  expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(write(member, 'Three.', 0)).rejects.toMatchObject(refused('stale'))
  expect(await write(member, null, 1)).toEqual({ version: 0 })
  expect(await kept()).toHaveLength(0)
})

test('a conflict of interest closes it, also in the export', async () => {
  await write(member, said, 0)
  const call = await given.as(member)
  await call.conflict.declare({ areaId, caseId, key: newKey() })
  await expect(read(member)).rejects.toMatchObject(refused('not-found'))
  await expect(write(member, said, 1)).rejects.toMatchObject(refused('not-found'))
  expect((await exported(member)).notes).toEqual([])
})

test('four weeks after the meeting it is destroyed, once, and not a day before', async () => {
  await write(member, said, 0)
  given.clock.set('2026-03-29T22:30:00.000Z')
  await destroyNotesThatEnd(given.parts)
  expect(await kept()).toHaveLength(1)
  given.clock.set('2026-03-30T08:00:00.000Z')
  await Promise.all([destroyNotesThatEnd(given.parts), destroyNotesThatEnd(given.parts)])
  expect(await kept()).toHaveLength(0)
  expect(await audited('private-note.destroy')).toHaveLength(1)
  await expect(write(member, said, 0)).rejects.toMatchObject(refused('private-notes-over'))
})

test('a legal hold keeps it as it is, from everybody, until it is taken off', async () => {
  await write(member, said, 0)
  await hold(true, 0)
  await expect(hold(true, 0)).rejects.toMatchObject(refused('stale'))
  await expect(hold(true, 1)).rejects.toMatchObject(refused('stale'))
  await expect(write(member, 'Other words.', 1)).rejects.toMatchObject(refused('private-notes-held'))
  await expect(write(member, null, 1)).rejects.toMatchObject(refused('private-notes-held'))
  expect(await read(member)).toMatchObject({ note: { text: said }, held: true })
  given.clock.set('2026-06-01T08:00:00.000Z')
  await destroyNotesThatEnd(given.parts)
  expect(await kept()).toHaveLength(1)
  await hold(false, 1)
  const read2 = await (await given.as(coordinator)).privateNoteHold.read({ areaId, panelMeetingId })
  expect(read2.entries).toMatchObject([{ holds: false }, { holds: true, recordedBy: coordinator.personId }])
  given.clock.set('2026-06-02T08:00:00.000Z')
  await destroyNotesThatEnd(given.parts)
  expect(await kept()).toHaveLength(0)
  const other = { areaId, panelMeetingId, holds: true, reason: 'None.', entry: 2, key: newKey() }
  await expect((await given.as(member)).privateNoteHold.record(other)).rejects.toMatchObject(
    refused('forbidden'),
  )
})

test('put back and listed for a later meeting, it is kept until that one is over', async () => {
  await write(member, said, 0)
  const call = await given.as(coordinator)
  const heldOn = PlainDate.parse('2026-04-20')
  const later = await call.panelMeeting.arrange({ areaId, kind: 'standard', heldOn, key: newKey() })
  await given.test.look`
    update case_review.listings set panel_meeting_id = ${later.panelMeetingId}
    where area_id = ${areaId} and case_id = ${caseId}`
  given.clock.set('2026-05-17T08:00:00.000Z')
  await destroyNotesThatEnd(given.parts)
  expect(await kept()).toHaveLength(1)
  given.clock.set('2026-05-18T08:00:00.000Z')
  await destroyNotesThatEnd(given.parts)
  expect(await kept()).toHaveLength(0)
})
