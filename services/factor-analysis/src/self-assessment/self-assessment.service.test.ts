import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  addDays,
  blankSelfAssessment,
  FactorCode,
  OrganisationId,
  type Person,
  PlainDate,
  type RecommendationId,
  Role,
  type SelfAssessmentAnswers,
} from '@cdop/domain'
import { assertActor } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import { ReportingYearCode } from '@cdop/statistics'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { callerOf } from '../rpc.ts'

const today = PlainDate.parse('2026-03-02')
const year = ReportingYearCode.parse('2025-26')
const trust = { kind: 'hospital' as const, organisationId: OrganisationId.parse(randomUUID()) }
const council = { kind: 'public-health' as const, organisationId: OrganisationId.parse(randomUUID()) }
let given: GivenService
let areaId: AreaId
let coordinator: Person

beforeAll(async () => {
  given = await givenService('factor-analysis', migrations)
})
afterAll(() => given.drop())
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  coordinator = givenPerson(['coordinator'])
  areaId = AreaId.parse(coordinator.areaIds[0])
})

async function as(actor: Actor) {
  const assertion = await assertActor(given.rings.portal, actor)
  return callerOf(router)({ actor, caller: 'portal', assertion, parts: given.parts })
}
const newKey = () => randomUUID()

/** A recommendation to the trust, which was told; the council acts on it. */
async function followed() {
  const { recommendation, action } = await as(coordinator)
  const { recommendationId } = await recommendation.propose({
    areaId,
    key: newKey(),
    caseIds: [],
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
  await action.agree({ ...of, key: newKey(), owner: council, dueOn: addDays(today, 7), words })
  return recommendationId
}
const open = async (change: { year?: ReportingYearCode; key?: string; dueOn?: PlainDate } = {}) =>
  (await as(coordinator)).selfAssessment.open({
    areaId,
    year,
    dueOn: addDays(today, 20),
    key: newKey(),
    ...change,
  })
const picture = async (who: Person = coordinator) => (await as(who)).selfAssessment.read({ areaId, year })
const form = async (organisationId = trust.organisationId) =>
  (await as(coordinator)).selfAssessment.readForm({ areaId, year, organisationId })
const whole = (asked: readonly RecommendationId[]): SelfAssessmentAnswers => {
  const blank = blankSelfAssessment(asked)
  return {
    answeredBy: 'Head of safeguarding',
    recommendations: blank.recommendations.map((one) => ({
      ...one,
      standing: 'partly',
      evidence: 'An audit.',
      toDo: 'Train the night staff.',
      byOn: addDays(today, 60),
    })),
    practice: blank.practice.map((one) => ({ ...one, standing: 'fully', words: 'In the induction.' })),
  }
}
const save = async (
  answers: SelfAssessmentAnswers,
  { submit = false, version = 0, edit = 0, key = newKey() } = {},
) =>
  (await as(coordinator)).selfAssessment.save({
    areaId,
    year,
    organisationId: trust.organisationId,
    version,
    edit,
    answers,
    submit,
    key,
  })

describe('the self-assessment of a year', () => {
  test('asks whom a recommendation asks and who acts on it, one form each, about what concerns them', async () => {
    const id = await followed()
    const proposed = { ...trust, organisationId: OrganisationId.parse(randomUUID()) }
    await (await as(coordinator)).recommendation.propose({
      areaId,
      key: newKey(),
      caseIds: [],
      facts: {
        level: 'local',
        source: 'panel',
        addressee: proposed,
        themes: ['smoking'],
        factors: [],
        dueOn: null,
      },
      words: { text: 'Not issued.', indicator: null, owner: null, origin: null },
    })
    expect(await open()).toEqual({ forms: 2 })
    const { organisations } = await picture()
    expect(organisations.map(({ organisation }) => organisation)).toEqual(
      expect.arrayContaining([trust, council]),
    )
    expect(organisations).toHaveLength(2)
    expect((await form()).asked).toEqual([
      { recommendationId: id, reference: 'R-2026-001', text: 'Assess sleep at home.' },
    ])
    await expect(form(proposed.organisationId)).rejects.toThrow('not-found')
  })

  test('is opened once, by a day to come, for a year that has begun and has something to ask', async () => {
    await expect(open()).rejects.toThrow('nothing-to-assess')
    await followed()
    await expect(open({ year: ReportingYearCode.parse('2026-27') })).rejects.toThrow('date-in-future')
    await expect(open({ dueOn: addDays(today, -1) })).rejects.toThrow('dates-out-of-order')
    const key = newKey()
    await open({ key })
    await open({ key })
    await expect(open()).rejects.toThrow('self-assessment-open')
  })
})

describe('the form of an organisation', () => {
  test('is saved as far as it is, returned to, and submitted once it is whole', async () => {
    const id = await followed()
    await open()
    const begun = { ...whole([id]), answeredBy: null }
    await save(begun)
    expect(await form()).toMatchObject({ version: 1, edit: 1, answers: begun, submittedOn: null })
    expect((await picture()).organisations.find(({ begun: yes }) => yes)?.counts).toBeNull()
    await expect(save(begun, { submit: true, version: 1, edit: 1 })).rejects.toMatchObject({
      message: 'invalid-answers',
      cause: { fields: ['answeredBy'] },
    })
    await expect(save(whole([id]))).rejects.toThrow('stale')
    const key = newKey()
    await save(whole([id]), { submit: true, version: 1, edit: 1, key })
    await save(whole([id]), { submit: true, version: 1, edit: 1, key })
    expect(await form()).toMatchObject({ version: 1, edit: 2, submittedOn: '2026-03-02' })
    await expect(save(whole([id]), { version: 1, edit: 2 })).rejects.toThrow('not-allowed-in-this-state')
    const said = (await picture()).organisations.find(
      ({ organisation }) => organisation.organisationId === trust.organisationId,
    )
    expect(said).toMatchObject({ counts: { partly: 1, fully: 0 }, submittedOn: '2026-03-02', overdue: false })
  })

  test('is corrected by a new version with a reason, and what was submitted counts until then', async () => {
    const id = await followed()
    await open()
    await save(whole([id]), { submit: true })
    const of = { areaId, year, organisationId: trust.organisationId, version: 1, edit: 1 }
    const { selfAssessment } = await as(coordinator)
    await selfAssessment.correct({ ...of, reason: 'The audit was of another ward.', key: newKey() })
    const done = whole([id])
    const [first] = done.recommendations
    if (first === undefined) throw new Error('one is asked')
    const corrected = { ...done, recommendations: [{ ...first, standing: 'fully' as const }] }
    await save(corrected, { version: 2, edit: 1 })
    const counts = async () => (await picture()).organisations.find(({ begun }) => begun)?.counts
    expect(await counts()).toMatchObject({ partly: 1, fully: 0 })
    await save(corrected, { version: 2, edit: 2, submit: true })
    expect(await counts()).toMatchObject({ partly: 0, fully: 1 })
    expect((await form()).submitted.map(({ version }) => version)).toEqual([2, 1])
    await expect(
      given.test
        .look`update factor_analysis.self_assessment_answers set edit = edit + 1 where area_id = ${areaId}`,
    ).rejects.toThrow('stays as it was')
  })

  test('is late after its day until it is submitted, and names no child', async () => {
    const id = await followed()
    await open()
    given.clock.set('2026-03-23T10:00:00.000Z')
    expect((await picture()).organisations.map(({ overdue }) => overdue)).toEqual([true, true])
    const naming = { ...whole([id]), answeredBy: 'About 999 000 0018' }
    await expect(save(naming)).rejects.toThrow('identifiers-in-note')
  })

  test('is read by coordinator, chair, analyst and scrutineer, written by coordinators; in another area there is none', async () => {
    const id = await followed()
    await open()
    const readers: readonly Role[] = ['coordinator', 'chair', 'analyst', 'scrutineer']
    for (const role of Role.options) {
      const who: Person = { ...givenPerson([role]), areaIds: coordinator.areaIds }
      if (readers.includes(role)) expect((await picture(who)).organisations).toHaveLength(2)
      else await expect(picture(who), role).rejects.toThrow('forbidden')
      if (role === 'coordinator') continue
      const { selfAssessment } = await as(who)
      const of = { areaId, year, organisationId: trust.organisationId, version: 0, edit: 0, key: newKey() }
      await expect(selfAssessment.save({ ...of, answers: whole([id]), submit: true }), role).rejects.toThrow(
        'forbidden',
      )
    }
    const elsewhere = givenPerson(['coordinator'])
    await expect(picture(elsewhere)).rejects.toThrow('not-found')
    const other = AreaId.parse(elsewhere.areaIds[0])
    expect((await (await as(elsewhere)).selfAssessment.list({ areaId: other })).years).toEqual([])
  })
})
