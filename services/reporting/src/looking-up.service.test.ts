import { givenPerson, plansOf } from '@cdop/database/testing'
import type { GivenService } from '@cdop/service/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson, givenReporting, newArea } from './testing.ts'

const areaId = newArea()
let given: GivenService

/** Twenty areas with five years each, so that the planner has something to choose by. */
beforeAll(async () => {
  given = await givenReporting()
  const { look } = given.test
  const areas = [areaId, ...Array.from({ length: 19 }, newArea)]
  await look`insert into reporting.areas (area_id, code, name) values (${areaId}, 'LDS', 'Invented Area')`
  await look`
    insert into reporting.death_facts (area_id, case_id, event_version, recorded_from, died_on, died_in_year,
      received_on, age_band, sex, ethnic_category, place_of_death, expectedness, local_authority, jar_triggers,
      form_version, completeness)
    select area_id, gen_random_uuid(), 1, '2024-06-01', make_date(2019 + n % 5, 6, 1),
      (2019 + n % 5) || '-' || (20 + n % 5), '2024-06-01', '1-4y', 'female', 'A', 'home', 'expected', 'E08000035', '{}',
      'filler', '{}'
    from unnest(${areas}::uuid[]) area_id, generate_series(1, 500) n`
  await look`
    insert into reporting.review_facts (area_id, case_id, event_version, recorded_from, panel_meeting_id,
      analysis_version, reviewed_on, first_reviewed_on, reviewed_in_year, categories, primary_category, modifiability,
      factors)
    select area_id, case_id, 1, recorded_from, gen_random_uuid(), 1, died_on, died_on, died_in_year, '{8}', 8,
      'no-modifiable-factors', '[]'
    from reporting.death_facts`
  await look`
    insert into reporting.cases_in_error (area_id, case_id, event_version, recorded_from, reason)
    select area_id, case_id, 2, '2026-01-01', 'child-is-alive' from reporting.death_facts`
  await look`
    insert into reporting.merged_cases (area_id, case_id, event_version, recorded_from)
    select area_id, case_id, 2, recorded_from from reporting.death_facts where case_id::text < '4'`
  await look`
    insert into reporting.transferred_cases (area_id, case_id, event_version, recorded_from)
    select area_id, case_id, 3, recorded_from from reporting.death_facts where case_id::text > 'c'`
  await look`
    insert into reporting.case_steps (area_id, case_id, event_version, recorded_from, step, happened_on)
    select area_id, case_id, version, recorded_from, 'listed', died_on
    from reporting.death_facts, generate_series(1, 3) version`
  await look`
    create function filler_id(text) returns uuid language sql immutable
      as $$ select overlay(overlay(md5($1) placing '4' from 13) placing '8' from 17)::uuid $$`
  await look`alter table reporting.release_tables disable trigger user`
  await look`
    with tables as (
      insert into reporting.release_tables (area_id, release_id, table_id, measure_version, title, outcome, reason, says)
      select area_id, filler_id(area_id::text || n), 'N' || m, 1, 'filler', 'withheld', 'no-safe-pattern', 'filler'
      from unnest(${areas}::uuid[]) area_id, generate_series(1, 20) n, generate_series(1, 9) m
    )
    insert into reporting.releases (area_id, release_id, reporting_year, built_at, as_known_on, area_name, denominators,
      content_hash, built_by)
    select area_id, filler_id(area_id::text || n), '2022-23', '2024-06-01', '2024-06-01', 'filler', '[]',
      repeat('0', 64), gen_random_uuid()
    from unnest(${areas}::uuid[]) area_id, generate_series(1, 20) n`
  await look`alter table reporting.release_decisions disable trigger user`
  await look`
    insert into reporting.release_decisions (area_id, release_id, outcome, decided_by, decided_at, content_hash, signature)
    select area_id, release_id, 'signed', gen_random_uuid(), built_at, content_hash, 'filler' from reporting.releases`
  await look`analyze`
})
afterAll(() => given.drop())

/** What the service really sends when an analyst does this, each with its plan. */
const plans = (work: (call: ReturnType<typeof asPerson>) => Promise<unknown>) =>
  plansOf(given.test, givenPerson(['analyst'], areaId), (database) =>
    work(asPerson({ ...given, parts: { ...given.parts, database } }, areaId)),
  )

const filled =
  /Seq Scan on (death_facts|review_facts|cases_in_error|merged_cases|transferred_cases|case_steps|releases|release_tables|release_decisions)/

test('figures read the facts of their years by an index, never those of every area', async () => {
  const deaths = await plans((call) => call.figure.exact({ areaId, measure: 'N1', reportingYear: '2022-23' }))
  expect(deaths.join()).toContain('death_facts_year')
  const reviews = await plans((call) =>
    call.figure.exact({ areaId, measure: 'R1', reportingYear: '2022-23' }),
  )
  expect(reviews.join()).toContain('review_facts_year')
  expect([...deaths, ...reviews].join()).not.toMatch(filled)
})

test('comparing facts, and the list of releases, look at no row of another area', async () => {
  const looked = [
    ...(await plans((call) => call.fact.hash({ areaId }))),
    ...(await plans((call) => call.release.list({ areaId }))),
  ]
  expect(looked.length).toBeGreaterThanOrEqual(3)
  for (const plan of looked) expect(plan).toContain('Index Cond: ((area_id')
  expect(looked.join()).not.toMatch(filled)
})
