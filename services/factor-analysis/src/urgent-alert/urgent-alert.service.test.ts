import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import { type Actor, AreaId, CaseId, type Person, Refusal, type UrgentAlertId } from '@cdop/domain'
import { assertActor, procedures, rpcDoor } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { callerOf } from '../rpc.ts'
import { remindOfUnacknowledged } from './remind-unacknowledged.ts'

/** What case-review says: which cases each person has sight of, and the name it finds in a text. */
const sight = new Map<string, CaseId[]>()
const rpc = procedures<null>()
const line = (caseId: CaseId) => ({ caseId, reference: 'LDS-2026-4F7M2H-Q' })
const caseReview = rpc.router({
  case: rpc.router({
    admit: rpc
      .requires('case:read')
      .input(z.object({ caseIds: z.array(CaseId) }))
      .output(z.unknown())
      .query(({ ctx, input }) => {
        const seen = ctx.actor.kind === 'person' ? (sight.get(ctx.actor.personId) ?? []) : []
        return { rows: input.caseIds.filter((one) => seen.includes(one)).map(line), pass: null }
      }),
    screenWords: rpc
      .requires('identity:screen')
      .input(z.object({ caseIds: z.array(CaseId), text: z.string() }))
      .output(z.void())
      .query(({ input }) => {
        if (input.text.includes('Quillfeather')) throw new Refusal('identifiers-in-note', ['name'])
      }),
  }),
})

let given: GivenService
let areaId: AreaId
let coordinator: Person
let colleague: Person
let doctor: Person
let member: Person

beforeAll(async () => {
  let door: ReturnType<typeof rpcDoor> | null = null
  given = await givenService('factor-analysis', migrations, {
    fetch: async (request) => (door === null ? Response.error() : door.fetch(request)),
  })
  door = rpcDoor({
    service: 'case-review',
    router: caseReview,
    keyring: given.rings['case-review'],
    asserters: ['portal'],
    parts: null,
    report: () => {},
  })
})
afterAll(() => given.drop())
beforeEach(() => {
  // A Friday morning.
  given.clock.set('2026-03-06T10:00:00.000Z')
  sight.clear()
  coordinator = givenPerson(['coordinator'])
  areaId = AreaId.parse(coordinator.areaIds[0])
  const here = { areaIds: coordinator.areaIds }
  colleague = { ...givenPerson(['coordinator']), ...here }
  doctor = { ...givenPerson(['designated-doctor']), ...here }
  member = { ...givenPerson(['panel-member']), ...here }
})

async function as(actor: Actor) {
  const assertion = await assertActor(given.rings.portal, actor)
  return callerOf(router)({ actor, caller: 'portal', assertion, parts: given.parts }).urgentAlert
}
const words = {
  what: 'A nursing pillow was in the cot twice.',
  doNow: 'Tell families not to use it in a cot.',
}
async function raised({
  by = coordinator,
  caseIds = [],
  key = randomUUID(),
  said = words,
}: {
  by?: Person
  caseIds?: CaseId[]
  key?: string
  said?: typeof words
} = {}) {
  const alert = { areaId, key, kind: 'product' as const, source: 'joint-agency-response' as const }
  return (await (await as(by)).raise({ ...alert, words: said, caseIds })).alertId
}
type Side = 'designated-doctor' | 'public-health'
const knows = async (alertId: UrgentAlertId, side: Side, by: Person, name: string | null = null) =>
  (await as(by)).acknowledge({ areaId, alertId, key: randomUUID(), side, name })
const read = async (alertId: UrgentAlertId, by: Person = coordinator) =>
  (await as(by)).read({ areaId, alertId })
const closing = (alertId: UrgentAlertId) => ({
  areaId,
  alertId,
  key: randomUUID(),
  outcome: 'acted-on' as const,
  words: 'The pillow was recalled.',
})
const published = async () =>
  (
    await given.test.look<{ type: string }[]>`
      select type from factor_analysis.events where area_id = ${areaId} order by recorded_at, type`
  ).map(({ type }) => type)

