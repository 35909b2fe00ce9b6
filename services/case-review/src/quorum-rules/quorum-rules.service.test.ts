import {
  addDays,
  type CaseId,
  type PanelAgency,
  type PanelMeetingKind,
  PlainDate,
  type QuorumRule,
  usualQuorum,
} from '@cdop/domain'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenReleasedPack,
  goingOn,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'

let given: GivenCaseReview
const area = newArea()
const administrator = personIn(area, 'administrator')
const coordinator = personIn(area, 'coordinator')
const chair = personIn(area, 'chair')
const { standard } = usualQuorum

beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

const change = (
  version: number,
  from: string,
  rule: Partial<QuorumRule> = {},
  kind: PanelMeetingKind = 'standard',
) => ({
  areaId: area,
  kind,
  version,
  validFrom: PlainDate.parse(from),
  rule: { ...standard, ...rule },
  key: newKey(),
})
const set = async (what: ReturnType<typeof change>, who = administrator) =>
  (await given.as(who)).quorumRules.set(what)
const versions = async () => (await (await given.as(coordinator)).quorumRules.read({ areaId: area })).versions

/** A meeting held today for so many new cases, with these agencies there. */
async function givenMeeting(
  agencies: readonly PanelAgency[],
  cases = 1,
  { kind = 'standard' as 'standard' | 'neonatal', members = agencies.length } = {},
) {
  const call = await given.as(coordinator)
  const heldOn = given.clock.today()
  const { panelMeetingId } = await call.panelMeeting.arrange({ areaId: area, kind, heldOn, key: newKey() })
  const listed: CaseId[] = []
  for (let n = 0; n < cases; n += 1) {
    const { caseId } = await givenCase(given, area)
    const none = { areaId: area, caseId, reason: 'died-abroad' as const, decidedOn: heldOn }
    await call.reviewMeeting.recordNotHeld({ ...none, key: newKey() })
    const listing = { areaId: area, caseId, panelMeetingId, summary: 'A child died.', goingOn, key: newKey() }
    await call.case.listForPanel(listing)
    listed.push(caseId)
  }
  const people = agencies.map((agency) => ({ agency, person: personIn(area, 'panel-member') }))
  const present = people.map(({ agency, person }) => ({
    agency,
    personId: person.personId,
    attendedAs: 'primary' as const,
  }))
  const panel = Array.from({ length: members }, (_, n) => agencies[n] ?? ('other' as const))
  const attended = { areaId: area, panelMeetingId, present, panel, key: newKey() }
  await call.panelMeeting.recordAttendance(attended)
  const read = () => call.panelMeeting.read({ areaId: area, panelMeetingId })
  return { panelMeetingId, listed, people, read }
}

test('a meeting of seven is quorate, and its third case is not, for which the police member is in conflict', async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  const required: QuorumRule['requiredAgencies'] = [['police'], ['health'], ['social-care']]
  const first = change(0, '2026-03-03', { requiredAgencies: required })
  expect(await set(first)).toEqual({ version: 1 })
  expect(await set(first)).toEqual({ version: 1 })
  expect(await versions()).toMatchObject([
    { kind: 'standard', version: 1, changedBy: administrator.personId },
  ])
  given.clock.set('2026-03-03T10:00:00.000Z')
  const { panelMeetingId, listed, people, read } = await givenMeeting(
    ['health', 'health', 'police', 'social-care', 'education', 'lay', 'other'],
    4,
  )
  const [, , third, fourth] = listed
  const police = people.find(({ agency }) => agency === 'police')?.person
  if (third === undefined || fourth === undefined || police === undefined)
    throw new Error('not all are there')
  await (await given.as(police)).conflict.declare({ areaId: area, caseId: third, key: newKey() })
  const meeting = await read()
  expect(meeting.quorumRule).toEqual({ rule: first.rule, validFrom: '2026-03-03' })
  const quorum = new Map(meeting.agenda.map((item) => [item.caseId, item.quorum]))
  const notQuorate = { quorate: false, counted: 6, more: 0, missing: [['police']] }
  for (const caseId of listed) {
    const met = { quorate: true, counted: 7, more: 0, missing: [] }
    expect(quorum.get(caseId)).toEqual(caseId === third ? notQuorate : met)
  }
  await givenReleasedPack(given, area, panelMeetingId)
  const chairing = await given.as(chair)
  const deliberated = (caseId: CaseId) => chairing.panelMeeting.deliberation({ areaId: area, caseId })
  expect(await deliberated(third)).toMatchObject(notQuorate)
  expect(await deliberated(fourth)).toMatchObject({ quorate: true, kind: 'standard' })
})

test('a rule holds for meetings from its day: one that was held goes by what held then', async () => {
  given.clock.set('2026-03-10T10:00:00.000Z')
  const before = await givenMeeting(['police', 'health', 'social-care', 'lay', 'education'])
  const neonatal = { kind: 'neonatal' as const, members: 20 }
  const newborn = await givenMeeting(['police', 'health', 'social-care', 'public-health', 'lay'], 1, neonatal)
  await set(change(1, '2026-03-11', { minMembers: 3, minShare: 40 }))
  given.clock.set('2026-03-11T10:00:00.000Z')
  const four = ['police', 'health', 'social-care', 'public-health'] as const
  const after = await givenMeeting(four, 1, { members: 10 })
  const few = await givenMeeting(four, 1, { members: 11 })
  const items = async ({ read }: typeof before) => (await read()).agenda.map(({ quorum }) => quorum)
  expect(await items(before)).toMatchObject([{ quorate: true, counted: 5 }])
  expect(await items(after)).toMatchObject([{ quorate: true, counted: 4 }])
  expect(await items(few)).toMatchObject([{ quorate: false, more: 1 }])
  expect(await items(newborn)).toMatchObject([
    { quorate: false, more: 0, missing: [['midwifery', 'neonatology', 'obstetrics']] },
  ])
  const { rows } = await (await given.as(coordinator)).panelMeeting.list({ areaId: area })
  const since = new Map(rows.map((row) => [row.panelMeetingId, row.quorumRule.validFrom]))
  expect([before, after, newborn].map(({ panelMeetingId }) => since.get(panelMeetingId))).toEqual([
    '2026-03-03',
    '2026-03-11',
    null,
  ])
})

test('a rule is not set for a day that has come, from an old version, or by anybody else', async () => {
  const today = given.clock.today()
  const tomorrow = addDays(today, 1)
  for (const [who, what, message] of [
    [administrator, change(2, today), 'dates-out-of-order'],
    [administrator, change(1, tomorrow), 'stale'],
    [coordinator, change(2, tomorrow), 'forbidden'],
    [personIn(newArea(), 'administrator'), change(2, tomorrow), 'not-found'],
  ] as const) {
    await expect(set(what, who)).rejects.toMatchObject({ message })
  }
  await expect(set(change(2, tomorrow, { minMembers: 1 }))).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  const two = await Promise.allSettled([set(change(2, tomorrow)), set(change(2, addDays(today, 9)))])
  expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await set(change(0, tomorrow, {}, 'themed-local'))).toEqual({ version: 1 })
  expect(await versions()).toHaveLength(4)
})

test('more cannot have been present than the panel has members', async () => {
  const call = await given.as(coordinator)
  const { panelMeetingId } = await givenMeeting(['police'], 0)
  const present = [chair, administrator].map(({ personId }) => ({
    personId,
    agency: 'lay' as const,
    attendedAs: 'deputy' as const,
  }))
  await expect(
    call.panelMeeting.recordAttendance({
      areaId: area,
      panelMeetingId,
      present,
      panel: ['lay'],
      key: newKey(),
    }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
