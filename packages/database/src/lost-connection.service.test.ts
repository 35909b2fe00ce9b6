import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DatabaseError } from './database-error.ts'
import { foundation } from './migration.ts'
import { givenPerson, type TestDatabase, testDatabase } from './testing.ts'

describe('a connection that is lost in the middle of a transaction', () => {
  let given: TestDatabase
  beforeAll(async () => {
    given = await testDatabase('intake', foundation)
  })
  afterAll(() => given.drop())

  test('fails that transaction alone, with an error that can be caught, and the pool goes on', async () => {
    const { database, look } = given
    const person = givenPerson(['coordinator'])
    const lost = database.transaction(person, async (tx) => {
      const [self] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
      await look`select pg_terminate_backend(${self?.pid ?? 0})`
      await new Promise((resolve) => setTimeout(resolve, 50))
      await tx`select 1`
    })
    await expect(lost).rejects.toBeInstanceOf(DatabaseError)
    const [row] = await database.transaction(person, (tx) => tx<{ one: number }[]>`select 1 as one`)
    expect(row?.one).toBe(1)
  })

  test('also when nothing more would have been sent but the commit', async () => {
    const { database, look } = given
    const person = givenPerson(['coordinator'])
    const lost = database.transaction(person, async (tx) => {
      const [self] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
      await look`select pg_terminate_backend(${self?.pid ?? 0})`
      await new Promise((resolve) => setTimeout(resolve, 50))
    })
    await expect(lost).rejects.toBeInstanceOf(DatabaseError)
  })
})
