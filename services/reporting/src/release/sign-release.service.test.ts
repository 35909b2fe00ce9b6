import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import type { Actor, AreaId, ReleaseId } from '@cdop/domain'
import type { GivenService } from '@cdop/service/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { router } from '../api.ts'
import { callerOf } from '../rpc.ts'
import { givenReporting, newArea, serviceActor } from '../testing.ts'
import { givenHerefordshireAndWorcestershire } from '../testing-published-figures.ts'

let given: GivenService
let areaId: AreaId
let releaseId: ReleaseId
let hash: string
let builder: Actor
let second: Actor
const as = (actor: Actor) =>
  callerOf(router)({ actor, caller: 'portal', assertion: null, parts: given.parts })
const build = async () =>
  (await as(builder).release.build({ areaId, reportingYear: '2021-22', key: randomUUID() })).releaseId
const sign = (actor: Actor, changes = {}) =>
  as(actor).release.sign({ areaId, releaseId, hash, key: randomUUID(), ...changes })
const turnDown = (actor: Actor) =>
  as(actor).release.turnDown({ areaId, releaseId, hash, reason: 'figures-look-wrong', key: randomUUID() })
const read = (actor: Actor) => as(actor).release.read({ areaId, releaseId })

beforeAll(async () => {
  given = await givenReporting()
})
afterAll(() => given.drop())
beforeEach(async () => {
  areaId = newArea()
  await givenHerefordshireAndWorcestershire(given, areaId)
  builder = givenPerson(['analyst', 'publisher'], areaId)
  second = givenPerson(['publisher'], areaId)
  releaseId = await build()
  hash = (await read(second)).hash
})

/** What somebody who reads what is published finds. */
async function foundByReader() {
  const reader = givenPerson(['scrutineer'], areaId)
  return (await as(reader).release.list({ areaId })).releases.map((found) => found.releaseId)
}

describe('a release nobody has signed', () => {
  test('is a preview for who builds and who signs, and is not there for readers', async () => {
    expect((await read(builder)).standing).toEqual({ state: 'waiting' })
    expect((await read(second)).tables.length).toBeGreaterThan(3)
    const reader = givenPerson(['scrutineer'], areaId)
    expect(await foundByReader()).toEqual([])
    await expect(read(reader)).rejects.toThrow('not-found')
    await expect(as(reader).release.csv({ areaId, releaseId, tableId: 'N1' })).rejects.toThrow('not-found')
    for (const actor of [builder, second]) {
      await expect(as(actor).release.csv({ areaId, releaseId, tableId: 'N1' })).rejects.toThrow(
        'release-not-signed',
      )
    }
  })

  test('is not signed by who built it, whatever their roles, nor turned down', async () => {
    for (const decide of [sign, turnDown]) await expect(decide(builder)).rejects.toThrow('own-release')
    expect((await read(builder)).standing.state).toBe('waiting')
  })

  test('is not signed by analyst, chair or scrutineer, nor by a publisher of elsewhere', async () => {
    for (const role of ['analyst', 'chair', 'coordinator', 'scrutineer', 'administrator'] as const) {
      await expect(sign(givenPerson([role], areaId)), role).rejects.toThrow('forbidden')
    }
    const elsewhere = newArea()
    const stranger = givenPerson(['publisher'], elsewhere)
    await expect(sign(stranger)).rejects.toThrow('not-found')
    await expect(sign(stranger, { areaId: elsewhere })).rejects.toThrow('not-found')
  })
})

describe('a signed release', () => {
  test('says who signed which tables and when, under the key of this service', async () => {
    const { signedAt } = await sign(second)
    const reader = givenPerson(['scrutineer'], areaId)
    const by = second.kind === 'person' ? second.personId : null
    expect(await read(reader)).toMatchObject({
      standing: { state: 'signed', by, at: signedAt },
      signatureHolds: true,
      hash,
    })
    expect(await foundByReader()).toEqual([releaseId])
    expect((await as(reader).release.csv({ areaId, releaseId, tableId: 'N1' })).csv).toContain(hash)
    const events = await given.test.look`
      select type, payload from reporting.events where area_id = ${areaId} and type = 'release.signed.v1'`
    expect(events).toMatchObject([{ payload: { releaseId, reportingYear: '2021-22' } }])
  })

  test('whose tables another hand put in says that it does not hold, and is offered no more', async () => {
    await sign(second)
    const { look } = given.test
    await look`alter table reporting.release_tables disable trigger user`
    await look`
      update reporting.release_tables t set content = o.content, content_hash = o.content_hash, measure_version = 9
      from reporting.release_tables o
      where t.release_id = ${releaseId} and t.table_id = 'N1' and o.release_id = t.release_id and o.table_id = 'N2'`
    await look`alter table reporting.release_tables enable trigger user`
    expect((await read(builder)).signatureHolds).toBe(false)
    const statistics = as(givenPerson(['analyst'], areaId)).statistics
    await expect(statistics.table({ areaId, releaseId, tableId: 'N2' })).rejects.toThrow('not those released')
  })

  test('whose signature another hand put in says that it does not hold', async () => {
    await sign(second)
    const { look } = given.test
    await look`alter table reporting.release_decisions disable trigger user`
    await look`
      update reporting.release_decisions set decided_by = gen_random_uuid() where release_id = ${releaseId}`
    await look`alter table reporting.release_decisions enable trigger user`
    expect((await read(builder)).signatureHolds).toBe(false)
  })

  test('is signed once, by a second click too, and is never turned down', async () => {
    const key = randomUUID()
    const [one, other] = await Promise.all([sign(second, { key }), sign(second, { key })])
    expect(other).toEqual(one)
    const third = givenPerson(['publisher'], areaId)
    for (const decide of [sign, turnDown]) await expect(decide(third)).rejects.toThrow('release-decided')
  })

  test('is what was looked at: with the hash of other tables it is not signed', async () => {
    await expect(sign(second, { hash: '0'.repeat(64) })).rejects.toThrow('stale')
  })

  test('leaves no way to sign one that was built before it', async () => {
    const first = releaseId
    releaseId = await build()
    await sign(second)
    releaseId = first
    expect((await read(builder)).standing).toEqual({ state: 'superseded' })
    await expect(sign(second)).rejects.toThrow('release-superseded')
  })
})

test('a release that was turned down says why, and is published never', async () => {
  await turnDown(second)
  expect((await read(builder)).standing).toMatchObject({ state: 'turned-down', reason: 'figures-look-wrong' })
  await expect(sign(second)).rejects.toThrow('release-decided')
  expect(await foundByReader()).toEqual([])
})

test('the database itself refuses a builder’s own signature, other tables, and no signer', async () => {
  const add = (by: string | null, contentHash: string, outcome: string) =>
    given.test.database.transaction(
      serviceActor('reporting', areaId),
      (tx) => tx`
        insert into reporting.release_decisions (
          area_id, release_id, outcome, decided_by, decided_at, content_hash, signature
        ) values (
          ${areaId}, ${releaseId}, ${outcome}, ${by}, ${by === null ? null : given.clock.now()}, ${contentHash},
          ${outcome === 'signed' ? 'a signature' : null}
        )
      `,
    )
  const own = builder.kind === 'person' ? builder.personId : ''
  await expect(add(own, hash, 'signed')).rejects.toThrow('23514')
  await expect(add(randomUUID(), '0'.repeat(64), 'signed')).rejects.toThrow('23514')
  await expect(add(null, hash, 'before-signatures')).rejects.toThrow('23514')
  await add(randomUUID(), hash, 'signed')
})
