import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  EventEnvelope,
  FactorCode,
  OrganisationId,
  type Person,
  PlainDate,
  type RecommendationId,
  type ReleasedFigure,
  RequestId,
} from '@cdop/domain'
import { assertActor } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import { ReportingYearCode } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { callerOf } from '../rpc.ts'

let given: GivenService
let areaId: AreaId
let writer: Person
const today = PlainDate.parse('2026-06-01')
const year = (code: string) => ReportingYearCode.parse(code)

beforeAll(async () => {
  given = await givenService('factor-analysis', migrations)
})
afterAll(() => given.drop())
beforeEach(() => {
  given.clock.set('2026-06-01T10:00:00.000Z')
  writer = givenPerson(['coordinator'])
  areaId = AreaId.parse(writer.areaIds[0])
})

async function as(actor: Actor, caller: 'portal' | 'reporting' = 'portal') {
  const assertion = caller === 'portal' ? await assertActor(given.rings.portal, actor) : null
  return callerOf(router)({ actor, caller, assertion, parts: given.parts })
}

type Shown = { count: number | null; of?: number | null }
const newRelease = (reportingYear: string, builtAt: string, cells: Record<string, Shown> | null) => {
  const releaseId = randomUUID()
  const shown = Object.entries(cells ?? {}).map(([row, cell]) => ({ row, column: 'total', ...cell }))
  return EventEnvelope.parse({
    id: randomUUID(),
    areaId,
    subject: releaseId,
    version: 1,
    type: 'release-figures.published.v1',
    payload: {
      releaseId,
      reportingYear,
      builtAt,
      tables: [{ tableId: 'R3', measureVersion: 1, cells: shown }],
    },
    recordedAt: builtAt,
    requestId: randomUUID(),
  })
}
async function released(...events: EventEnvelope[]) {
  const requestId = RequestId.parse(randomUUID())
  const actor = { kind: 'service', service: 'reporting', areaId, onBehalfOf: null, requestId } as const
  await (await as(actor, 'reporting')).event.receive({ publisher: 'reporting', events })
}
const release = (reportingYear: string, builtAt: string, cells: Record<string, Shown> | null) =>
  released(newRelease(reportingYear, builtAt, cells))

async function proposed(): Promise<RecommendationId> {
  const facts = {
    level: 'local' as const,
    source: 'panel' as const,
    addressee: { kind: 'hospital' as const, organisationId: OrganisationId.parse(randomUUID()) },
    themes: ['safer-sleeping' as const],
    factors: [FactorCode.parse('co-sleeping')],
    dueOn: today,
  }
  const words = { text: 'Assess safer sleep at home.', indicator: 'Share', owner: 'Midwifery', origin: null }
  const written = { facts, words, caseIds: [], key: randomUUID(), areaId }
  return (await (await as(writer)).recommendation.propose(written)).recommendationId
}
const figure: ReleasedFigure = {
  tableId: 'R3',
  measureVersion: 1,
  row: 'co-sleeping',
  column: 'total',
  statistic: 'percentage',
}
async function name(
  recommendationId: RecommendationId,
  change: Partial<{ figure: ReleasedFigure; target: number; baselineYear: string; indicators: number }> = {},
  who: Person = writer,
) {
  const named = { figure, target: 10, indicators: 0, wanted: 'fall' as const, key: randomUUID(), ...change }
  const baselineYear = year(change.baselineYear ?? '2021-22')
  return (await as(who)).recommendation.nameIndicator({ areaId, recommendationId, ...named, baselineYear })
}
const read = async (recommendationId: RecommendationId) =>
  (await as(writer)).recommendation.read({ areaId, recommendationId })

