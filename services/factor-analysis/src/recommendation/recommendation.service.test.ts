import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import {
  type ActionAct,
  type ActionId,
  type Actor,
  AgeBand,
  AreaId,
  addDays,
  CaseId,
  CaseReference,
  FactorCode,
  OrganisationId,
  type Person,
  PlainDate,
  type RecommendationAct,
  type RecommendationId,
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
const council = { kind: 'public-health' as const, organisationId: OrganisationId.parse(randomUUID()) }

/** What case-review says: which cases each person has sight of, and the name it finds in a text. */
const told = { sight: new Map<string, CaseId[]>(), screened: [] as CaseId[] }
const rpc = procedures<null>()
const line = (caseId: CaseId) => ({
  caseId,
  reference: CaseReference.parse('LDS-2026-4F7M2H-Q'),
  state: 'gathering' as const,
  ageBand: AgeBand.options[0],
  diedOn: PlainDate.parse('2026-01-10'),
})
const caseReview = rpc.router({
  case: rpc.router({
    admit: rpc
      .requires('case:read')
      .input(z.object({ caseIds: z.array(CaseId) }))
      .output(z.unknown())
      .query(({ ctx, input }) => {
        const seen = ctx.actor.kind === 'person' ? (told.sight.get(ctx.actor.personId) ?? []) : []
        return { rows: input.caseIds.filter((one) => seen.includes(one)).map(line), pass: null }
      }),
    screenWords: rpc
      .requires('identity:screen')
      .input(z.object({ caseIds: z.array(CaseId), text: z.string() }))
      .output(z.void())
      .query(({ input }) => {
        told.screened.push(...input.caseIds)
        if (input.text.includes('Quillfeather')) throw new Refusal('identifiers-in-note', ['name'])
      }),
  }),
})

let given: GivenService
let areaId: AreaId
let writer: Person
let colleague: Person
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
  told.sight.clear()
  told.screened.length = 0
  writer = givenPerson(['coordinator'])
  areaId = AreaId.parse(writer.areaIds[0])
  colleague = { ...givenPerson(['designated-doctor']), areaIds: writer.areaIds }
  chair = { ...givenPerson(['chair']), areaIds: writer.areaIds }
})

async function as(actor: Actor) {
  const assertion = await assertActor(given.rings.portal, actor)
  return callerOf(router)({ actor, caller: 'portal', assertion, parts: given.parts })
}
const newKey = () => randomUUID()
const facts = {
  level: 'local' as const,
  source: 'panel' as const,
  addressee: trust,
  themes: ['safer-sleeping' as const],
  factors: [FactorCode.parse('co-sleeping')],
  dueOn: addDays(today, 30),
}
const words = {
  text: 'Every family has a safer sleep assessment at home before day 10.',
  indicator: 'Share of families assessed by day 10',
  owner: 'Head of midwifery',
  origin: null,
}
async function proposed(change: Partial<typeof facts> | { dueOn: null } = {}, caseIds: CaseId[] = []) {
  const written = { facts: { ...facts, ...change }, words, caseIds, key: newKey(), areaId }
  return (await (await as(writer)).recommendation.propose(written)).recommendationId
}
const read = async (recommendationId: RecommendationId, who: Person = writer) =>
  (await as(who)).recommendation.read({ areaId, recommendationId })
