import { randomBytes } from 'node:crypto'
import { plansOf } from '@cdop/database/testing'
import { type CaseId, caseReference, PanelMeetingId } from '@cdop/domain'
import { assertActor } from '@cdop/rpc'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseReviewRouter } from './api.ts'
import { callerOf } from './rpc.ts'
import { type GivenCaseReview, givenCase, givenCaseReview, newArea, personIn } from './testing.ts'

const caller = callerOf(caseReviewRouter)

const areaId = newArea()
let given: GivenCaseReview
let caseId: CaseId

/** Twenty areas with two hundred cases each, so that the planner has something to choose by. */
beforeAll(async () => {
  given = await givenCaseReview()
  const { look } = given.test
  const areas = [areaId, ...Array.from({ length: 19 }, newArea)]
  await look`
    create function filler_id(text) returns uuid language sql immutable
      as $$ select overlay(overlay(md5($1) placing '4' from 13) placing '8' from 17)::uuid $$`
  const references = Array.from({ length: 200 }, () => caseReference('LDS', 2026, randomBytes(6)))
  await look`
    insert into case_review.cases (area_id, case_id, reference, died_on, received_on, age_band, sex, expectedness,
      place_of_death, local_authority, state, next_what, next_due_on, opened_at, death_confirmed_by, death_confirmed_on,
      identity_confirmed_by, identity_confirmed_on, confirmed_at, not_told)
    select area_id, filler_id(area_id || reference), reference, '2026-01-01', '2026-01-02', '1-4y', 'female',
      'expected', 'home', 'E08000035', 'gathering', 'panel', date '2026-01-01' + n::int, '2026-01-02',
      'registrar', '2026-01-01', 'registrar', '2026-01-01', '2026-01-02', 7
    from unnest(${areas}::uuid[]) area_id, unnest(${references}::text[]) with ordinality as r (reference, n)`
  await look`
    insert into case_review.organisations (area_id, organisation_id, name, kind, email, added_at)
    select area_id, filler_id('surgery' || area_id), 'Example Surgery', 'general-practice', 'records@surgery.example',
      '2026-01-02'
    from unnest(${areas}::uuid[]) area_id`
  await look`
    insert into case_review.information_requests (area_id, information_request_id, case_id, organisation_id, state,
      attempt, sent_on, sent_at, sent_by, due_on)
    select area_id, gen_random_uuid(), case_id, filler_id('surgery' || area_id), 'sent', 1, '2026-01-02', '2026-01-02',
      gen_random_uuid(), '2026-01-30'
    from case_review.cases, generate_series(1, 3)`
  await look`
    insert into case_review.panel_meetings (area_id, panel_meeting_id, kind, held_on, arranged_by, arranged_at)
    select area_id, filler_id(area_id::text || 'meeting' || n), 'standard', date '2026-01-01' + n, gen_random_uuid(),
      '2026-01-02'
    from unnest(${areas}::uuid[]) area_id, generate_series(0, 49) n`
  await look`
    insert into case_review.listings (area_id, case_id, panel_meeting_id, summary, listed_by, listed_at)
    select area_id, case_id, filler_id(area_id::text || 'meeting' || abs(hashtext(reference)) % 50), '',
      gen_random_uuid(), '2026-01-02'
    from case_review.cases`
  await look`
    insert into case_review.conflicts (area_id, case_id, person_id, declared_at)
    select area_id, case_id, gen_random_uuid(), '2026-01-02' from case_review.cases`
  caseId = (await givenCase(given, areaId)).caseId
  await look`analyze`
})
afterAll(() => given.drop())

/** What the service really sends when a coordinator does this, each with its plan. */
function plans(work: (call: ReturnType<typeof caller>) => Promise<unknown>) {
  const actor = personIn(areaId, 'coordinator')
  return plansOf(given.test, actor, async (database) => {
    const assertion = await assertActor(given.rings.portal, actor)
    return work(caller({ actor, caller: 'portal', assertion, parts: { ...given.parts, database } }))
  })
}

const filled = /Seq Scan on (cases|information_requests|panel_meetings|listings|conflicts)/

test.each<[name: string, work: (call: ReturnType<typeof caller>, one: CaseId) => Promise<unknown>]>([
  ['the worklist', (call) => call.case.list({ areaId, view: 'overdue', page: 1 })],
  ['a case', (call, one) => call.case.open({ areaId, caseId: one, fieldClasses: [] })],
  ['the requests of a case', (call, one) => call.informationRequest.list({ areaId, caseId: one })],
  ['the panel meetings', (call) => call.panelMeeting.list({ areaId })],
])('%s is found by an index, never by reading every area', async (_, work) => {
  const found = await plans((call) => work(call, caseId))
  expect(found.join('\n\n')).toContain('Index Cond: ((area_id')
  expect(found.join('\n\n')).not.toMatch(filled)
})

test('an agenda is found by an index, never by reading every area', async () => {
  const [row] = await given.test.look`
    select panel_meeting_id from case_review.panel_meetings where area_id = ${areaId} limit 1`
  const panelMeetingId = PanelMeetingId.parse(row?.['panelMeetingId'])
  const found = await plans((call) => call.panelMeeting.read({ areaId, panelMeetingId }))
  expect(found.join('\n\n')).toContain('listings_by_meeting')
  expect(found.join('\n\n')).not.toMatch(filled)
})
