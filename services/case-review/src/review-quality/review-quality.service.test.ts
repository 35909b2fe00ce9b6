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
let decider: Person
let caseId: CaseId
let panelMeetingId: PanelMeetingId

beforeEach(async () => {
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  decider = personIn(area, 'chair')
  ;({ caseId } = await givenCase(given, area))
  ;({ panelMeetingId } = await givenReading(given, coordinator, caseId))
  const present = [
    { personId: decider.personId, agency: 'public-health' as const, attendedAs: 'primary' as const },
  ]
  const panel = Array.from({ length: 9 }, () => 'public-health' as const)
  const attendance = { areaId: area, panelMeetingId, present, panel, key: newKey() }
  await (await given.as(coordinator)).panelMeeting.recordAttendance(attendance)
})

const agree = () => givenAgreement(given, area, caseId, panelMeetingId)
const asFactorAnalysis = async (person: Person) => (await given.as(person, 'factor-analysis')).reviewQuality
const decided = async (person: Person) =>
  (await asFactorAnalysis(person)).decided({ areaId: area, agreed: [{ caseId, panelMeetingId }] })
const open = async (person: Person) => (await asFactorAnalysis(person)).open({ areaId: area, caseId })

test('who decided a finished review is told to factor-analysis for whoever draws, and of no other case', async () => {
  expect(await decided(coordinator)).toEqual([])
  await agree()
  expect(await decided(coordinator)).toMatchObject([
    { caseId, kind: 'standard', decidedBy: [decider.personId] },
  ])
  expect(await decided(personIn(area, 'designated-doctor'))).toHaveLength(1)
  await expect(decided(decider)).rejects.toMatchObject({ message: 'forbidden' })
  await expect(decided(personIn(newArea(), 'coordinator'))).rejects.toMatchObject({ message: 'not-found' })
  const direct = (await given.as(coordinator)).reviewQuality
  await expect(direct.decided({ areaId: area, agreed: [] })).rejects.toMatchObject({ message: 'not-found' })
})

test('what its panel read opens for a doctor or a chair, audited, and not before it is finished', async () => {
  const doctor = personIn(area, 'designated-doctor')
  await expect(open(doctor)).rejects.toMatchObject({ message: 'not-found' })
  await agree()
  for (const person of [doctor, personIn(area, 'chair')]) {
    expect(await open(person)).toMatchObject({ summary: 'A child died at home.' })
    const entries = await given.test.look`
      select 1 from case_review.audit_entries
      where area_id = ${area} and entry->>'action' = 'review-quality.open' and entry->>'actor' = ${`person:${person.personId}`}
    `
    expect(entries).toHaveLength(1)
  }
  await expect(open(coordinator)).rejects.toMatchObject({ message: 'forbidden' })
  await expect(open(personIn(newArea(), 'chair'))).rejects.toMatchObject({ message: 'not-found' })
})

test('nobody reads it with a conflict of interest, nor a chair who has not signed the statement', async () => {
  const chair = personIn(area, 'chair')
  await given.as(chair).then((call) => call.conflict.declare({ areaId: area, caseId, key: newKey() }))
  await agree()
  await expect(open(chair)).rejects.toMatchObject({ message: 'not-found' })
  expect(await (await asFactorAnalysis(chair)).withheld({ areaId: area })).toEqual([caseId])
  const unsigned = await given.asUnsigned(personIn(area, 'chair'), 'factor-analysis')
  await expect(unsigned.reviewQuality.open({ areaId: area, caseId })).rejects.toMatchObject({
    message: 'statement-not-signed',
  })
})
