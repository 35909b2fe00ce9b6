import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from './database.ts'
import { sendAgain } from './send-again.ts'
import type { SentStatement } from './sent-statement.ts'
import { givenPerson, type TestDatabase, testDatabase } from './testing.ts'
import { newArea, withRecords } from './testing-records.ts'

const area = newArea()
const coordinator = givenPerson(['coordinator'], area)
let given: TestDatabase

beforeAll(async () => {
  given = await testDatabase('intake', withRecords)
})
afterAll(() => given.drop())

test('a statement that was heard can be sent again, and changes as many rows', async () => {
  const heard: SentStatement[] = []
  const database = connect(given.appUrl, { max: 1, onStatement: (statement) => heard.push(statement) })
  try {
    await database.transaction(coordinator, async (tx) => {
      await tx`create temporary table kept (body jsonb, sealed bytea, words text[], on_day date)`
      heard.length = 0
      const words = ['one', 'two']
      await tx`
        insert into kept values
          (${tx.json({ someKey: [1] })}, ${Buffer.from([1, 2])}, ${words}::text[], ${'2026-03-02'}),
          (null, null, ${[]}::text[], null)
      `
      const [statement] = heard
      if (statement === undefined) throw new Error('nothing was heard')
      expect(statement.values).toContainEqual({ someKey: [1] })
      expect(await sendAgain(tx, statement)).toBe(2)
      const rows = await tx`select distinct * from kept where body is not null`
      expect(rows).toEqual([
        { body: { someKey: [1] }, sealed: Buffer.from([1, 2]), words, onDay: '2026-03-02' },
      ])
      expect(await tx`select from kept`).toHaveLength(4)
    })
    expect(heard.at(-1)?.text.trim()).toBe('commit')
  } finally {
    await database.close()
  }
})