describe('an urgent alert', () => {
  test('is raised at any stage and told at once, by ids alone, once for two clicks', async () => {
    const key = randomUUID()
    const alertId = await raised({ key })
    expect(await raised({ key })).toBe(alertId)
    expect(await published()).toEqual(['urgent-alert.raised.v1'])
    const [event] = await given.test.look`
      select payload from factor_analysis.events where area_id = ${areaId}`
    expect(event?.['payload']).toEqual({ alertId })
    expect((await read(alertId)).alert).toMatchObject({
      reference: 'A-2026-001',
      words,
      waiting: ['designated-doctor', 'public-health'],
      overdue: false,
      acknowledgeBy: '2026-03-09T17:00:00.000Z',
    })
  })

  test('says nothing of who the child was, and shows its cases to those with sight of them alone', async () => {
    const caseId = CaseId.parse(randomUUID())
    await expect(raised({ caseIds: [caseId] })).rejects.toMatchObject({ message: 'not-found' })
    sight.set(coordinator.personId, [caseId])
    const named = { ...words, what: 'The Quillfeather cot.' }
    await expect(raised({ caseIds: [caseId], said: named })).rejects.toMatchObject({
      message: 'identifiers-in-note',
    })
    const alertId = await raised({ caseIds: [caseId] })
    expect((await read(alertId)).cases.map((one) => one.caseId)).toEqual([caseId])
    expect((await read(alertId, colleague)).cases).toEqual([])
    expect(JSON.stringify(await (await as(member)).list({ areaId }))).not.toContain(caseId)
    await knows(alertId, 'designated-doctor', doctor)
    await knows(alertId, 'public-health', member)
    sight.set(colleague.personId, [caseId])
    const spoken = { ...closing(alertId), words: 'Quillfeather was told.' }
    await expect((await as(colleague)).close(spoken)).rejects.toMatchObject({
      message: 'identifiers-in-note',
    })
  })

  test('is acknowledged by name, by each side for itself, or for somebody who was told by telephone', async () => {
    const alertId = await raised()
    await expect(knows(alertId, 'designated-doctor', member)).rejects.toMatchObject({ message: 'forbidden' })
    await expect(knows(alertId, 'public-health', doctor)).rejects.toMatchObject({ message: 'forbidden' })
    await expect(knows(alertId, 'public-health', coordinator)).rejects.toMatchObject({ message: 'forbidden' })
    await expect(knows(alertId, 'public-health', member, 'Somebody else')).rejects.toMatchObject({
      message: 'forbidden',
    })
    expect(await knows(alertId, 'designated-doctor', doctor)).toEqual({ waiting: ['public-health'] })
    await knows(alertId, 'designated-doctor', doctor)
    expect(await knows(alertId, 'public-health', coordinator, 'Dr Rosalind Ember')).toEqual({ waiting: [] })
    expect((await read(alertId)).acknowledgements).toMatchObject([
      { side: 'designated-doctor', name: null, recordedBy: doctor.personId },
      { side: 'public-health', name: 'Dr Rosalind Ember', recordedBy: coordinator.personId },
    ])
    const rows = await given.test.look`select * from factor_analysis.urgent_alert_acknowledgements`
    expect(JSON.stringify(rows)).not.toContain('Ember')
  })

  test('is known to the designated doctor who raised it', async () => {
    expect((await read(await raised({ by: doctor }))).alert.waiting).toEqual(['public-health'])
  })

  test('that not both sides know of by 17:00 on the next working day is told of once, whatever runs twice', async () => {
    const known = await raised()
    await knows(known, 'designated-doctor', doctor)
    await knows(known, 'public-health', member)
    const alertId = await raised()
    await knows(alertId, 'designated-doctor', doctor)
    given.clock.set('2026-03-09T16:59:00.000Z')
    await remindOfUnacknowledged(given.parts)
    expect(await published()).not.toContain('urgent-alert.unacknowledged.v1')
    given.clock.set('2026-03-09T17:00:00.000Z')
    await Promise.all([remindOfUnacknowledged(given.parts), remindOfUnacknowledged(given.parts)])
    await remindOfUnacknowledged(given.parts)
    expect((await published()).filter((type) => type === 'urgent-alert.unacknowledged.v1')).toHaveLength(1)
    expect((await read(alertId)).alert).toMatchObject({
      overdue: true,
      remindedAt: '2026-03-09T17:00:00.000Z',
    })
    expect((await read(known)).alert).toMatchObject({ overdue: false, remindedAt: null })
    expect(await (await as(coordinator)).waiting({ areaId })).toEqual({
      designatedDoctor: 0,
      publicHealth: 1,
      overdue: 1,
    })
  })

  test('stands first in the list while it waits, the longest waiting before the others', async () => {
    const oldest = await raised()
    given.clock.set('2026-03-06T11:00:00.000Z')
    const known = await raised()
    given.clock.set('2026-03-06T12:00:00.000Z')
    const newest = await raised()
    await knows(known, 'designated-doctor', doctor)
    await knows(known, 'public-health', member)
    const { rows } = await (await as(coordinator)).list({ areaId })
    expect(rows.map(({ alertId }) => alertId)).toEqual([oldest, newest, known])
  })

  test('says which body was told and when: the first day stays', async () => {
    const alertId = await raised()
    const tell = async (toldOn: string) => {
      const of = { areaId, alertId, key: randomUUID(), body: 'opss' as const }
      const call = await as(coordinator)
      return call.recordBodyTold({ ...of, toldOn: toldOn as never })
    }
    await expect(tell('2026-03-07')).rejects.toMatchObject({ message: 'date-in-future' })
    await tell('2026-03-05')
    await tell('2026-03-06')
    expect((await read(alertId)).bodies).toMatchObject([{ body: 'opss', toldOn: '2026-03-05' }])
  })

  test('is closed once, by somebody else than who raised it, and not before both sides know of it', async () => {
    const alertId = await raised()
    await expect((await as(colleague)).close(closing(alertId))).rejects.toMatchObject({
      message: 'alert-not-acknowledged',
    })
    await knows(alertId, 'designated-doctor', doctor)
    await knows(alertId, 'public-health', member)
    await expect((await as(coordinator)).close(closing(alertId))).rejects.toMatchObject({
      message: 'closing-needs-second-person',
    })
    const two = await Promise.allSettled(
      [colleague, doctor].map(async (who) => (await as(who)).close(closing(alertId))),
    )
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await read(alertId)).alert).toMatchObject({ waiting: [], closed: { outcome: 'acted-on' } })
    await expect(knows(alertId, 'public-health', member)).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
  })

  test('cannot be closed or changed past the rules, not by the database itself', async () => {
    const alertId = await raised()
    const look = given.test.look
    const close = look`update factor_analysis.urgent_alerts set outcome = 'acted-on', sealed_closing = 'x',
      closed_by = ${colleague.personId}, closed_at = now() where alert_id = ${alertId}`
    await expect(close).rejects.toThrow('once both sides know of it')
    const later = look`update factor_analysis.urgent_alerts set acknowledge_by = acknowledge_by + interval '1 day'
      where alert_id = ${alertId}`
    await expect(later).rejects.toThrow('stays so')
  })

  test('is not there for another area, and not for roles that have nothing to do with it', async () => {
    const alertId = await raised()
    await expect(read(alertId, givenPerson(['coordinator']))).rejects.toMatchObject({ message: 'not-found' })
    for (const role of ['analyst', 'key-worker', 'administrator'] as const) {
      const other = { ...givenPerson([role]), areaIds: coordinator.areaIds }
      await expect(read(alertId, other)).rejects.toMatchObject({ message: 'forbidden' })
    }
    await expect(raised({ by: member })).rejects.toMatchObject({ message: 'forbidden' })
  })
})
