import { describe, expect, test } from 'vitest'
import { givenHouse, outcomeIn } from '../testing-house.ts'
import { awaited } from './awaited.ts'

const saying = async (body: string): Promise<string> => {
  const text = `export async function store(sql: Sql, tx: Sql): Promise<void> {\n  ${body}\n}\n`
  return (await outcomeIn(givenHouse({ 'services/intake/src/store.ts': text }), awaited)).output
}

describe('SQL that nobody awaits is never sent', () => {
  test.each([
    ['a query', 'tx`insert into intake.notifications default values`'],
    ['a query cast into the void', 'void tx`insert into intake.notifications default values`'],
    ['a transaction', 'sql.begin(async (tx) => tx`select 1`)'],
    ['a savepoint', 'tx.savepoint(async (inner) => inner`select 1`)'],
  ])('%s left standing is refused', async (_, body) => {
    expect(await saying(body)).toContain('services/intake/src/store.ts:2: nobody awaits this')
  })

  test.each([
    ['awaited', 'await tx`select 1`'],
    ['returned', 'return tx`select 1`'],
    ['part of another', 'await tx`select 1 where $'.concat('{tx`true`}`')],
    ['a transaction awaited', 'await sql.begin((inner) => inner`select 1`)'],
  ])('a query %s is sound', async (_, body) => {
    expect(await saying(body)).toBe('')
  })

  test('a check that sees no file fails', async () => {
    expect(await outcomeIn('/nowhere', awaited)).toMatchObject({ passed: 0, failed: 1 })
  })
})
