import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { type Actor, type AreaId, Instant } from '@cdop/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Db } from './database.ts'
import { once } from './once.ts'
import { givenPerson, type TestDatabase, testDatabase } from './testing.ts'
import { addRecord, newArea, withRecords } from './testing-records.ts'

const area = newArea()
const coordinator = givenPerson(['coordinator'], area)
const body = Buffer.from('the same body')

describe('a form sent once', () => {
  let given: TestDatabase
  beforeAll(async () => {
    given = await testDatabase('intake', withRecords)
  })
  afterAll(() => given.drop())

  const newKey = () => randomBytes(16).toString('hex')
  const attempt = (key: string, changed: { actor?: Actor; areaId?: AreaId; bodyHash?: Uint8Array } = {}) => ({
    schema: 'intake',
    actor: coordinator,
    areaId: area,
    procedure: 'record.add',
    key,
    bodyHash: body,
    recordedAt: Instant.parse('2026-03-02T10:00:00.000Z'),
    ...changed,
  })
  const send = (sent: ReturnType<typeof attempt>, work?: (tx: Db) => Promise<string>) =>
    given.database.transaction(sent.actor, (tx) =>
      once(tx, sent, z.string().parse, () => work?.(tx) ?? addRecord(tx, sent.areaId)),
    )
  const records = async () => (await given.look`select id from intake.records`).length

  test('and clicked again gets the first answer and adds nothing', async () => {
    const key = newKey()
    const first = await send(attempt(key))
    const after = await records()
    expect(await send(attempt(key))).toBe(first)
    expect(await records()).toBe(after)
  })

  test('that answers nothing is remembered as having answered nothing', async () => {
    const sent = attempt(newKey())
    const before = await records()
    const silently = () =>
      given.database.transaction(coordinator, (tx) =>
        once(tx, sent, z.null().parse, async () => {
          await addRecord(tx, area)
          return null
        }),
      )
    expect([await silently(), await silently()]).toEqual([null, null])
    expect(await records()).toBe(before + 1)
  })

  test('and clicked again while the first is under way waits, and gets the same answer', async () => {
    const key = newKey()
    const before = await records()
    const slow = async (tx: Db) => {
      const id = await addRecord(tx, area)
      await setTimeout(150)
      return id
    }
    const answers = await Promise.all([1, 2, 3].map(() => send(attempt(key), slow)))
    expect(new Set(answers).size).toBe(1)
    expect(await records()).toBe(before + 1)
  })

  test('and used for something else is refused', async () => {
    const key = newKey()
    await send(attempt(key))
    await expect(send(attempt(key, { bodyHash: Buffer.from('another body') }))).rejects.toMatchObject({
      code: 'key-reused',
    })
  })

  test('that failed can be sent again with the same key, also by a second click that waited', async () => {
    const key = newKey()
    const failing = send(attempt(key), async () => {
      await setTimeout(100)
      throw new Error('failed')
    })
    const waiting = setTimeout(20).then(() => send(attempt(key)))
    await expect(failing).rejects.toThrow('failed')
    expect(await waiting).toMatch(/^[0-9a-f-]{36}$/)
    expect(await send(attempt(key))).toBe(await waiting)
  })

  test('is its sender’s alone: another person or area with the same key starts afresh', async () => {
    const key = newKey()
    const first = await send(attempt(key))
    expect(await send(attempt(key, { actor: givenPerson(['coordinator'], area) }))).not.toBe(first)
    const elsewhere = newArea()
    const stranger = { actor: givenPerson(['coordinator'], elsewhere), areaId: elsewhere }
    expect(await send(attempt(key, stranger))).not.toBe(first)
  })

  test('leaves nothing of what was sent, only its hash and the ids of the answer', async () => {
    const key = newKey()
    const id = await send(attempt(key))
    const [stored] = await given.look`select * from intake.idempotency_keys where key = ${key}`
    expect(Object.keys(stored ?? {}).sort()).toEqual(
      ['actor', 'areaId', 'bodyHash', 'key', 'outcome', 'procedure', 'recordedAt'].sort(),
    )
    expect(stored?.['outcome']).toBe(id)
  })
})
