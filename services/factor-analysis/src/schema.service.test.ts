import { readFileSync, writeFileSync } from 'node:fs'
import { dumpSchema } from '@cdop/database'
import { givenServiceDatabase } from '@cdop/events/testing'
import { expect, test } from 'vitest'
import { migrations } from './app.ts'

test('schema.sql is the migrated schema', async () => {
  const given = await givenServiceDatabase('factor-analysis', migrations)
  const dumped = await dumpSchema(given.adminUrl, 'factor_analysis')
  await given.drop()
  const kept = new URL('../schema.sql', import.meta.url)
  if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(kept, dumped)
  expect(readFileSync(kept, 'utf8')).toBe(dumped)
})
