import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type GivenAudit, givenAudit, newArea } from './testing-audit.ts'

let given: GivenAudit
beforeAll(async () => {
  given = await givenAudit()
})
afterAll(() => given.drop())
beforeEach(() => given.empty())

describe('the check of the audit', () => {
  const attacks: Readonly<
    Record<string, readonly [statement: string, kind: string, sequence: number | null]>
  > = {
    'an altered entry': [
      `update intake.audit_entries set entry = jsonb_set(entry, '{decision}', '"refused"') where id = $1`,
      'altered',
      3,
    ],
    'an entry with something added': [
      `update intake.audit_entries set entry = entry || '{"note": "x"}' where id = $1`,
      'altered',
      3,
    ],
    'a dropped entry': ['delete from intake.audit_entries where id = $1', 'dropped', 3],
    'a dropped link in the middle': ['delete from intake.audit_chain where entry_id = $1', 'gap', 4],
    'an entry and its link dropped together': [
      `with link as (delete from intake.audit_chain where entry_id = $1)
       delete from intake.audit_entries where id = $1`,
      'gap',
      4,
    ],
    'a link with another hash': [
      `update intake.audit_chain set hash = sha256('x') where entry_id = $1`,
      'altered',
      3,
    ],
    'a link to another entry': [
      `update intake.audit_chain set entry_id = gen_random_uuid() where entry_id = $1`,
      'dropped',
      3,
    ],
    'two links in another order': [
      `update intake.audit_chain set sequence = case sequence when 3 then -4 else -3 end
         where sequence in (3, 4) and $1::uuid is not null;`,
      'altered',
      3,
    ],
  }

  test.for(Object.entries(attacks))('finds %s, and says where', async ([, [statement, kind, sequence]]) => {
    const [areaId, untouched] = [newArea(), newArea()]
    await given.recorded(areaId, 5)
    await given.recorded(untouched, 2)
    await given.seal()
    expect(await given.faults()).toEqual([])
    const [third] = await given.test.look<{ entryId: string }[]>`
      select entry_id from intake.audit_chain where area_id = ${areaId} and sequence = 3`
    await given.tamper(async (tx) => {
      await tx.unsafe('alter table intake.audit_chain drop constraint audit_chain_sequence_check')
      await tx.unsafe(statement, [third?.entryId ?? ''])
      await tx`update intake.audit_chain set sequence = -sequence where sequence < 0`
      await tx.unsafe(
        'alter table intake.audit_chain add constraint audit_chain_sequence_check check (sequence > 0)',
      )
    })
    const found = await given.faults()
    expect(found).toHaveLength(1)
    expect(found).toMatchObject([{ schema: 'intake', areaId, kind, sequence }])
  })

  test('finds the last links dropped, once their entries have gone unsealed for a minute', async () => {
    const areaId = newArea()
    await given.recorded(areaId, 3)
    await given.seal()
    await given.tamper((tx) => tx`delete from intake.audit_chain where sequence > 1`)
    expect(await given.faults(given.later(61))).toMatchObject([{ kind: 'unsealed', areaId }])
  })

  test('finds an entry nobody sealed, also when its time was made unreadable', async () => {
    const areaId = newArea()
    await given.recorded(areaId, 1)
    expect(await given.faults(given.later(50))).toEqual([])
    expect(await given.faults(given.later(62))).toMatchObject([{ kind: 'unsealed', areaId, sequence: null }])
    await given.tamper(
      (tx) => tx`update intake.audit_entries set entry = jsonb_set(entry, '{at}', '"tomorrow"')`,
    )
    expect(await given.faults()).toMatchObject([{ kind: 'unsealed', areaId }])
  })

  test('finds a whole chain moved to another area', async () => {
    const areaId = newArea()
    await given.recorded(areaId, 3)
    await given.seal()
    const other = newArea()
    await given.tamper(async (tx) => {
      await tx`update intake.audit_entries set area_id = ${other}`
      await tx`update intake.audit_chain set area_id = ${other}`
    })
    expect(await given.faults()).toMatchObject([{ kind: 'altered', areaId: other, sequence: 1 }])
  })
})