type Acting = { on?: PlainDate; words?: string; who?: Person; version?: number; key?: string }
async function act(
  recommendationId: RecommendationId,
  what: RecommendationAct,
  { on = given.clock.today(), words: said, who = writer, version, key = newKey() }: Acting = {},
) {
  const from = version ?? (await read(recommendationId)).recommendation.version
  const of = { areaId, recommendationId, version: from, key }
  const call = (await as(who)).recommendation
  if (what === 'confirm-closing') return call.confirm(of)
  return call.record({ ...of, act: what, on, words: said ?? null })
}
async function issued(caseIds: CaseId[] = []) {
  const id = await proposed({}, caseIds)
  await act(id, 'issue', { on: today })
  return id
}
async function agreed(recommendationId: RecommendationId, dueOn = addDays(today, 7)) {
  const action = { areaId, recommendationId, key: newKey(), owner: trust, dueOn }
  const said = { text: 'Train every community midwife.', owner: 'Practice development team' }
  return (await (await as(writer)).action.agree({ ...action, words: said })).actionId
}
async function actOn(
  recommendationId: RecommendationId,
  actionId: ActionId,
  what: ActionAct,
  { on = given.clock.today(), words: said, who = writer, version, key = newKey() }: Acting = {},
) {
  const found = (await read(recommendationId)).actions.find((one) => one.actionId === actionId)
  const of = { areaId, recommendationId, actionId, version: version ?? found?.version ?? 1, key }
  const call = (await as(who)).action
  if (what === 'confirm-closing') return call.confirm(of)
  return call.record({ ...of, act: what, on, words: said ?? null })
}
const none = { theme: null, factor: null, organisationId: null, standing: 'all' as const }
const list = async (filter: Partial<typeof none> | object = {}, who: Person = writer) =>
  (await as(who)).recommendation.list({ areaId, filter: { ...none, ...filter } })
const audited = async () =>
  (
    await given.test.look<{ action: string }[]>`
    select entry->>'action' as action from factor_analysis.audit_entries where area_id = ${areaId}
  `
  ).map(({ action }) => action)

