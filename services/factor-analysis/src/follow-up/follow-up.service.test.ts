import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  addDays,
  EventId,
  FactorCode,
  OrganisationId,
  type Person,
  PlainDate,
  RequestId,
  type ServiceActor,
} from '@cdop/domain'
import { type GivenService, givenService } from '@cdop/service/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { callerOf } from '../rpc.ts'
import { followUp } from './follow-up.ts'

// A Monday.
const today = PlainDate.parse('2026-03-02')
let given: GivenService
let areaId: AreaId
let writer: Person
const trust = { kind: 'hospital' as const, organisationId: OrganisationId.parse(randomUUID()) }
const council = { kind: 'public-health' as const, organisationId: OrganisationId.parse(randomUUID()) }

beforeAll(async () => {
  given = await givenService('factor-analysis', migrations)
})
afterAll(() => given.drop())
beforeEach(() => {
  given.clock.set(`${today}T10:00:00.000Z`)
  writer = givenPerson(['coordinator'])
  areaId = AreaId.parse(writer.areaIds[0])
})

const as = (actor: Actor) =>
  callerOf(router)({ actor, caller: 'portal', assertion: null, parts: given.parts })

/** A recommendation to the trust, issued, due in some days, with an action of the council. */
async function followed(dueIn: number, actionDueIn: number) {
  const facts = {
    level: 'local' as const,
    source: 'panel' as const,
    addressee: trust,
    themes: ['safer-sleeping' as const],
    factors: [FactorCode.parse('co-sleeping')],
    dueOn: addDays(today, dueIn),
  }
  const words = {
    text: 'Assess sleep at home.',
    indicator: 'Share assessed',
    owner: 'Midwifery',
    origin: null,
  }
  const { recommendation, action } = as(writer)
  const { recommendationId } = await recommendation.propose({
    areaId,
    key: randomUUID(),
    facts,
    words,
    caseIds: [],
  })
  const of = { areaId, recommendationId, key: randomUUID() }
  await recommendation.record({ ...of, version: 1, act: 'issue', on: today, words: null })
  const agreed = { owner: council, dueOn: addDays(today, actionDueIn) }
  await action.agree({ ...of, key: randomUUID(), ...agreed, words: { text: 'Train them.', owner: null } })
  return recommendationId
}
const published = async (type: string) =>
  (
    await given.test.look<{ payload: Record<string, unknown> }[]>`
      select payload from factor_analysis.events where area_id = ${areaId} and type = ${type} order by recorded_at`
  ).map(({ payload }) => payload)
const filter = { theme: null, factor: null, organisationId: null, standing: 'all' as const }
const tracker = () => as(writer).recommendation.list({ areaId, filter })

describe('owners', () => {
  test('are mailed each week what is overdue or due in fourteen days, by references and days alone', async () => {
    await followed(10, 30)
    await followed(40, 3)
    await followUp(given.parts)
    const made = await published('owner-digest.made.v1')
    expect(made.map(({ organisationId, lines }) => [organisationId, lines])).toEqual(
      expect.arrayContaining([
        [trust.organisationId, [{ reference: 'R-2026-001', dueOn: addDays(today, 10) }]],
        [council.organisationId, [{ reference: 'R-2026-002 action 1', dueOn: addDays(today, 3) }]],
      ]),
    )
    expect(made).toHaveLength(2)
    expect((await tracker()).digests).toMatchObject([
      { weekOf: today, overdue: 0, due: 1, outcome: null },
      { weekOf: today, overdue: 0, due: 1, outcome: null },
    ])
  })

  test('get one mail for a week, whatever runs twice or begins anew, and another in the next', async () => {
    await followed(3, 30)
    await Promise.all([followUp(given.parts), followUp(given.parts)])
    await followUp(given.parts)
    given.clock.addDays(1)
    await followUp(given.parts)
    expect(await published('owner-digest.made.v1')).toHaveLength(1)
    given.clock.addDays(6)
    await followUp(given.parts)
    expect(await published('owner-digest.made.v1')).toHaveLength(2)
    expect((await tracker()).digests).toMatchObject([{ weekOf: addDays(today, 7), overdue: 1 }])
  })

  test('are mailed from eight in the morning on working days alone', async () => {
    await followed(3, 30)
    for (const at of ['2026-03-02T07:59:00.000Z', '2026-03-07T12:00:00.000Z', '2026-04-06T12:00:00.000Z']) {
      given.clock.set(at)
      await followUp(given.parts)
    }
    expect(await published('owner-digest.made.v1')).toEqual([])
  })

  test('stand on the tracker with what became of the mail: the first that is heard of stays', async () => {
    await followed(3, 30)
    await followUp(given.parts)
    const [made] = await published('owner-digest.made.v1')
    const digestId = String(made?.['digestId'])
    const service = 'case-review' as const
    const requestId = RequestId.parse(randomUUID())
    const actor: ServiceActor = { kind: 'service', service, areaId, onBehalfOf: null, requestId }
    for (const [at, outcome] of ['sent', 'no-mailbox'].entries()) {
      const event = { id: EventId.parse(randomUUID()), areaId, subject: digestId, version: at + 1, requestId }
      const mailed = { type: 'owner-digest.mailed.v1' as const, payload: { digestId, outcome } }
      const recordedAt = given.clock.now()
      await callerOf(router)({ actor, caller: service, assertion: null, parts: given.parts }).event.receive({
        publisher: service,
        events: [{ ...event, ...mailed, recordedAt }],
      })
    }
    expect((await tracker()).digests).toMatchObject([{ outcome: 'sent' }])
  })
})

describe('what has been overdue for fourteen days', () => {
  test('is taken further by itself, once, with the day on the tracker and in the history', async () => {
    const recommendationId = await followed(2, 1)
    given.clock.set('2026-03-18T10:00:00.000Z')
    await Promise.all([followUp(given.parts), followUp(given.parts)])
    expect(await published('recommendation.escalated.v1')).toEqual([{ on: '2026-03-18', recommendations: 1 }])
    const read = await as(writer).recommendation.read({ areaId, recommendationId })
    expect(read.recommendation.escalatedOn).toBe('2026-03-18')
    expect(read.actions[0]?.escalatedOn).toBe('2026-03-18')
    expect(read.entries.filter(({ act }) => act === 'escalate-by-itself')).toMatchObject([
      { actionId: null, recordedBy: null },
      { recordedBy: null },
    ])
    given.clock.set('2026-03-24T10:00:00.000Z')
    await followUp(given.parts)
    expect(await published('recommendation.escalated.v1')).toHaveLength(1)
  })

  test('is left alone while it is less, or once it is settled', async () => {
    const recommendationId = await followed(30, 1)
    const { actions } = await as(writer).recommendation.read({ areaId, recommendationId })
    const actionId = actions[0]?.actionId
    if (actionId === undefined) throw new Error('the action is there')
    given.clock.set('2026-03-18T10:00:00.000Z')
    const said = { act: 'drop' as const, on: PlainDate.parse('2026-03-18'), words: 'Done by law now.' }
    await as(writer).action.record({
      areaId,
      recommendationId,
      actionId,
      key: randomUUID(),
      version: 1,
      ...said,
    })
    await followUp(given.parts)
    expect(await published('recommendation.escalated.v1')).toEqual([])
  })
})
