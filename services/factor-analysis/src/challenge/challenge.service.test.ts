import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  addDays,
  CaseId,
  type ChallengeId,
  type ChallengeSubject,
  caseReference,
  FactorCode,
  OrganisationId,
  type Person,
  PlainDate,
  RecommendationId,
  Refusal,
  ReleaseId,
  Role,
} from '@cdop/domain'
import { assertActor, procedures, rpcDoor } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { callerOf } from '../rpc.ts'

/** A Monday: ten working days later is Monday 16 March. */
const today = PlainDate.parse('2026-03-02')
const rpc = procedures<null>()
const caseReview = rpc.router({
  case: rpc.router({
    admit: rpc
      .requires('case:read')
      .input(z.object({ caseIds: z.array(CaseId) }))
      .output(z.unknown())
      .query(({ input }) => ({
        rows: input.caseIds.map((caseId) => ({
          caseId,
          reference: caseReference('LDS', 2026, Uint8Array.of(1, 2, 3, 4, 5, 6)),
        })),
        pass: null,
      })),
    screenWords: rpc
      .requires('identity:screen')
      .input(z.object({ text: z.string() }))
      .output(z.void())
      .query(({ input }) => {
        if (input.text.includes('Quillfeather')) throw new Refusal('identifiers-in-note', ['name'])
      }),
  }),
})

let given: GivenService
let areaId: AreaId
let scrutineer: Person
let coordinator: Person
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
  scrutineer = givenPerson(['scrutineer'])
  areaId = AreaId.parse(scrutineer.areaIds[0])
  coordinator = { ...givenPerson(['coordinator']), areaIds: scrutineer.areaIds }
  chair = { ...givenPerson(['chair']), areaIds: scrutineer.areaIds }
})

async function as(actor: Actor) {
  const assertion = await assertActor(given.rings.portal, actor)
  return callerOf(router)({ actor, caller: 'portal', assertion, parts: given.parts })
}
const newKey = () => randomUUID()
const trust = { kind: 'hospital' as const, organisationId: OrganisationId.parse(randomUUID()) }

/** A recommendation its addressee was told of, from a case, with an action due in a week. */
async function followed(caseIds = [CaseId.parse(randomUUID())]) {
  const { recommendation, action } = await as(coordinator)
  const { recommendationId } = await recommendation.propose({
    areaId,
    key: newKey(),
    caseIds,
    facts: {
      level: 'local',
      source: 'panel',
      addressee: trust,
      themes: ['safer-sleeping'],
      factors: [FactorCode.parse('co-sleeping')],
      dueOn: addDays(today, 30),
    },
    words: { text: 'Assess sleep at home.', indicator: 'Share assessed', owner: 'Midwifery', origin: null },
  })
  const of = { areaId, recommendationId }
  await recommendation.record({ ...of, key: newKey(), version: 1, act: 'issue', on: today, words: null })
  const words = { text: 'Train every midwife.', owner: null }
  const agreed = { ...of, key: newKey(), owner: trust, dueOn: addDays(today, 7), words }
  return { recommendationId, actionId: (await action.agree(agreed)).actionId }
}
const raise = async (
  subject: ChallengeSubject = { kind: 'area' },
  words = 'Why is nothing measured again?',
  key = newKey(),
) => (await (await as(scrutineer)).challenge.raise({ areaId, subject, words, key })).challengeId
const read = async (challengeId: ChallengeId, who: Person = coordinator) =>
  (await as(who)).challenge.read({ areaId, challengeId })
async function say(
  challengeId: ChallengeId,
  act: 'answer' | 'accept' | 'press',
  who: Person = act === 'answer' ? coordinator : scrutineer,
  {
    words = 'As it was asked.',
    version,
    key = newKey(),
  }: { words?: string; version?: number; key?: string } = {},
) {
  const from = version ?? (await read(challengeId)).challenge.version
  return (await as(who)).challenge[act]({ areaId, challengeId, version: from, words, key })
}