describe('a recommendation', () => {
  test('is proposed in part, issued whole with the day its addressee was told, and then stays as it was read', async () => {
    const id = await proposed({ dueOn: null })
    expect((await read(id)).gaps).toEqual(['due'])
    await expect(act(id, 'issue', { on: today })).rejects.toMatchObject({
      message: 'recommendation-not-followable',
      cause: { fields: ['due'] },
    })
    const revise = { areaId, recommendationId: id, version: 1, key: newKey(), facts, words }
    const call = await as(writer)
    expect(await call.recommendation.revise(revise)).toEqual({ version: 2 })
    expect(await call.recommendation.revise(revise)).toEqual({ version: 2 })
    await expect(act(id, 'issue', { on: addDays(today, 1) })).rejects.toMatchObject({
      message: 'date-in-future',
    })
    await act(id, 'issue', { on: today })
    const { recommendation, gaps, entries } = await read(id)
    expect(recommendation).toMatchObject({
      state: 'issued',
      informedOn: today,
      reference: 'R-2026-001',
      words,
    })
    expect([gaps, entries.map(({ act: what }) => what)]).toEqual([[], ['propose', 'revise', 'issue']])
    await expect(call.recommendation.revise({ ...revise, version: 3, key: newKey() })).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
    await expect(
      given.test.look`update factor_analysis.recommendations set sealed_words = '\\x00', version = version + 1
        where area_id = ${areaId}`,
    ).rejects.toThrow('what was issued stays as it is')
  })

  test('is closed by a second person after its actions, by evidence; a second click and a stale page change nothing', async () => {
    const id = await issued()
    await act(id, 'accept', { on: today })
    const actionId = await agreed(id)
    await expect(act(id, 'propose-closing', { words: 'All trained.' })).rejects.toMatchObject({
      message: 'actions-open',
    })
    const key = newKey()
    await actOn(id, actionId, 'propose-closing', { words: 'Training log seen, 44 of 44.', version: 1, key })
    await actOn(id, actionId, 'propose-closing', { words: 'Training log seen, 44 of 44.', version: 1, key })
    await expect(actOn(id, actionId, 'confirm-closing')).rejects.toMatchObject({
      message: 'closing-needs-second-person',
    })
    await expect(actOn(id, actionId, 'confirm-closing', { who: chair, version: 1 })).rejects.toMatchObject({
      message: 'stale',
    })
    await actOn(id, actionId, 'confirm-closing', { who: chair })
    await act(id, 'propose-closing', { words: 'The share rose from 40 to 95 in a hundred.' })
    await expect(act(id, 'confirm-closing')).rejects.toMatchObject({ message: 'closing-needs-second-person' })
    const { version } = (await read(id)).recommendation
    const two = await Promise.allSettled(
      [chair, colleague].map((who) => act(id, 'confirm-closing', { who, version })),
    )
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await read(id)).recommendation).toMatchObject({ state: 'completed', closedOn: today })
    await expect(actOn(id, actionId, 'reopen', { words: 'Lapsed.' })).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
    await act(id, 'reopen', { words: 'The measure fell again.' })
    expect((await read(id)).recommendation).toMatchObject({
      state: 'in-progress',
      closedOn: null,
      closingBy: null,
    })
    expect(await audited()).toContain('recommendation.confirm-closing')
  })

  test('cannot be completed past the rules, not by the database itself', async () => {
    const id = await issued()
    await agreed(id)
    const complete = given.test
      .look`update factor_analysis.recommendations set state = 'completed', closing_by = ${writer.personId},
      closed_by = ${chair.personId}, closed_on = ${today}, version = version + 1 where area_id = ${areaId}`
    await expect(complete).rejects.toThrow('completed after its actions')
    const alone = given.test
      .look`update factor_analysis.actions set state = 'closing', closing_by = ${writer.personId},
      closed_by = ${writer.personId}, closed_on = ${today}, version = version + 1 where area_id = ${areaId}`
    await expect(alone).rejects.toThrow('check constraint')
  })

  test('that an organisation rejects, or that no longer applies, says why; what still applies says when that was found', async () => {
    const id = await issued()
    await expect(act(id, 'reject', { on: today })).rejects.toMatchObject({ message: 'invalid-answers' })
    await act(id, 'reject', { on: today, words: 'The service was closed.' })
    await act(id, 'reopen', { words: 'Its successor takes it on.' })
    await act(id, 'still-relevant', { on: today })
    expect((await read(id)).recommendation).toMatchObject({ state: 'issued', relevantOn: today })
    await agreed(id)
    await expect(act(id, 'drop', { words: 'Done by law now.' })).rejects.toMatchObject({
      message: 'actions-open',
    })
  })

  test('shows the cases it came from to those with sight of each, and tells nobody else how many', async () => {
    const [seen, hidden] = [CaseId.parse(randomUUID()), CaseId.parse(randomUUID())]
    told.sight.set(writer.personId, [seen, hidden])
    told.sight.set(colleague.personId, [seen])
    const id = await proposed({}, [seen, hidden])
    expect((await read(id)).cases.map(({ caseId }) => caseId).sort()).toEqual([seen, hidden].sort())
    expect((await read(id, colleague)).cases.map(({ caseId }) => caseId)).toEqual([seen])
    const { cases, ...forChair } = await read(id, chair)
    expect(cases).toEqual([])
    expect(JSON.stringify([forChair, await list({}, chair)])).not.toContain(hidden)
    told.sight.set(writer.personId, [seen])
    await expect(proposed({}, [seen, hidden])).rejects.toMatchObject({ message: 'not-found' })
  })

  test('and its actions are screened for who the children were', async () => {
    const caseId = CaseId.parse(randomUUID())
    told.sight.set(writer.personId, [caseId])
    const id = await issued([caseId])
    const actionId = await agreed(id)
    const said = { on: today, words: 'Discussed with the Quillfeather family.' }
    const refused = { message: 'identifiers-in-note' }
    await expect(actOn(id, actionId, 'progress', said)).rejects.toMatchObject(refused)
    await expect(act(id, 'reject', said)).rejects.toMatchObject(refused)
    expect(told.screened.every((one) => one === caseId)).toBe(true)
    expect((await read(id)).entries).toHaveLength(3)
  })
})

