import { Instant } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from './database.ts'
import { clockOffset, deploymentKind, markDeployment } from './deployment.ts'
import { proveCommit } from './readiness.ts'
import { type TestDatabase, testDatabase } from './testing.ts'
import { withRecords } from './testing-records.ts'

describe('what a database is for', () => {
  let given: TestDatabase
  beforeAll(async () => {
    given = await testDatabase('intake', withRecords)
  })
  afterAll(() => given.drop())

  test('never changes, whoever asks', async () => {
    expect(await markDeployment(given.adminUrl, 'live')).toBe('demonstration')
    expect(await deploymentKind(given.database)).toBe('demonstration')
    for (const statement of [
      `update deployment.kind set kind = 'live'`,
      'delete from deployment.kind',
      'truncate deployment.kind',
    ]) {
      await expect(given.look.unsafe(statement)).rejects.toThrow('what a database is for never changes')
    }
  })

  test('a demonstration can be moved in time, and every service sees by how much', async () => {
    expect(await clockOffset(given.database)).toBe(0)
    await given.look`update demo.clock_offset set milliseconds = 86400000`
    expect(await clockOffset(given.database)).toBe(86_400_000)
  })

  test('a live database has no clock to move, and would not follow one', async () => {
    const name = `live_${crypto.randomUUID().slice(0, 8)}`
    await given.look.unsafe(`create database ${name}`)
    const url = given.adminUrl.replace(/[^/]+$/, name)
    const live = connect(url, { max: 1 })
    try {
      expect(await markDeployment(url, 'live')).toBe('live')
      expect(await markDeployment(url, 'demonstration')).toBe('live')
      expect(await live.sql`select to_regclass('demo.clock_offset') as clock`).toEqual([{ clock: null }])
      await live.sql.unsafe(
        'create schema demo; create table demo.clock_offset as select 86400000::bigint as milliseconds',
      )
      expect(await clockOffset(live)).toBe(0)
    } finally {
      await live.close()
      await given.look.unsafe(`drop database ${name} with (force)`)
    }
  })

  test('a service is ready when it can commit, and not when it cannot', async () => {
    const at = Instant.parse('2026-03-02T10:00:00.000Z')
    await proveCommit(given.database, 'intake', at)
    expect(await given.look`select committed_at from intake.readiness`).toEqual([{ committedAt: at }])
    await given.look`revoke update on intake.readiness from intake_app`
    await expect(proveCommit(given.database, 'intake', at)).rejects.toMatchObject({ name: 'DatabaseError' })
  })
})