describe('a challenge', () => {
  test('is raised, answered, pressed on and accepted, and everything that was said stays in its order', async () => {
    const id = await raise()
    expect((await read(id)).challenge).toMatchObject({
      reference: 'C-2026-001',
      state: 'open',
      dueOn: '2026-03-16',
    })
    await say(id, 'answer', chair, { words: 'It will be in May.' })
    given.clock.set('2026-03-10T10:00:00.000Z')
    await say(id, 'press', scrutineer, { words: 'By whom?' })
    expect((await read(id)).challenge).toMatchObject({ state: 'open', dueOn: '2026-03-24' })
    await say(id, 'answer', coordinator, { words: 'By midwifery.' })
    await say(id, 'accept', scrutineer, { words: 'Good.' })
    const { challenge, entries } = await read(id)
    expect(challenge.state).toBe('accepted')
    expect(entries.map(({ act, words }) => [act, words])).toEqual([
      ['raise', 'Why is nothing measured again?'],
      ['answer', 'It will be in May.'],
      ['press', 'By whom?'],
      ['answer', 'By midwifery.'],
      ['accept', 'Good.'],
    ])
    expect(entries.map(({ recordedBy }) => recordedBy)).toEqual([
      scrutineer.personId,
      chair.personId,
      scrutineer.personId,
      coordinator.personId,
      scrutineer.personId,
    ])
    await expect(say(id, 'press')).rejects.toThrow('not-allowed-in-this-state')
    await expect(say(id, 'answer')).rejects.toThrow('not-allowed-in-this-state')
  })

  test('is late after its day until it is answered, comes first then, and is counted by where it stands', async () => {
    const late = await raise()
    given.clock.set('2026-03-16T10:00:00.000Z')
    expect((await read(late)).overdue).toBe(false)
    given.clock.set('2026-03-17T10:00:00.000Z')
    const answered = await raise()
    await say(answered, 'answer')
    const fresh = await raise()
    const listed = await (await as(coordinator)).challenge.list({ areaId })
    expect(listed.rows.map(({ challengeId }) => challengeId)).toEqual([late, fresh, answered])
    expect(listed.rows.map(({ overdue }) => overdue)).toEqual([true, false, false])
    expect(listed.counts).toEqual({ open: 2, overdue: 1, answered: 1, accepted: 0 })
    await say(late, 'answer')
    expect((await read(late)).overdue).toBe(false)
  })

  test('is about the area, a recommendation, an action of it, or a release, and about nothing the area does not have', async () => {
    const { recommendationId, actionId } = await followed()
    const releaseId = ReleaseId.parse(randomUUID())
    const about = await raise({ kind: 'action', recommendationId, actionId })
    expect(await read(about)).toMatchObject({
      challenge: { subject: { kind: 'action', recommendationId, actionId } },
      about: { recommendation: 'R-2026-001', action: 1 },
    })
    expect((await read(await raise({ kind: 'recommendation', recommendationId }))).about.action).toBeNull()
    expect((await read(await raise({ kind: 'release', releaseId }))).challenge.subject).toEqual({
      kind: 'release',
      releaseId,
    })
    const unknown = RecommendationId.parse(randomUUID())
    await expect(raise({ kind: 'recommendation', recommendationId: unknown })).rejects.toThrow('not-found')
    await expect(raise({ kind: 'action', recommendationId: unknown, actionId })).rejects.toThrow('not-found')
  })

  test('is raised and answered once, however often the button is pressed, and not over what somebody else said', async () => {
    const key = newKey()
    const [first, second] = [await raise(undefined, 'Once?', key), await raise(undefined, 'Once?', key)]
    expect(second).toBe(first)
    const answer = newKey()
    await say(first, 'answer', coordinator, { version: 1, key: answer })
    await say(first, 'answer', coordinator, { version: 1, key: answer })
    expect((await read(first)).entries).toHaveLength(2)
    await expect(say(first, 'accept', scrutineer, { version: 1 })).rejects.toThrow('stale')
  })

  test('names no child: what points at one is refused, and an answer is held against the children it came from', async () => {
    const { recommendationId } = await followed()
    await expect(raise(undefined, 'What of 999 000 0018?')).rejects.toMatchObject({
      message: 'identifiers-in-note',
      cause: { fields: ['nhs-number'] },
    })
    const id = await raise({ kind: 'recommendation', recommendationId })
    await expect(say(id, 'answer', coordinator, { words: 'As for Quillfeather.' })).rejects.toThrow(
      'identifiers-in-note',
    )
    // Neither a chair nor a scrutineer learns from a refusal which child it was.
    await say(id, 'answer', chair, { words: 'As for Quillfeather.' })
    const kept = await given.test.look<{ words: Buffer }[]>`
      select sealed_words as words from factor_analysis.challenge_entries where area_id = ${areaId}
    `
    expect(kept.length).toBe(2)
    expect(kept.some(({ words }) => words.includes('Quillfeather'))).toBe(false)
  })

  test('stays as it was said: the database changes nothing of it and forgets nothing', async () => {
    const id = await raise()
    const { personId } = scrutineer
    await expect(
      given.parts.database.transaction(scrutineer, async (tx) => {
        await tx`update factor_analysis.challenge_entries set recorded_by = ${personId} where challenge_id = ${id}`
      }),
    ).rejects.toThrow()
    await expect(
      given.parts.database.transaction(scrutineer, async (tx) => {
        await tx`update factor_analysis.challenges set state = 'accepted', version = 2 where challenge_id = ${id}`
      }),
    ).rejects.toThrow()
    expect((await read(id)).challenge.state).toBe('open')
  })
})