describe('the recommendations of an area', () => {
  test('come with those overdue first, are found by code, and say how far their actions are in each year', async () => {
    const late = await issued()
    const lateAction = await agreed(late, addDays(today, 1))
    const other = await proposed({ themes: ['smoking'], factors: [], addressee: council } as object)
    given.clock.set('2026-04-02T10:00:00.000Z')
    const fresh = await issued()
    await agreed(fresh, PlainDate.parse('2026-05-01'))
    const ids = (found: Awaited<ReturnType<typeof list>>) =>
      found.rows.map(({ recommendation }) => recommendation.recommendationId)
    const all = await list()
    expect(ids(all)[0]).toBe(late)
    expect(all.overview).toMatchObject({ 'no-progress': { count: 1, percent: 50 }, all: 2 })
    expect(all.years.map(({ year, overview }) => [year, overview.all])).toEqual([
      ['2026-27', 1],
      ['2025-26', 1],
    ])
    expect(ids(await list({ theme: 'smoking' }))).toEqual([other])
    expect(ids(await list({ factor: 'co-sleeping' })).sort()).toEqual([late, fresh].sort())
    expect(ids(await list({ organisationId: council.organisationId }))).toEqual([other])
    expect(ids(await list({ standing: 'overdue' }))).toContain(late)
    await expect(
      actOn(fresh, (await read(fresh)).actions[0]?.actionId ?? lateAction, 'escalate', {
        on: PlainDate.parse('2026-04-02'),
        words: 'To the chief executive.',
      }),
    ).rejects.toMatchObject({ message: 'not-overdue' })
    await actOn(late, lateAction, 'escalate', {
      on: PlainDate.parse('2026-04-02'),
      words: 'To the chief executive.',
    })
    await actOn(late, lateAction, 'progress', {
      on: PlainDate.parse('2026-04-02'),
      words: 'Half are trained.',
    })
    expect((await list()).overview).toMatchObject({ slipped: { count: 1 }, 'no-progress': { count: 0 } })
  })

  test('are not for another area or another role, and are written only by coordinators and designated doctors', async () => {
    const id = await issued()
    const stranger = givenPerson(['coordinator'])
    await expect(read(id, stranger)).rejects.toMatchObject({ message: 'not-found' })
    await expect(list({}, stranger)).rejects.toMatchObject({ message: 'not-found' })
    await expect(read(id, { ...writer, roles: ['key-worker'] })).rejects.toMatchObject({
      message: 'forbidden',
    })
    await expect(act(id, 'accept', { on: today, who: chair })).rejects.toMatchObject({ message: 'forbidden' })
    const member: Person = { ...chair, roles: ['panel-member'] }
    expect((await read(id, member)).recommendation.state).toBe('issued')
    const { version } = (await read(id)).recommendation
    await expect(act(id, 'confirm-closing', { who: member, version })).rejects.toMatchObject({
      message: 'forbidden',
    })
    await expect(
      (await as(writer)).recommendation.propose({
        areaId,
        key: newKey(),
        caseIds: [],
        words,
        facts: { ...facts, factors: [FactorCode.parse('bad-luck')] },
      }),
    ).rejects.toMatchObject({ message: 'invalid-answers' })
  })

  test('are numbered without a gap or a repeat, however many are proposed at once', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => proposed()))
    const references = await Promise.all(ids.map(async (id) => (await read(id)).recommendation.reference))
    expect(references.sort()).toEqual([1, 2, 3, 4, 5, 6].map((number) => `R-2026-00${number}`))
  })
})

