import { randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Db } from './database.ts'
import { DatabaseError } from './database-error.ts'
import { givenPerson, type TestDatabase, testDatabase } from './testing.ts'
import { addRecord, newArea, withRecords } from './testing-records.ts'

const area = newArea()
const coordinator = givenPerson(['coordinator'], area)

describe('what goes into the database', () => {
  let given: TestDatabase
  beforeAll(async () => {
    given = await testDatabase('intake', withRecords)
  })
  afterAll(() => given.drop())

  async function there(column: string, write: (tx: Db) => unknown): Promise<unknown> {
    return given.database.transaction(coordinator, async (tx) => {
      const id = await addRecord(tx, area)
      await tx`update intake.records set ${tx(column)} = ${write(tx) as never} where id = ${id}`
      const [row] = await tx`select ${tx(column)} as value from intake.records where id = ${id}`
      return row?.['value']
    })
  }

  test('comes back with the same keys inside JSON, whatever their case', async () => {
    const storable = fc.string({ unit: 'grapheme-ascii' })
    const json = fc.dictionary(
      fc.constantFrom('snake_case', 'camelCase', 'kebab-case', 'link.id', 'UPPER_CASE', '__x'),
      fc.oneof(storable, fc.integer(), fc.boolean(), fc.constant(null), fc.array(storable)),
      { noNullPrototype: true },
    )
    await fc.assert(
      fc.asyncProperty(json, async (content) => {
        expect(await there('content', (tx) => tx.json(content))).toEqual(content)
      }),
      { numRuns: 40 },
    )
  })

  test.each(['2024-02-29', '2023-03-26', '2023-10-29', '1999-12-31', '0001-01-01'])(
    'the date %s stays that date',
    async (date) => {
      expect(await there('on_date', () => date)).toBe(date)
    },
  )

  test('instants come back in UTC to the millisecond, whole numbers as numbers', async () => {
    expect(await there('at', () => '2026-03-29T01:30:00.123+01:00')).toBe('2026-03-29T00:30:00.123Z')
    expect(await there('amount', () => 9_007_199_254_740_991)).toBe(9_007_199_254_740_991)
  })
})

describe('an error of the database', () => {
  const secret = 'Aurelia 9990000018'
  let given: TestDatabase
  beforeAll(async () => {
    given = await testDatabase('intake', withRecords)
  })
  afterAll(() => given.drop())

  /** Everything that could be logged of an error, hidden properties included. */
  function everything(thrown: unknown): string {
    const own = Object.getOwnPropertyNames(thrown).map((name) => inspect(Reflect.get(Object(thrown), name)))
    return `${inspect(thrown, { showHidden: true, depth: 9 })} ${String(thrown)} ${own.join(' ')}`
  }

  const failing: readonly [what: string, sqlState: string, work: (tx: Db) => Promise<unknown>][] = [
    [
      'a value that must be unique',
      '23505',
      async (tx) => {
        for (let again = 0; again < 2; again += 1)
          await tx`insert into intake.records (area_id, id, note) values (${area}, ${randomUUID()}, ${secret})`
      },
    ],
    ['text where an id belongs', '22P02', (tx) => tx`select 1 from intake.records where id = ${secret}`],
    [
      'a value that is too long',
      '22001',
      (tx) => tx`insert into intake.records (area_id, id, note)
        values (${area}, ${randomUUID()}, ${`${secret} ${secret}`})`,
    ],
    ['text where a date belongs', '22007', (tx) => tx`select ${secret}::text::date`],
    ['a statement that quotes it', '42703', (tx) => tx.unsafe(`select "${secret}" from intake.records`)],
    [
      'a value of an unknown kind beside it',
      '22000',
      (tx) => tx`select 1 from intake.records where note = ${secret} and id = ${undefined as never}`,
    ],
    [
      'a value the driver cannot write beside it',
      '22000',
      (tx) =>
        tx`select 1 from intake.records where note = ${secret} and content = ${Symbol(secret) as never}`,
    ],
  ]

  test.for(failing)('about %s leaves without the value', async ([, sqlState, work]) => {
    const thrown = await given.database.transaction(coordinator, work).catch((error: unknown) => error)
    expect(thrown).toBeInstanceOf(DatabaseError)
    expect(thrown).toMatchObject({ sqlState })
    expect(everything(thrown)).not.toContain('Aurelia')
    expect(everything(thrown)).not.toContain('9990000018')
  })

  test('names the constraint, so that a use case can tell which rule said no', async () => {
    const twice = given.database.transaction(coordinator, async (tx) => {
      for (let again = 0; again < 2; again += 1)
        await tx`insert into intake.records (area_id, id, note) values (${area}, ${randomUUID()}, 'twice')`
    })
    await expect(twice).rejects.toMatchObject({ constraint: 'records_note_once', table: 'records' })
  })

  test('of a server that is not there says so, without the address it was asked at', async () => {
    const nowhere = connect(given.appUrl.replace(/:\d+\//, ':1/'), { max: 1 })
    const thrown = await nowhere.withoutActor((tx) => tx`select 1`).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ name: 'DatabaseError', sqlState: '08000' })
    expect(everything(thrown)).not.toContain('test-only')
    await nowhere.close()
  })
})
