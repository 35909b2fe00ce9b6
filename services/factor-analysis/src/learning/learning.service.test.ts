import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  addDays,
  CaseId,
  FactorCode,
  type LearningId,
  OrganisationId,
  type Person,
  PlainDate,
  Refusal,
} from '@cdop/domain'
import { assertActor, procedures, rpcDoor } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { callerOf } from '../rpc.ts'

const today = PlainDate.parse('2026-03-02')
const trust = { kind: 'hospital' as const, organisationId: OrganisationId.parse(randomUUID()) }
const sight = new Map<string, CaseId[]>()
const rpc = procedures<null>()
const caseReview = rpc.router({
  case: rpc.router({
    admit: rpc
      .requires('case:read')
      .input(z.object({ caseIds: z.array(CaseId) }))
      .output(z.unknown())
      .query(({ ctx, input }) => {
        const seen = ctx.actor.kind === 'person' ? (sight.get(ctx.actor.personId) ?? []) : []
        const rows = input.caseIds.filter((one) => seen.includes(one))
        return { rows: rows.map((caseId) => ({ caseId, reference: 'LDS-2026-4F7M2H-Q' })), pass: null }
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
let writer: Person
let chair: Person

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
  given.clock.set('2026-03-02T10:00:00.000Z')
  sight.clear()
  writer = givenPerson(['coordinator'])
  areaId = AreaId.parse(writer.areaIds[0])
  chair = { ...givenPerson(['chair']), areaIds: writer.areaIds }
})

async function as(actor: Actor) {
  const assertion = await assertActor(given.rings.portal, actor)
  return callerOf(router)({ actor, caller: 'portal', assertion, parts: given.parts }).learning
}
const point = {
  facts: {
    source: 'notification' as const,
    themes: ['safer-sleeping' as const],
    factors: [FactorCode.parse('co-sleeping')],
  },
  words: { text: 'Baby boxes were given without advice on sleep.', origin: null },
}
type Change = {
  by?: Person
  caseIds?: CaseId[]
  key?: string
  words?: { text: string; origin: string | null }
}
async function issued({ by = writer, caseIds = [], key = randomUUID(), words = point.words }: Change = {}) {
  return (await (await as(by)).issue({ areaId, key, caseIds, facts: point.facts, words })).learningId
}
const read = async (learningId: LearningId, by: Person = writer) =>
  (await as(by)).read({ areaId, learningId })

describe('a learning point', () => {
  test('is issued at any stage, from the notification on, by the coordinator or the chair, once for two clicks', async () => {
    const key = randomUUID()
    const learningId = await issued({ key })
    expect(await issued({ key })).toBe(learningId)
    const byChair = await issued({ by: chair })
    const { rows } = await (await as(chair)).list({ areaId })
    expect(rows.map(({ reference }) => reference)).toEqual(['L-2026-002', 'L-2026-001'])
    expect(rows[0]?.learningId).toBe(byChair)
    expect((await read(learningId)).learning).toMatchObject({ ...point, issuedOn: today })
  })

  test('says who made it where it was received from elsewhere, and names factors of the codebook alone', async () => {
    const call = await as(writer)
    const of = { areaId, key: randomUUID(), caseIds: [], words: point.words }
    const fromElsewhere = { ...point.facts, source: 'elsewhere' as const }
    await expect(call.issue({ ...of, facts: fromElsewhere })).rejects.toMatchObject({
      message: 'invalid-answers',
    })
    const unknown = { ...point.facts, factors: [FactorCode.parse('bad-luck')] }
    await expect(call.issue({ ...of, facts: unknown })).rejects.toMatchObject({ message: 'invalid-answers' })
  })

  test('says nothing of who the child was, and shows its cases to those with sight of them alone', async () => {
    const caseId = CaseId.parse(randomUUID())
    await expect(issued({ caseIds: [caseId] })).rejects.toMatchObject({ message: 'not-found' })
    sight.set(writer.personId, [caseId])
    const named = { text: 'The Quillfeather family was not told.', origin: null }
    await expect(issued({ caseIds: [caseId], words: named })).rejects.toMatchObject({
      message: 'identifiers-in-note',
    })
    const learningId = await issued({ caseIds: [caseId] })
    expect((await read(learningId)).cases).toMatchObject([{ caseId }])
    expect((await read(learningId, chair)).cases).toEqual([])
    const rows = await given.test.look`select * from factor_analysis.learning_points`
    expect(JSON.stringify(rows)).not.toContain('Baby boxes')
  })

  test('is kept with who got it and who read it: each day once', async () => {
    const learningId = await issued()
    const call = await as(writer)
    const of = () => ({ areaId, learningId, key: randomUUID() })
    await expect(call.send({ ...of(), on: addDays(today, 1), organisations: [trust] })).rejects.toMatchObject(
      { message: 'date-in-future' },
    )
    await call.send({ ...of(), on: today, organisations: [trust] })
    given.clock.addDays(2)
    const { organisationId } = trust
    await call.acknowledge({ ...of(), on: addDays(today, 2), organisationId })
    await call.acknowledge({ ...of(), on: today, organisationId })
    expect((await read(learningId)).recipients).toEqual([
      { ...trust, sentOn: today, acknowledgedOn: addDays(today, 2) },
    ])
    await expect(
      (await as(chair)).send({ ...of(), on: today, organisations: [trust] }),
    ).rejects.toMatchObject({
      message: 'forbidden',
    })
  })

  test('is not there for another area, and the database keeps it as it was issued', async () => {
    const learningId = await issued()
    await expect(read(learningId, givenPerson(['coordinator']))).rejects.toMatchObject({
      message: 'not-found',
    })
    const worker = { ...givenPerson(['key-worker']), areaIds: writer.areaIds }
    await expect(read(learningId, worker)).rejects.toMatchObject({ message: 'forbidden' })
    const change = given.parts.database.transaction(
      writer,
      (tx) => tx`update factor_analysis.learning_points set source = 'panel'`,
    )
    await expect(change).rejects.toThrow('42501')
  })
})