describe('who has to do with challenges', () => {
  test('only a scrutineer raises and judges, only coordinator and chair answer, the analyst reads', async () => {
    const id = await raise()
    const analyst: Person = { ...givenPerson(['analyst']), areaIds: scrutineer.areaIds }
    expect((await read(id, analyst)).entries).toHaveLength(1)
    for (const who of [coordinator, chair, analyst]) {
      await expect(
        (await as(who)).challenge.raise({ areaId, subject: { kind: 'area' }, words: 'x', key: newKey() }),
      ).rejects.toThrow('forbidden')
    }
    for (const who of [scrutineer, analyst]) await expect(say(id, 'answer', who)).rejects.toThrow('forbidden')
    await say(id, 'answer')
    for (const who of [coordinator, chair, analyst]) {
      await expect(say(id, 'accept', who)).rejects.toThrow('forbidden')
    }
  })

  test('in another area there is no challenge, and everybody else has none', async () => {
    const id = await raise()
    const elsewhere = givenPerson(['scrutineer'])
    await expect(read(id, elsewhere)).rejects.toThrow('not-found')
    const other = AreaId.parse(elsewhere.areaIds[0])
    const theirs = await (await as(elsewhere)).challenge.list({ areaId: other })
    expect(theirs.rows).toEqual([])
    await expect((await as(elsewhere)).challenge.read({ areaId: other, challengeId: id })).rejects.toThrow(
      'not-found',
    )
    const readers: readonly Role[] = ['coordinator', 'chair', 'analyst', 'scrutineer']
    for (const role of Role.options.filter((one) => !readers.includes(one))) {
      const who: Person = { ...givenPerson([role]), areaIds: scrutineer.areaIds }
      await expect(read(id, who), role).rejects.toThrow('forbidden')
    }
  })
})

describe('what a scrutineer sees of an area', () => {
  test('is how far recommendations and actions are, as counts, and nothing of the cases they came from', async () => {
    const caseId = CaseId.parse(randomUUID())
    const { recommendationId } = await followed([caseId])
    await followed([caseId])
    given.clock.set('2026-03-10T10:00:00.000Z')
    await raise()
    const seen = await (await as(scrutineer)).scrutiny.read({ areaId })
    expect(seen).toMatchObject({
      recommendations: { all: 2, open: 2, overdue: 2 },
      actions: {
        'on-time': { count: 0 },
        slipped: { count: 0 },
        'no-progress': { count: 2, percent: 100 },
        all: 2,
      },
      actionsOverdue: 2,
      effects: { 'effect-seen': 0, 'no-effect': 0, 'cannot-tell': 0, 'not-measured': 2 },
      challenges: { open: 1, overdue: 0, answered: 0, accepted: 0 },
    })
    const opened = await (await as(scrutineer)).recommendation.read({ areaId, recommendationId })
    expect(opened.cases).toEqual([])
    expect(JSON.stringify([seen, opened])).not.toContain(caseId)
    expect(
      (await (await as(coordinator)).recommendation.read({ areaId, recommendationId })).cases,
    ).toHaveLength(1)
  })

  test('is read by a scrutineer of that area alone, and audited first', async () => {
    await (await as(scrutineer)).scrutiny.read({ areaId })
    const audited = await given.test.look<{ action: string }[]>`
      select entry->>'action' as action from factor_analysis.audit_entries where area_id = ${areaId}
    `
    expect(audited.map(({ action }) => action)).toContain('scrutiny.read')
    await expect((await as(givenPerson(['scrutineer']))).scrutiny.read({ areaId })).rejects.toThrow(
      'not-found',
    )
    for (const role of Role.options.filter((one) => one !== 'scrutineer')) {
      const who: Person = { ...givenPerson([role]), areaIds: scrutineer.areaIds }
      await expect((await as(who)).scrutiny.read({ areaId }), role).rejects.toThrow('forbidden')
    }
  })
})