describe('what came of a recommendation', () => {
  test('is who got it and who read it: each day once, whatever is sent again', async () => {
    const id = await proposed()
    const call = (await as(writer)).recommendation
    const of = () => ({ areaId, recommendationId: id, key: newKey(), on: today })
    const sending = { ...of(), organisations: [trust, council] }
    await expect(call.send(sending)).rejects.toMatchObject({ message: 'not-allowed-in-this-state' })
    await act(id, 'issue', { on: today })
    await call.send({ ...sending, key: newKey() })
    given.clock.addDays(3)
    const later = addDays(today, 3)
    await call.send({ ...of(), on: later, organisations: [trust] })
    const { organisationId } = trust
    const early = { ...of(), organisationId, on: addDays(today, -1) }
    await expect(call.acknowledge(early)).rejects.toMatchObject({ message: 'dates-out-of-order' })
    await call.acknowledge({ ...of(), organisationId, on: later })
    await call.acknowledge({ ...of(), organisationId, on: today })
    const { recipients } = await read(id)
    expect(recipients.map((one) => [one.organisationId, one.sentOn, one.acknowledgedOn]).sort()).toEqual(
      [
        [trust.organisationId, today, later],
        [council.organisationId, today, null],
      ].sort(),
    )
    const unknown = { ...of(), organisationId: OrganisationId.parse(randomUUID()) }
    await expect(call.acknowledge(unknown)).rejects.toMatchObject({ message: 'not-found' })
  })

  const counting = (
    id: RecommendationId,
    measures: number,
    count: number,
    aim: { wanted: 'rise' | 'fall'; target: number } | null,
  ) => ({
    areaId,
    recommendationId: id,
    key: newKey(),
    measures,
    measuredOn: today,
    count,
    of: 100,
    aim,
    words: 'An audit of records.',
  })
  test('is claimed, evidenced, and then told by what is measured again against its baseline', async () => {
    const id = await issued()
    const call = (await as(writer)).recommendation
    const effect = async () => (await read(id)).effect
    await act(id, 'accept')
    expect(await effect()).toBeNull()
    await act(id, 'propose-closing', { words: 'The service says so.' })
    expect(await effect()).toBe('claimed')
    await act(id, 'confirm-closing', { who: chair })
    expect(await effect()).toBe('evidenced')
    const none = { message: 'invalid-answers' }
    await expect(call.measure(counting(id, 0, 40, null))).rejects.toMatchObject(none)
    await expect(call.measure(counting(id, 0, 80, { wanted: 'rise', target: 80 }))).rejects.toMatchObject(
      none,
    )
    await call.measure(counting(id, 0, 40, { wanted: 'rise', target: 80 }))
    expect(await effect()).toBe('evidenced')
    const two = await Promise.allSettled([41, 75].map((count) => call.measure(counting(id, 1, count, null))))
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await call.measure(counting(id, 2, 75, null))
    expect(await effect()).toBe('effect-seen')
    const [row] = (await list({ factor: 'co-sleeping' })).rows
    expect(row).toMatchObject({ effect: 'effect-seen', baseline: { count: 40 }, latest: { count: 75 } })
    await call.measure(counting(id, 3, 41, null))
    expect(await effect()).toBe('no-effect')
    const changed = given.test.look`
      insert into factor_analysis.recommendation_measures (area_id, recommendation_id, entry, measured_on, counted, out_of,
        recorded_by, recorded_at)
      values (${areaId}, ${id}, 9, ${today}, 101, 100, ${writer.personId}, ${given.clock.now()})`
    await expect(changed).rejects.toThrow('check constraint')
  })

  test('can be known from similar ones of the area alone, the nearest first', async () => {
    const id = await proposed()
    const call = (await as(writer)).recommendation
    const text = 'Before a baby is ten days old, health visiting assesses where it sleeps.'
    expect((await call.similar({ areaId, text, except: null })).rows).toMatchObject([
      { recommendationId: id },
    ])
    expect((await call.similar({ areaId, text, except: id })).rows).toEqual([])
    const stranger = givenPerson(['coordinator'])
    const own = { areaId: AreaId.parse(stranger.areaIds[0]), text, except: null }
    expect((await (await as(stranger)).recommendation.similar(own)).rows).toEqual([])
    await expect((await as(stranger)).recommendation.similar({ ...own, areaId })).rejects.toMatchObject({
      message: 'not-found',
    })
  })
})
