import { readFileSync, writeFileSync } from 'node:fs'
import { dumpSchema, migrate } from '@cdop/database'
import { wallFaults } from '@cdop/database/testing'
import type { GivenService } from '@cdop/service/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from './app.ts'
import {
  accepted,
  agreed,
  envelope,
  givenReporting,
  hear,
  newArea,
  newCase,
  serviceActor,
} from './testing.ts'

let given: GivenService
const [mine, theirs] = [newArea(), newArea()]
beforeAll(async () => {
  given = await givenReporting()
  for (const areaId of [mine, theirs]) {
    const caseId = newCase()
    const death = { type: 'notification.accepted.v1', subject: caseId, payload: accepted(caseId) } as const
    const review = { type: 'analysis.agreed.v1', subject: caseId, payload: agreed(caseId) } as const
    await hear(given, 'intake', [envelope(areaId, death)])
    await hear(given, 'factor-analysis', [envelope(areaId, review)])
  }
})
afterAll(() => given.drop())

test('the migrated schema is the one written down', async () => {
  const file = new URL('../schema.sql', import.meta.url)
  const dumped = await dumpSchema(given.test.adminUrl, 'reporting')
  if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(file, dumped)
  expect(dumped).toBe(readFileSync(file, 'utf8'))
})

test('every table stands behind the walls between areas', async () => {
  expect(await wallFaults(given.test.look, 'reporting')).toEqual([])
})

test('facts are seen by their own area and by nobody without one', async () => {
  for (const table of ['death_facts', 'review_facts']) {
    const seen = (areaId: typeof mine) =>
      given.test.database.transaction(
        serviceActor('reporting', areaId),
        (tx) => tx<{ areaId: string }[]>`select area_id from ${tx(`reporting.${table}`)}`,
      )
    expect(await seen(mine)).toMatchObject([{ areaId: mine }])
    expect(await seen(newArea())).toHaveLength(0)
    const unset = given.test.database.withoutActor((tx) => tx`select 1 from ${tx(`reporting.${table}`)}`)
    expect(await unset).toHaveLength(0)
  }
})

test('a statement on another service’s schema is refused', async () => {
  await given.test.look`create schema factor_analysis`
  await given.test.look`create table factor_analysis.analyses (area_id uuid)`
  await expect(
    given.test.database.transaction(
      serviceActor('reporting', mine),
      (tx) => tx`select 1 from factor_analysis.analyses`,
    ),
  ).rejects.toMatchObject({ sqlState: '42501' })
})

test('a fact is closed by a correction and never rewritten, opened again or given to another area', async () => {
  const at = given.clock.now()
  const never = { sqlState: 'P0001' }
  const acting = <Result>(work: Parameters<typeof given.test.database.transaction<Result>>[1]) =>
    given.test.database.transaction(serviceActor('reporting', mine), work)
  for (const table of ['death_facts', 'review_facts']) {
    const name = given.test.look(`reporting.${table}`)
    await expect(acting((tx) => tx`update ${name} set recorded_from = ${at}`)).rejects.toMatchObject(never)
    await expect(
      acting((tx) => tx`update ${name} set case_id = gen_random_uuid(), recorded_to = ${at}`),
    ).rejects.toMatchObject(never)
    await acting((tx) => tx`update ${name} set recorded_to = ${at}`)
    await expect(acting((tx) => tx`update ${name} set recorded_to = null`)).rejects.toMatchObject(never)
  }
})

test('a backfill in a migration reaches the facts of every area', async () => {
  const backfill = {
    name: '9999-backfill.sql',
    sql: `alter table {schema}.death_facts add column region text;
          update {schema}.death_facts set region = 'west-midlands';`,
  }
  await migrate(given.test.adminUrl, {
    schema: 'reporting',
    migrations: [...migrations, backfill],
    appPassword: 'test-only',
  })
  const changed = await given.test.look<{ areaId: string }[]>`
    select area_id from reporting.death_facts where region = 'west-midlands'
  `
  expect(new Set(changed.map(({ areaId }) => areaId))).toEqual(new Set([mine, theirs]))
})
