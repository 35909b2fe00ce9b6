import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  addDays,
  blankSelfAssessment,
  FactorCode,
  InboxId,
  OrganisationId,
  type Person,
  PlainDate,
  type RecommendationId,
  RequestId,
  type SelfAssessmentAnswers,
} from '@cdop/domain'
import { assertActor, procedures, rpcDoor } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import { ReportingYearCode } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { followUp } from '../follow-up/follow-up.ts'
import { callerOf } from '../rpc.ts'

/** A Monday. */
const today = PlainDate.parse('2026-03-02')
const dueOn = PlainDate.parse('2026-03-20')
const year = ReportingYearCode.parse('2025-26')
const trust = { kind: 'hospital' as const, organisationId: OrganisationId.parse(randomUUID()) }
const council = { kind: 'public-health' as const, organisationId: OrganisationId.parse(randomUUID()) }

/** What case-review says: whose mailbox an inbox is. */
const mailboxes = new Map<string, OrganisationId[]>()
const rpc = procedures<null>()
const caseReview = rpc.router({
  inbox: rpc.router({
    organisations: rpc
      .requires('inbox:read')
      .input(z.strictObject({}))
      .output(z.unknown())
      .query(({ ctx: { actor } }) => ({
        organisations: (actor.kind === 'link' ? (mailboxes.get(actor.subject) ?? []) : []).map(
          (organisationId) => ({ organisationId, name: 'Invented Trust' }),
        ),
      })),
  }),
})
let given: GivenService
let areaId: AreaId
let coordinator: Person
let asked: RecommendationId

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
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  coordinator = givenPerson(['coordinator'])
  areaId = AreaId.parse(coordinator.areaIds[0])
  asked = await followed()
})

async function as(actor: Actor) {
  const assertion = await assertActor(given.rings.portal, actor)
  return callerOf(router)({ actor, caller: 'portal', assertion, parts: given.parts })
}
/** Whoever has opened the inbox of a mailbox of these organisations. */
function holding(...organisationIds: OrganisationId[]) {
  const subject = InboxId.parse(randomUUID())
  mailboxes.set(subject, organisationIds)
  return as({ kind: 'link', opens: 'inbox', subject, areaId, requestId: RequestId.parse(randomUUID()) })
}

/** A recommendation to the trust, which was told; the council acts on it. */
async function followed(): Promise<RecommendationId> {
  const { recommendation, action } = await as(coordinator)
  const { recommendationId } = await recommendation.propose({
    areaId,
    key: randomUUID(),
    caseIds: [],
    facts: {
      level: 'local',
      source: 'panel',
      addressee: trust,
      themes: ['safer-sleeping'],
      factors: [FactorCode.parse('co-sleeping')],
      dueOn: addDays(today, 300),
    },
    words: { text: 'Assess sleep at home.', indicator: 'Share assessed', owner: 'Midwifery', origin: null },
  })
  const of = { areaId, recommendationId }
  await recommendation.record({
    ...of,
    key: randomUUID(),
    version: 1,
    act: 'issue',
    on: today,
    words: null,
  })
  const words = { text: 'Train every midwife.', owner: null }
  await action.agree({ ...of, key: randomUUID(), owner: council, dueOn: addDays(today, 300), words })
  return recommendationId
}
const open = async (key = randomUUID()) =>
  (await as(coordinator)).selfAssessment.open({ areaId, year, dueOn, key })
const whole = (evidence = 'An audit.'): SelfAssessmentAnswers => {
  const blank = blankSelfAssessment([asked])
  return {
    answeredBy: 'Head of safeguarding',
    recommendations: blank.recommendations.map((one) => ({ ...one, standing: 'fully', evidence })),
    practice: blank.practice.map((one) => ({ ...one, standing: 'fully', words: 'In the induction.' })),
  }
}
const { organisationId } = trust
const answering = (
  change: Partial<{ edit: number; submit: boolean; key: string; evidence: string }> = {},
) => {
  const { edit = 0, submit = true, key = randomUUID(), evidence } = change
  const version = edit === 0 ? 0 : 1
  return { year, organisationId, version, edit, key, answers: whole(evidence), submit }
}
/** Who was asked so far, and how. */
async function told(of = organisationId): Promise<string[]> {
  const rows = await given.test.look<{ payload: { organisationId: string; step: string } }[]>`
    select payload from factor_analysis.events
    where area_id = ${areaId} and type = 'self-assessment.asked.v1' order by version`
  return rows.filter(({ payload }) => payload.organisationId === of).map(({ payload }) => payload.step)
}
/** What the service does by itself on a day. */
async function itIs(day: string, time = '09:00') {
  given.clock.set(`${day}T${time}:00.000Z`)
  await followUp(given.parts)
  await followUp(given.parts)
}

