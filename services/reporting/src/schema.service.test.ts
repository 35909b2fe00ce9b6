import { readFileSync, writeFileSync } from 'node:fs'
import { dumpSchema } from '@cdop/database'
import type { GivenService } from '@cdop/service/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenReporting } from './testing.ts'

let given: GivenService
beforeAll(async () => {
  given = await givenReporting()
})
afterAll(() => given.drop())

test('the migrated schema is the one written down', async () => {
  const file = new URL('../schema.sql', import.meta.url)
  const dumped = await dumpSchema(given.test.adminUrl, 'reporting')
  if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(file, dumped)
  expect(dumped).toBe(readFileSync(file, 'utf8'))
})
