import { readFileSync, writeFileSync } from 'node:fs'
import { dumpSchema } from '@cdop/database'
import { type TestDatabase, wallFaults } from '@cdop/database/testing'
import { givenServiceDatabase } from '@cdop/events/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrations } from './app.ts'

const file = new URL('../schema.sql', import.meta.url)

let database: TestDatabase
beforeAll(async () => {
  database = await givenServiceDatabase('case-review', migrations)
})
afterAll(() => database.drop())

test('the migrated schema is the one in schema.sql', async () => {
  const dump = await dumpSchema(database.adminUrl, 'case_review')
  if (process.env['UPDATE_SCHEMA'] !== undefined) writeFileSync(file, dump)
  expect(dump).toBe(readFileSync(file, 'utf8'))
})

test('every table stands behind its walls', async () => {
  expect(await wallFaults(database.look, 'case_review')).toEqual([])
})