describe('an organisation answers for itself', () => {
  test('what its mailbox is asked, saved as far as it is and sent once; the coordinator reads it', async () => {
    await open()
    const own = await holding(organisationId)
    expect(await own.selfAssessment.asked({})).toEqual({
      forms: [{ year, organisationId, name: 'Invented Trust', dueOn, recommendations: 1, submitted: false }],
    })
    const form = await own.selfAssessment.openOwn({ year, organisationId })
    expect(form.asked).toMatchObject([{ recommendationId: asked, text: 'Assess sleep at home.' }])
    await own.selfAssessment.answer(answering({ submit: false }))
    const sending = answering({ edit: 1 })
    expect(await own.selfAssessment.answer(sending)).toEqual({ version: 1, edit: 2 })
    expect(await own.selfAssessment.answer(sending)).toEqual({ version: 1, edit: 2 })
    await expect(own.selfAssessment.answer(answering({ edit: 2 }))).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
    expect((await own.selfAssessment.asked({})).forms).toMatchObject([{ submitted: true }])
    const read = await (await as(coordinator)).selfAssessment.readForm({ areaId, year, organisationId })
    expect(read).toMatchObject({ byOrganisation: true, submittedOn: today })
    const audited = await given.test.look<{ action: string }[]>`
      select entry->>'action' as action from factor_analysis.audit_entries
      where area_id = ${areaId} and entry->>'action' like 'self-assessment.%own'`
    expect(new Set(audited.map(({ action }) => action))).toEqual(
      new Set(['self-assessment.open-own', 'self-assessment.save-own', 'self-assessment.submit-own']),
    )
  })

  test('and not for another: its form does not exist for them, and nobody else comes this way', async () => {
    await open()
    const other = await holding(council.organisationId)
    const notFound = { message: 'not-found' }
    await expect(other.selfAssessment.openOwn({ year, organisationId })).rejects.toMatchObject(notFound)
    await expect(other.selfAssessment.answer(answering())).rejects.toMatchObject(notFound)
    const [{ tried } = { tried: 0 }] = await given.test.look<{ tried: number }[]>`
      select count(*)::int as tried from factor_analysis.audit_entries
      where area_id = ${areaId} and entry->>'decision' = 'refused' and entry->'object'->>'id' = ${organisationId}`
    expect(tried).toBe(2)
    expect((await other.selfAssessment.asked({})).forms).toMatchObject(
      [council].map((one) => ({ organisationId: one.organisationId })),
    )
    expect(await (await holding()).selfAssessment.asked({})).toEqual({ forms: [] })
    const person = (await as(coordinator)).selfAssessment
    await expect(person.openOwn({ year, organisationId })).rejects.toMatchObject({ message: 'forbidden' })
    await expect(other.selfAssessment.read({ areaId, year })).rejects.toMatchObject({ message: 'forbidden' })
  })

  test('beside the coordinator, who can still enter it: the later of two that began alike is told so', async () => {
    await open()
    const own = await holding(organisationId)
    const { year: _, ...entered } = answering({ submit: false })
    await (await as(coordinator)).selfAssessment.save({ areaId, year, ...entered })
    await expect(own.selfAssessment.answer(answering())).rejects.toMatchObject({ message: 'stale' })
    await own.selfAssessment.answer(answering({ edit: 1 }))
  })

  test('once: a correction the office writes is not theirs to see or to send', async () => {
    await open()
    const own = await holding(organisationId)
    await own.selfAssessment.answer(answering({ evidence: 'As it was sent.' }))
    const office = await as(coordinator)
    const of = { areaId, year, organisationId }
    await office.selfAssessment.correct({
      ...of,
      key: randomUUID(),
      version: 1,
      edit: 1,
      reason: 'They rang.',
    })
    const { year: _, ...written } = {
      ...answering({ evidence: 'As it is now.', submit: false }),
      version: 2,
      edit: 1,
    }
    await office.selfAssessment.save({ areaId, year, ...written })
    const seen = await own.selfAssessment.openOwn({ year, organisationId })
    expect(seen).toMatchObject({ version: 1, reason: null, submittedOn: today })
    expect(JSON.stringify(seen)).not.toContain('As it is now.')
    const sending = { ...answering(), version: 2, edit: 2 }
    await expect(own.selfAssessment.answer(sending)).rejects.toMatchObject({
      message: 'not-allowed-in-this-state',
    })
  })

  test('without an NHS number or what is missing', async () => {
    await open()
    const own = await holding(organisationId)
    const numbered = own.selfAssessment.answer(answering({ evidence: 'NHS number 999 000 0018' }))
    await expect(numbered).rejects.toMatchObject({ message: 'identifiers-in-note' })
    const blank = { ...answering(), answers: blankSelfAssessment([asked]) }
    await expect(own.selfAssessment.answer(blank)).rejects.toMatchObject({ message: 'invalid-answers' })
  })
})

describe('an organisation that is asked', () => {
  test('is told once when the year is opened, and reminded on working days until it has answered', async () => {
    const key = randomUUID()
    await open(key)
    await open(key)
    expect(await told()).toEqual(['opened'])
    await itIs('2026-03-12')
    expect(await told()).toEqual(['opened'])
    await itIs('2026-03-13', '07:30')
    expect(await told()).toEqual(['opened'])
    await itIs('2026-03-13')
    expect(await told()).toEqual(['opened', 'before'])
    await itIs('2026-03-16')
    expect(await told()).toEqual(['opened', 'before'])
    await itIs('2026-03-20')
    // A Saturday.
    await itIs('2026-03-28')
    expect(await told()).toEqual(['opened', 'before', 'due'])
    await itIs('2026-03-30')
    expect(await told()).toEqual(['opened', 'before', 'due', 'after-first'])
    await itIs('2026-04-07')
    await itIs('2026-05-07')
    expect(await told()).toEqual(['opened', 'before', 'due', 'after-first', 'after-second'])
  })

  test('of a year long over is not mailed, however late the service looks', async () => {
    await open()
    await itIs('2026-04-20')
    expect(await told()).toEqual(['opened'])
  })

  test('hears no more once it has answered; the others do', async () => {
    await open()
    await (await holding(organisationId)).selfAssessment.answer(answering())
    await itIs('2026-03-20')
    expect(await told()).toEqual(['opened'])
    expect(await told(council.organisationId)).toEqual(['opened', 'due'])
  })
})
