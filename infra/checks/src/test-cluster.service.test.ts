import postgres from 'postgres'
import { expect, test } from 'vitest'

test('a service test reaches a real PostgreSQL 18 that is made for tests and speaks UTC', async () => {
  const sql = postgres(process.env['CDOP_TEST_ADMIN_URL'] ?? '', { max: 1 })
  const [row] = await sql`
    select current_setting('server_version_num')::int >= 180000 as current,
           current_setting('TimeZone') as zone,
           current_setting('data_checksums') as checksums
  `
  await sql.end()
  expect(row).toEqual({ current: true, zone: 'UTC', checksums: 'on' })
})