describe('what a release shows of a figure', () => {
  test('is measured again with each release by itself, and told with the release it came from', async () => {
    const id = await proposed()
    await release('2021-22', '2022-06-01T09:00:00.000Z', { 'co-sleeping': { count: 40, of: 100 } })
    await name(id)
    expect(await read(id)).toMatchObject({ effect: null, indicators: 1 })
    const next = newRelease('2022-23', '2023-06-01T09:00:00.000Z', { 'co-sleeping': { count: 12, of: 100 } })
    await released(next)
    const found = await read(id)
    expect(found.effect).toBe('effect-seen')
    expect(found.released).toMatchObject({ figure, baselineYear: '2021-22', inForce: true })
    expect(found.released?.measures).toMatchObject([
      { reportingYear: '2021-22', standing: 'baseline', value: { kind: 'shown', count: 40, of: 100 } },
      { releaseId: next.subject, standing: 'measure', value: { kind: 'shown', count: 12, of: 100 } },
    ])
    const filter = { theme: null, factor: null, organisationId: null, standing: 'all' as const }
    const [row] = (await (await as(writer)).recommendation.list({ areaId, filter })).rows
    expect(row).toMatchObject({
      effect: 'effect-seen',
      baseline: { count: 40, reportingYear: '2021-22' },
      latest: { count: 12, of: 100, reportingYear: '2022-23', measuredOn: null },
    })
  })

  test('counts once however often the release is told', async () => {
    const id = await proposed()
    const first = newRelease('2021-22', '2022-06-01T09:00:00.000Z', { 'co-sleeping': { count: 40, of: 100 } })
    await released(first)
    await released(first)
    await released(EventEnvelope.parse({ ...first, id: randomUUID(), version: 2 }))
    await name(id)
    expect((await read(id)).released?.measures).toHaveLength(1)
  })

  test('that is hidden, withheld or measured otherwise is no number, and nobody can tell', async () => {
    const id = await proposed()
    await release('2021-22', '2022-06-01T09:00:00.000Z', { 'co-sleeping': { count: 40, of: 100 } })
    await name(id)
    await release('2022-23', '2023-06-01T09:00:00.000Z', { 'co-sleeping': { count: 12, of: 100 } })
    await release('2023-24', '2024-06-01T09:00:00.000Z', { 'co-sleeping': { count: null, of: 100 } })
    const hidden = await read(id)
    expect(hidden.effect).toBe('cannot-tell')
    expect(hidden.released?.measures.at(-1)?.value).toEqual({ kind: 'hidden' })
    await release('2024-25', '2025-06-01T09:00:00.000Z', null)
    expect((await read(id)).released?.measures.at(-1)?.value).toEqual({ kind: 'hidden' })
    await release('2025-26', '2026-06-01T09:00:00.000Z', { other: { count: 5, of: 100 } })
    const absent = await read(id)
    expect(absent.released?.measures.at(-1)?.value).toEqual({ kind: 'absent' })
    expect(absent.effect).toBe('cannot-tell')
  })

  test('of a year released again takes the place of the one before, which is kept', async () => {
    const id = await proposed()
    await release('2021-22', '2022-06-01T09:00:00.000Z', { 'co-sleeping': { count: 40, of: 100 } })
    await name(id)
    // The later one is heard first: what counts is when it was built.
    await release('2022-23', '2024-06-01T09:00:00.000Z', { 'co-sleeping': { count: 41, of: 100 } })
    await release('2022-23', '2023-06-01T09:00:00.000Z', { 'co-sleeping': { count: 12, of: 100 } })
    const found = await read(id)
    expect(found.effect).toBe('no-effect')
    expect(found.released?.measures).toMatchObject([
      { standing: 'baseline' },
      { standing: 'replaced', value: { count: 12 } },
      { standing: 'measure', value: { count: 41 } },
    ])
  })

  test('is of the area alone', async () => {
    const id = await proposed()
    await release('2021-22', '2022-06-01T09:00:00.000Z', { 'co-sleeping': { count: 40, of: 100 } })
    const stranger = givenPerson(['coordinator'])
    await expect(name(id, {}, stranger)).rejects.toMatchObject({ message: 'not-found' })
    const elsewhere = AreaId.parse(stranger.areaIds[0])
    const offered = await (await as(stranger)).recommendation.figures({ areaId: elsewhere, tableId: 'R3' })
    expect(offered).toEqual({ years: [] })
    const member = { ...givenPerson(['panel-member']), areaIds: writer.areaIds }
    await expect(name(id, {}, member)).rejects.toMatchObject({ message: 'forbidden' })
  })
})

