import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import { type Actor, AreaId, type ChallengeId, type Person, Role } from '@cdop/domain'
import { assertActor } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import { ReportingYearCode } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { callerOf } from '../rpc.ts'

const year = ReportingYearCode.parse('2024-25')
let given: GivenService
let areaId: AreaId
let scrutineer: Person
let coordinator: Person

beforeAll(async () => {
  given = await givenService('factor-analysis', migrations)
})
afterAll(() => given.drop())
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  scrutineer = givenPerson(['scrutineer'])
  areaId = AreaId.parse(scrutineer.areaIds[0])
  coordinator = { ...givenPerson(['coordinator']), areaIds: scrutineer.areaIds }
})

async function as(actor: Actor) {
  const assertion = await assertActor(given.rings.portal, actor)
  return callerOf(router)({ actor, caller: 'portal', assertion, parts: given.parts })
}
const newKey = () => randomUUID()
const raise = async () =>
  (
    await (
      await as(scrutineer)
    ).challenge.raise({ areaId, subject: { kind: 'area' }, words: 'Why?', key: newKey() })
  ).challengeId
const settle = async (challengeId: ChallengeId) => {
  const of = { areaId, challengeId }
  await (await as(coordinator)).challenge.answer({ ...of, version: 1, words: 'So.', key: newKey() })
  await (await as(scrutineer)).challenge.accept({ ...of, version: 2, words: null, key: newKey() })
}
const signing = {
  year,
  version: 0,
  words: 'What was learnt was followed, but for what is named below.',
  reason: null as string | null,
  openChallenges: [] as ChallengeId[],
}
const sign = async (change: Partial<typeof signing> & { key?: string } = {}, who: Person = scrutineer) =>
  (await as(who)).assurance.sign({ ...signing, areaId, key: newKey(), ...change })
const read = async (who: Person = coordinator) => (await as(who)).assurance.read({ areaId, year })

describe('a statement of the scrutineer', () => {
  test('is signed for a year that is over, names the challenges that are not settled, and keeps naming them', async () => {
    const [open, settled] = [await raise(), await raise()]
    await settle(settled)
    expect((await read()).unsettled.map(({ challengeId }) => challengeId)).toEqual([open])
    await sign({ openChallenges: [open] })
    await settle(open)
    const { statements, unsettled } = await read()
    expect(unsettled).toEqual([])
    expect(statements).toMatchObject([
      {
        version: 1,
        reason: null,
        words: signing.words,
        signedBy: scrutineer.personId,
        signedOn: '2026-03-02',
        openChallenges: [{ challengeId: open, reference: 'C-2026-001', state: 'accepted' }],
      },
    ])
    expect((await (await as(coordinator)).assurance.list({ areaId })).signed).toEqual([
      { year, version: 1, signedOn: '2026-03-02' },
    ])
  })

  test('is not signed over a challenge the scrutineer has not seen there, nor for a year that runs', async () => {
    const open = await raise()
    await expect(sign()).rejects.toThrow('stale')
    await settle(open)
    await expect(sign({ openChallenges: [open] })).rejects.toThrow('stale')
    await expect(sign({ year: ReportingYearCode.parse('2025-26') })).rejects.toThrow('date-in-future')
    given.clock.set('2026-04-01T10:00:00.000Z')
    expect(await sign({ year: ReportingYearCode.parse('2025-26') })).toEqual({ version: 1 })
  })

  test('is corrected only by a new version with a reason, and every earlier one stays', async () => {
    const key = newKey()
    await sign({ key })
    await sign({ key })
    await expect(sign()).rejects.toThrow('stale')
    await expect(sign({ version: 1 })).rejects.toThrow('invalid-answers')
    await expect(sign({ reason: 'Nothing was there.' })).rejects.toThrow('invalid-answers')
    await sign({ version: 1, reason: 'A figure was wrong.', words: 'Corrected.' })
    expect((await read()).statements.map(({ version, words, reason }) => [version, words, reason])).toEqual([
      [2, 'Corrected.', 'A figure was wrong.'],
      [1, signing.words, null],
    ])
    for (const statement of ['update', 'delete'] as const) {
      await expect(
        statement === 'update'
          ? given.test
              .look`update factor_analysis.assurance_statements set signed_on = '2026-01-01' where area_id = ${areaId}`
          : given.test.look`delete from factor_analysis.assurance_statements where area_id = ${areaId}`,
      ).rejects.toThrow('stays as it was signed')
    }
  })

  test('names no child', async () => {
    await expect(sign({ words: 'The death of 999 000 0018.' })).rejects.toThrow('identifiers-in-note')
  })

  test('is signed by a scrutineer alone and read by coordinator, chair and analyst; in another area there is none', async () => {
    await sign()
    const readers: readonly Role[] = ['coordinator', 'chair', 'analyst', 'scrutineer']
    for (const role of Role.options) {
      const who: Person = { ...givenPerson([role]), areaIds: scrutineer.areaIds }
      if (readers.includes(role)) expect((await read(who)).statements).toHaveLength(1)
      else await expect(read(who), role).rejects.toThrow('forbidden')
      if (role !== 'scrutineer')
        await expect(sign({ version: 1, reason: 'x' }, who), role).rejects.toThrow('forbidden')
    }
    const elsewhere = givenPerson(['scrutineer'])
    await expect(read(elsewhere)).rejects.toThrow('not-found')
    const other = AreaId.parse(elsewhere.areaIds[0])
    expect((await (await as(elsewhere)).assurance.list({ areaId: other })).signed).toEqual([])
  })
})
