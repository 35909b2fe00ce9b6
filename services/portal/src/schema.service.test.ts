import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { dumpSchema } from '@cdop/database'
import { givenService } from '@cdop/service/testing'
import { expect, test } from 'vitest'
import { migrations } from './app.ts'

const file = fileURLToPath(new URL('../schema.sql', import.meta.url))

test('the migrated schema is the one written down', async () => {
  const given = await givenService('portal', migrations)
  try {
    const dumped = await dumpSchema(given.test.adminUrl, 'portal')
    if (process.env['UPDATE_SCHEMA'] === '1') await writeFile(file, dumped)
    expect(dumped).toBe(await readFile(file, 'utf8'))
  } finally {
    await given.drop()
  }
})