describe('a figure is named', () => {
  test('from what releases show: the newest of each year', async () => {
    await release('2021-22', '2022-06-01T09:00:00.000Z', { 'co-sleeping': { count: 40, of: 100 } })
    await release('2021-22', '2023-06-01T09:00:00.000Z', { 'co-sleeping': { count: 41, of: 100 } })
    await release('2022-23', '2023-06-01T09:00:00.000Z', null)
    const offered = await (await as(writer)).recommendation.figures({ areaId, tableId: 'R3' })
    expect(offered.years).toMatchObject([
      { reportingYear: '2022-23', tableIds: [], table: null },
      { reportingYear: '2021-22', tableIds: ['R3'], table: { cells: [{ count: 41 }] } },
    ])
  })

  test('once by two clicks, and not over one that somebody named meanwhile', async () => {
    const id = await proposed()
    await release('2021-22', '2022-06-01T09:00:00.000Z', { 'co-sleeping': { count: 40, of: 100 } })
    const key = randomUUID()
    const call = (await as(writer)).recommendation
    const named = {
      figure,
      target: 10,
      wanted: 'fall' as const,
      baselineYear: year('2021-22'),
      indicators: 0,
    }
    const twice = () => call.nameIndicator({ areaId, recommendationId: id, ...named, key })
    expect(await twice()).toEqual({ indicators: 1 })
    expect(await twice()).toEqual({ indicators: 1 })
    await expect(name(id)).rejects.toMatchObject({ message: 'stale' })
    expect(await name(id, { indicators: 1, target: 20 })).toEqual({ indicators: 2 })
    expect((await read(id)).released).toMatchObject({ target: 20 })
  })

  test('only where its baseline is shown and has not reached what is aimed at', async () => {
    const id = await proposed()
    await release('2021-22', '2022-06-01T09:00:00.000Z', {
      'co-sleeping': { count: 40, of: 100 },
      smoking: { count: null, of: 100 },
    })
    const wrong = { message: 'invalid-answers' }
    await expect(name(id, { figure: { ...figure, row: 'smoking' } })).rejects.toMatchObject(wrong)
    await expect(name(id, { figure: { ...figure, row: 'never' } })).rejects.toMatchObject(wrong)
    await expect(name(id, { baselineYear: '2019-20' })).rejects.toMatchObject(wrong)
    await expect(name(id, { target: 40 })).rejects.toMatchObject(wrong)
    const count = { ...figure, statistic: 'count' as const }
    await expect(name(id, { figure: count, target: 41 })).rejects.toMatchObject(wrong)
    expect(await name(id, { figure: count, target: 20 })).toEqual({ indicators: 1 })
    await release('2022-23', '2023-06-01T09:00:00.000Z', { 'co-sleeping': { count: 10, of: 100 } })
    expect((await read(id)).effect).toBe('effect-seen')
  })

  test('beside what was typed before, which stays; a baseline typed afterwards counts again', async () => {
    const id = await proposed()
    const call = (await as(writer)).recommendation
    const counted = (measures: number, count: number, aim: { wanted: 'rise'; target: number } | null) =>
      call.measure({
        ...{ areaId, recommendationId: id, key: randomUUID(), measures, measuredOn: today },
        ...{ count, of: 100, aim, words: null },
      })
    await counted(0, 40, { wanted: 'rise', target: 80 })
    await counted(1, 75, null)
    await release('2021-22', '2022-06-01T09:00:00.000Z', { 'co-sleeping': { count: 40, of: 100 } })
    await name(id)
    const named = await read(id)
    expect(named.measures).toHaveLength(2)
    expect(named.effect).toBeNull()
    await counted(2, 50, { wanted: 'rise', target: 80 })
    await counted(3, 49, null)
    const anew = await read(id)
    expect(anew.effect).toBe('no-effect')
    expect(anew.released?.inForce).toBe(false)
  })
})
