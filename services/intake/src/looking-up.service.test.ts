import type { Db } from '@cdop/database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type GivenIntake, givenIntake } from './testing.ts'

let intake: GivenIntake
beforeAll(async () => {
  intake = await givenIntake()
})
afterAll(() => intake.drop())

describe('looking things up under row security', () => {
  /** Twenty areas' years of work, so that the planner has something to choose by. */
  beforeAll(async () => {
    const { look } = intake.test
    const areas = [intake.mine.areaId, ...Array.from({ length: 19 }, () => crypto.randomUUID())]
    await look`
      insert into intake.cases (area_id, case_id, notification_id, reference, accepted_at)
      select area_id, gen_random_uuid(), gen_random_uuid(), 'filler ' || n, '2026-01-01'
      from unnest(${areas}::uuid[]) area_id, generate_series(1, 200) n`
    await look`
      insert into intake.children (area_id, case_id, identity, nhs_number_index, birth_date_and_sex_index)
      select area_id, case_id, '', sha256(case_id::text::bytea), sha256((area_id || reference)::bytea)
      from intake.cases where reference like 'filler %'`
    await look`
      insert into intake.notifications (area_id, id, state, version, received_on, form_version, answers, died_on,
        place_of_death, birth_date_and_sex_index, submitted_at, decided_at)
      select area_id, gen_random_uuid(), case when n % 50 = 0 then 'received' else 'out-of-scope' end, 1,
        date '2020-01-01' + n, 'filler', '', '2020-01-01', 'home', '', '2026-01-01',
        case when n % 50 = 0 then null else timestamptz '2026-01-01' end
      from unnest(${areas}::uuid[]) area_id, generate_series(1, 200) n`
    await look`analyze intake.cases`
    await look`analyze intake.children`
    await look`analyze intake.notifications`
  })

  const area = () => intake.mine.areaId

  test.each<[name: string, reachedBy: string, query: (tx: Db) => Promise<readonly object[]>]>([
    [
      'the worklist',
      'Index Cond: ((area_id',
      async (tx) => tx`explain select id from intake.notifications where area_id = ${area()}
        order by received_on desc, id limit 25`,
    ],
    [
      'the worklist of one state',
      'Index Cond: ((area_id',
      async (
        tx,
      ) => tx`explain select id from intake.notifications where area_id = ${area()} and state = 'received'
        order by received_on desc, id limit 25`,
    ],
    [
      'the same NHS number',
      'children_by_nhs_number',
      async (tx) => tx`explain select case_id from intake.children
        where area_id = ${area()} and nhs_number_index = ${Buffer.alloc(32)}`,
    ],
    [
      'the same birth date and sex',
      'children_by_birth_date_and_sex',
      async (tx) => tx`explain select case_id from intake.children
        where area_id = ${area()} and birth_date_and_sex_index = ${Buffer.alloc(32)}`,
    ],
  ])('%s is reached by an index, never by reading every area', async (_, reachedBy, query) => {
    const plan = JSON.stringify(await intake.test.database.transaction(intake.coordinator, query))
    expect(plan).toContain(reachedBy)
    expect(plan).not.toContain('Seq Scan')
  })
})
