import { randomUUID } from 'node:crypto'
import { givenPerson, wallFaults } from '@cdop/database/testing'
import { type Actor, InformationRequestId, RequestId } from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Deed } from './record.ts'
import { deed, type GivenAudit, givenAudit, newArea } from './testing-audit.ts'
import { verifyAudit } from './verify.ts'

let given: GivenAudit
beforeAll(async () => {
  given = await givenAudit()
})
afterAll(() => given.drop())
beforeEach(() => given.empty())

describe('an audit entry', () => {
  test('is written with what it is about, or neither is', async () => {
    const areaId = newArea()
    const person = givenPerson(['coordinator'], areaId)
    const undone = given.test.database.transaction(person, async (tx) => {
      await given.audit.record(tx, person, areaId, deed())
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await given.test.look`select id from intake.audit_entries`).toHaveLength(0)
    const unwritable = given.test.database.transaction(person, async (tx) => {
      await tx`insert into intake.readiness (committed_at) values (${given.now()})`
      await given.audit.record(tx, person, newArea(), deed())
    })
    await expect(unwritable).rejects.toMatchObject({ sqlState: '42501' })
    expect(await given.test.look`select 1 from intake.readiness`).toHaveLength(0)
  })

  test('is added by the holder of a mailed link, who reads none', async () => {
    const areaId = newArea()
    const link: Actor = {
      kind: 'link',
      opens: 'information-request',
      subject: InformationRequestId.parse(randomUUID()),
      areaId,
      requestId: RequestId.parse(randomUUID()),
    }
    await given.test.database.transaction(link, async (tx) => {
      await given.audit.record(tx, link, areaId, deed())
      expect(await tx`select id from intake.audit_entries`).toHaveLength(0)
    })
    expect(await given.test.look`select id from intake.audit_entries`).toHaveLength(1)
  })

  test('says who, for whom, why, what, when and which request', async () => {
    const areaId = newArea()
    const person = givenPerson(['coordinator'], areaId)
    const about = deed()
    await given.test.database.transaction(person, (tx) => given.audit.record(tx, person, areaId, about))
    const [row] = await given.test.look`select entry from intake.audit_entries`
    expect(row?.['entry']).toEqual({
      areaId,
      at: given.now(),
      service: 'intake',
      requestId: person.requestId,
      actor: `person:${person.personId}`,
      onBehalfOf: null,
      roles: ['coordinator'],
      purpose: 'child-death-review',
      action: 'case.open',
      object: about.object,
      fieldClasses: ['identity'],
      decision: 'allowed',
    })
  })

  const wordy: readonly Deed[] = [
    { ...deed(), action: 'opened the case of Aurelia Example' },
    { ...deed(), action: 'case' },
    { ...deed(), object: { kind: 'a case', id: randomUUID() } },
    { ...deed(), object: { kind: 'case', id: 'Aurelia Example' } },
    { ...deed(), object: { kind: 'case', id: '9990000018' } },
    { ...deed(), object: { kind: 'case', id: '999 000 0018' } },
    { ...deed(), object: { kind: 'case', id: '2021-05-04' } },
    { ...deed(), object: { kind: 'case', id: 'a@example.org' } },
  ]
  test.for(wordy)('cannot hold anybody’s own words or numbers: $action $object', async (said) => {
    const areaId = newArea()
    const person = givenPerson(['coordinator'], areaId)
    const attempt = given.test.database.transaction(person, (tx) =>
      given.audit.record(tx, person, areaId, said),
    )
    await expect(attempt).rejects.toMatchObject({ name: 'ZodError' })
    expect(await given.test.look`select id from intake.audit_entries`).toHaveLength(0)
  })

  test('cannot be changed or taken away by the service, nor by the owner of the tables', async () => {
    const areaId = newArea()
    await given.recorded(areaId, 1)
    await given.seal()
    const person = givenPerson(['coordinator'], areaId)
    for (const table of ['audit_entries', 'audit_chain']) {
      for (const statement of [
        `update intake.${table} set area_id = area_id`,
        `delete from intake.${table}`,
        `truncate intake.${table}`,
      ]) {
        const attempt = given.test.database.transaction(person, (tx) => tx.unsafe(statement))
        await expect(attempt, statement).rejects.toMatchObject({ sqlState: '42501' })
        const asOwner = given.superuser.withoutActor((tx) => tx.unsafe(statement))
        await expect(asOwner, statement).rejects.toMatchObject({ sqlState: 'P0001' })
      }
    }
    expect(await given.faults()).toEqual([])
  })

  test('stays within the walls', async () => {
    expect(await wallFaults(given.test.look, 'intake')).toEqual([])
  })
})

describe('the sealer', () => {
  test('chains entries in their order, each area by itself', async () => {
    const areas = Array.from({ length: 7 }, newArea)
    for (const [index, areaId] of areas.entries()) await given.recorded(areaId, index + 1)
    expect(await given.seal()).toBe(28)
    expect(await given.seal()).toBe(0)
    const chained = await given.test.look<{ areaId: string; at: string; sequence: number }[]>`
      select c.area_id, c.sequence, e.entry->>'at' as at from intake.audit_chain c
      join intake.audit_entries e on e.area_id = c.area_id and e.id = c.entry_id order by c.area_id, c.sequence`
    for (const areaId of areas) {
      const own = chained.filter((link) => link.areaId === areaId)
      expect(own.map((link) => link.sequence)).toEqual(own.map((_, before) => before + 1))
      expect(own.map((link) => link.at)).toEqual(own.map((link) => link.at).sort())
    }
    expect(await verifyAudit(given.test.look, 'intake', given.now())).toMatchObject({
      areas: 7,
      entries: 28,
      faults: [],
    })
  })

  test('may run twice at once: every entry is sealed once', async () => {
    const areas = [newArea(), newArea()]
    for (const areaId of areas) await given.recorded(areaId, 12)
    const sealed = await Promise.all([given.seal(), given.seal(), given.seal()])
    expect(sealed.reduce((sum, count) => sum + count, 0)).toBe(24)
    expect(await verifyAudit(given.test.look, 'intake', given.now())).toMatchObject({
      entries: 24,
      faults: [],
    })
  })

  test('takes more than one batch in a turn', async () => {
    const areaId = newArea()
    const person = givenPerson(['coordinator'], areaId)
    const many = Array.from({ length: 1_201 }, () => deed())
    await given.test.database.transaction(person, (tx) => given.audit.record(tx, person, areaId, ...many))
    expect(await given.seal()).toBe(1_201)
    expect(await given.faults()).toEqual([])
  })

  test('that was killed in between seals later what waited, and the chain goes on', async () => {
    const areaId = newArea()
    await given.recorded(areaId, 2)
    await given.seal()
    await given.recorded(areaId, 3)
    expect(await given.faults()).toEqual([])
    expect(await given.faults(given.later(61))).toMatchObject([{ kind: 'unsealed', areaId }])
    expect(await given.seal()).toBe(3)
    expect(await given.faults(given.later(61))).toEqual([])
  })

  test('seals every other area when the entries of one were tampered with', async () => {
    const [bad, good] = [newArea(), newArea()]
    await given.recorded(bad, 1)
    await given.recorded(good, 2)
    await given.tamper((tx) => tx`update intake.audit_entries set entry = '{}' where area_id = ${bad}`)
    await expect(given.seal()).rejects.toMatchObject({ name: 'ZodError' })
    const sealed = await given.test.look`select distinct area_id from intake.audit_chain`
    expect(sealed).toEqual([{ areaId: good }])
    expect(await given.faults(given.later(86_400))).toMatchObject([{ kind: 'unsealed', areaId: bad }])
  })
})
