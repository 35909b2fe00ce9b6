import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenPerson, type TestDatabase, testDatabase } from './testing.ts'
import { addRecord, givenLinkHolder, newArea, withRecords } from './testing-records.ts'

const here = newArea()
const elsewhere = newArea()
const coordinator = givenPerson(['coordinator'], here)
const stranger = givenPerson(['coordinator'], elsewhere)
const refusedByPolicy = { name: 'DatabaseError', sqlState: '42501' }

describe('the walls between areas', () => {
  let given: TestDatabase
  let id: string
  beforeAll(async () => {
    given = await testDatabase('intake', withRecords, { max: 3 })
    id = await given.database.transaction(coordinator, (tx) => addRecord(tx, here))
  })
  afterAll(() => given.drop())

  test('whoever does not say who they are sees nothing and changes nothing', async () => {
    const { database, look } = given
    const bare = [
      () => database.sql`select id from intake.records`,
      () => database.sql`update intake.records set note = 'x' returning id`,
      () => database.sql`delete from intake.records returning id`,
      () => database.withoutActor((tx) => tx`select id from intake.records`),
      () => database.withoutActor((tx) => tx`delete from intake.records returning id`),
    ]
    for (const attempt of bare) expect(await attempt()).toHaveLength(0)
    await expect(database.withoutActor((tx) => addRecord(tx, here))).rejects.toMatchObject(refusedByPolicy)
    expect(await look`select id from intake.records where note is null`).toHaveLength(1)
  })

  test('another area sees nothing, changes nothing and deletes nothing', async () => {
    const { database, look } = given
    await database.transaction(stranger, async (tx) => {
      expect(await tx`select id from intake.records where id = ${id}`).toHaveLength(0)
      expect(await tx`update intake.records set note = 'x' where id = ${id} returning id`).toHaveLength(0)
      expect(await tx`delete from intake.records where id = ${id} returning id`).toHaveLength(0)
      expect(await tx`select count(*)::int as n from intake.records`).toEqual([{ n: 0 }])
    })
    expect(await look`select id from intake.records where id = ${id}`).toHaveLength(1)
  })

  test('nobody writes a row for another area, nor moves one there', async () => {
    const { database } = given
    await expect(database.transaction(stranger, (tx) => addRecord(tx, here))).rejects.toMatchObject(
      refusedByPolicy,
    )
    const move = database.transaction(
      coordinator,
      (tx) => tx`update intake.records set area_id = ${elsewhere} where id = ${id}`,
    )
    await expect(move).rejects.toMatchObject(refusedByPolicy)
  })

  test('a person with roles in two areas sees both and no third', async () => {
    const both = { ...coordinator, areaIds: [here, elsewhere] }
    const third = newArea()
    await given.database.transaction(givenPerson(['coordinator'], third), (tx) => addRecord(tx, third))
    const own = await given.database.transaction(stranger, (tx) => addRecord(tx, elsewhere))
    const seen = await given.database.transaction(both, (tx) => tx`select id from intake.records`)
    expect(seen.map((row) => row['id']).sort()).toEqual([id, own].sort())
  })

  test('the holder of a mailed link sees the one row the link is for, and no other of the area', async () => {
    const { database } = given
    const subject = randomUUID()
    const mine = await database.transaction(coordinator, (tx) => addRecord(tx, here, subject))
    await database.transaction(coordinator, (tx) => addRecord(tx, here, randomUUID()))
    const holder = givenLinkHolder(here, subject)
    const seen = await database.transaction(holder, (tx) => tx`select id from intake.records`)
    expect(seen).toEqual([{ id: mine }])
    await database.transaction(holder, async (tx) => {
      expect(await tx`update intake.records set note = 'x' returning id`).toEqual([{ id: mine }])
      expect(await tx`delete from intake.records where id <> ${mine} returning id`).toHaveLength(0)
    })
    await expect(
      database.transaction(holder, (tx) => addRecord(tx, here, randomUUID())),
    ).rejects.toMatchObject(refusedByPolicy)
    const outside = givenLinkHolder(elsewhere, subject)
    expect(await database.transaction(outside, (tx) => tx`select id from intake.records`)).toHaveLength(0)
  })

  test('a transaction that fails takes everything it did with it', async () => {
    const { database, look } = given
    const lost = randomUUID()
    const failing = database.transaction(coordinator, async (tx) => {
      await tx`insert into intake.records (area_id, id) values (${here}, ${lost})`
      throw new Error('changed its mind')
    })
    await expect(failing).rejects.toThrow('changed its mind')
    const atOnce = database.transaction(coordinator, () => {
      throw new Error('before anything')
    })
    await expect(atOnce).rejects.toThrow('before anything')
    expect(await look`select id from intake.records where id = ${lost}`).toHaveLength(0)
  })
})

describe('who is asking, in a pool of 3 connections', () => {
  let given: TestDatabase
  beforeAll(async () => {
    given = await testDatabase('intake', withRecords, { max: 3 })
  })
  afterAll(() => given.drop())

  test('never leaks from one transaction into another, however they interleave', async () => {
    const { database } = given
    const actors = Array.from({ length: 12 }, () => givenPerson(['coordinator'], newArea()))
    for (const actor of actors) {
      const [area = here] = actor.areaIds
      await database.transaction(actor, (tx) => addRecord(tx, area))
    }
    let wrong = 0
    let seen = 0
    const round = async (turn: number) => {
      const actor = actors[turn % actors.length] ?? coordinator
      if (turn % 7 === 0) {
        wrong += (await database.sql`select 1 from intake.records`).length
        return
      }
      const rows = await database
        .transaction(actor, async (tx) => {
          const found = await tx<{ areaId: string }[]>`select area_id from intake.records`
          if (turn % 3 === 0) await tx`select pg_sleep(0.001)`
          if (turn % 5 === 0) throw new Error('rolled back')
          return [...found, ...(await tx<{ areaId: string }[]>`select area_id from intake.records`)]
        })
        .catch(() => [])
      seen += rows.length
      wrong += rows.filter((row) => row.areaId !== actor.areaIds[0]).length
    }
    await Promise.all(Array.from({ length: 2_000 }, (_, turn) => round(turn)))
    expect(wrong).toBe(0)
    expect(seen).toBeGreaterThan(2_000)
  })

  test('the settings hold no actor between transactions', async () => {
    const settings = await Promise.all(
      Array.from(
        { length: 9 },
        () =>
          given.database.sql`select coalesce(current_setting('app.areas', true), '') as areas,
          coalesce(current_setting('app.subject', true), '') as subject, pg_sleep(0.01)`,
      ),
    )
    for (const [row] of settings) expect(row).toMatchObject({ areas: '', subject: '' })
  })
})
