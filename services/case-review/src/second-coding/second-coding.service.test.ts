import type { AreaId, CaseId, PanelMeetingId, Person } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenAgreement,
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
let first: Person
let second: Person
let caseId: CaseId
let firstMeeting: PanelMeetingId
let secondMeeting: PanelMeetingId

beforeEach(async () => {
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  first = personIn(area, 'chair')
  second = personIn(area, 'chair')
  ;({ caseId } = await givenCase(given, area))
  ;({ panelMeetingId: firstMeeting } = await givenReading(given, coordinator, caseId))
  const { panelMeeting } = await given.as(coordinator)
  const heldOn = given.clock.today()
  ;({ panelMeetingId: secondMeeting } = await panelMeeting.arrange({
    areaId: area,
    kind: 'standard',
    heldOn,
    key: newKey(),
  }))
  await came(firstMeeting, first)
})

async function came(panelMeetingId: PanelMeetingId, ...people: Person[]) {
  const present = people.map(({ personId }) => ({
    personId,
    agency: 'public-health' as const,
    attendedAs: 'primary' as const,
  }))
  const panel = Array.from({ length: 9 }, () => 'public-health' as const)
  const attendance = { areaId: area, panelMeetingId, present, panel, key: newKey() }
  await (await given.as(coordinator)).panelMeeting.recordAttendance(attendance)
}

const agree = () => givenAgreement(given, area, caseId, firstMeeting)
const asFactorAnalysis = async (person: Person) => (await given.as(person, 'factor-analysis')).secondCoding

async function candidates() {
  const agreed = [{ caseId, panelMeetingId: firstMeeting }]
  const asked = { areaId: area, panelMeetingId: secondMeeting, agreed }
  return (await asFactorAnalysis(coordinator)).candidates(asked)
}
const toCode = () => ({ areaId: area, caseId, panelMeetingId: secondMeeting })

test('an agreed case may be coded by a meeting at which nobody was who decided it, and no other case', async () => {
  expect(await candidates()).toEqual([])
  await agree()
  expect(await candidates()).toMatchObject([
    { caseId, kind: 'standard', decidedBy: [first.personId], mayBeCoded: true },
  ])
  await came(secondMeeting, second, first)
  expect(await candidates()).toMatchObject([{ mayBeCoded: false }])
})

test('the second panel reads the pack without why it was reviewed before; nobody asks but factor-analysis', async () => {
  await agree()
  const coder = await asFactorAnalysis(second)
  const pack = await coder.open(toCode())
  expect(pack).toMatchObject({ summary: 'A child died at home.', reviewedBefore: [] })
  await came(secondMeeting, second)
  expect(await coder.deliberation(toCode())).toMatchObject({
    quorate: false,
    heldOn: given.clock.today(),
    decidedBy: [second.personId],
  })
  const { secondCoding } = await given.as(second)
  for (const attempt of [secondCoding.open(toCode()), secondCoding.deliberation(toCode())]) {
    await expect(attempt).rejects.toMatchObject({ message: 'not-found' })
  }
  const entries = await given.test.look`
    select 1 from case_review.audit_entries
    where area_id = ${area} and entry->>'action' = 'second-coding.open' and entry->>'actor' = ${`person:${second.personId}`}
  `
  expect(entries).toHaveLength(1)
})

test('nobody reads it before it is agreed, with a conflict, unsigned, from another area, or with a role that tells', async () => {
  const open = async (person: Person) => (await asFactorAnalysis(person)).open(toCode())
  await expect(open(second)).rejects.toMatchObject({ message: 'not-found' })
  await given.as(second).then((call) => call.conflict.declare({ areaId: area, caseId, key: newKey() }))
  await agree()
  await expect(open(second)).rejects.toMatchObject({ message: 'not-found' })
  expect(await (await asFactorAnalysis(second)).withheld({ areaId: area })).toEqual([caseId])
  await expect(open(personIn(newArea(), 'chair'))).rejects.toMatchObject({ message: 'not-found' })
  await expect(open(personIn(area, 'chair', 'coordinator'))).rejects.toMatchObject({
    message: 'coding-not-blind',
  })
  const unsigned = await given.asUnsigned(personIn(area, 'chair'), 'factor-analysis')
  await expect(unsigned.secondCoding.open(toCode())).rejects.toMatchObject({
    message: 'statement-not-signed',
  })
})
