import { type AreaId, addDays, ImportId, Instant, OpenCase, type Person, PlainDate } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
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
import { checkedBundles, FAMILY_NAME } from '../testing-intake.ts'

let given: GivenCaseReview
let area: AreaId
let coordinator: Person
let chair: Person
const diedOn = PlainDate.parse('2025-06-01')
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  chair = personIn(area, 'chair')
})

const line = { factor: null, words: null, scoredOn: '2025-09-01' }
const written = [
  { ...line, row: 2, domain: 'Parenting capacity', score: '3', words: `${FAMILY_NAME} moved often.` },
  { ...line, row: 3, domain: 'Service provision', score: '1*', factor: 'handover between wards' },
  { ...line, row: 4, domain: 'Child’s needs', score: '0' },
]

/** A case comes in with the scores of an older analysis, and stands before a panel of today. */
async function broughtIn(scores: readonly object[] = written) {
  const importId = ImportId.parse(crypto.randomUUID())
  const open = OpenCase.parse({
    row: 2,
    oldReference: 'OLD/1',
    stage: 'review-meeting-not-held',
    confirmed: { by: 'hospital-doctor', on: diedOn },
    notHeld: { reason: 'other', decidedOn: '2025-09-01' },
    panelMeetingOn: null,
    panelQuestions: [],
    reviewedOn: null,
    nationalSubmissionOn: null,
    requests: [],
    holds: [],
    meetings: [],
    documents: [],
    scores,
  })
  checkedBundles.set(importId, { cases: [{ diedOn, open }], state: 'ready' })
  const office = await given.as(coordinator)
  await office.openCases.signOff({ areaId: area, importId, key: newKey(), rows: 1 })
  const told = { imported: { importId, row: 2 } }
  const { caseId } = await givenCase(given, area, { diedOn, receivedOn: diedOn, confirmed: false, told })
  const heldOn = given.clock.today()
  const { panelMeetingId } = await office.panelMeeting.arrange({
    areaId: area,
    kind: 'standard',
    heldOn,
    key: newKey(),
  })
  const listing = { areaId: area, caseId, panelMeetingId, summary: 'A child died.', goingOn }
  await office.case.listForPanel({ ...listing, key: newKey() })
  return { importId, at: { areaId: area, caseId, panelMeetingId } }
}
const scoresFor = async (who: Person, at: Awaited<ReturnType<typeof broughtIn>>['at']) =>
  (await (await given.as(who)).openCases.scores(at)).scores

test('scores of the older form are kept as they were, read by the chair beside today’s relevance and without names, and are no agreed analysis', async () => {
  const { importId, at } = await broughtIn()
  expect(await (await given.as(coordinator)).openCases.report({ areaId: area, importId })).toMatchObject({
    taken: { cases: 1, scores: 3 },
  })
  await givenReleasedPack(given, area, at.panelMeetingId)
  const scores = await scoresFor(chair, at)
  expect(scores).toMatchObject([
    { domain: 'Parenting capacity', today: null, score: '3', relevance: 2, scoredOn: '2025-09-01' },
    {
      domain: 'Service provision',
      today: 'service',
      score: '1*',
      relevance: 1,
      factor: 'handover between wards',
    },
    { domain: 'Child’s needs', today: 'intrinsic', score: '0', relevance: 0, words: null },
  ])
  expect(scores[0]?.words).toContain('moved often.')
  expect(JSON.stringify(scores)).not.toContain(FAMILY_NAME)
  const [kept] = await given.test.look`
    select (select count(*)::int from case_review.agreed_analyses where case_id = ${at.caseId}) as agreed,
      (select count(*)::int from case_review.kept_scores k where position('moved'::bytea in k.content) > 0) as readable,
      (select count(*)::int from case_review.audit_entries where entry->>'action' = 'kept-scores.read') as told`
  expect(kept).toEqual({ agreed: 0, readable: 0, told: 1 })
})

test('are there for whoever reads the analysis, from the release of the pack on, and for nobody else', async () => {
  const { at } = await broughtIn()
  const notFound = { message: 'not-found' }
  await expect(scoresFor(chair, at)).rejects.toMatchObject({ message: 'pack-not-open' })
  await givenReleasedPack(given, area, at.panelMeetingId)
  await expect(scoresFor(personIn(newArea(), 'chair'), at)).rejects.toMatchObject(notFound)
  for (const role of ['panel-member', 'coordinator', 'analyst'] as const) {
    await expect(scoresFor(personIn(area, role), at)).rejects.toMatchObject({ message: 'forbidden' })
  }
  const now = given.clock.now()
  given.clock.set(Instant.parse(`${addDays(given.clock.today(), 60)}T10:00:00.000Z`))
  await expect(scoresFor(chair, at)).rejects.toMatchObject({ message: 'pack-not-open' })
  given.clock.set(now)
  await (await given.as(chair)).conflict.declare({ areaId: area, caseId: at.caseId, key: newKey() })
  await expect(scoresFor(chair, at)).rejects.toMatchObject(notFound)
})

test('a case that brought none along has none', async () => {
  const { at } = await broughtIn([])
  await givenReleasedPack(given, area, at.panelMeetingId)
  expect(await scoresFor(chair, at)).toEqual([])
})
