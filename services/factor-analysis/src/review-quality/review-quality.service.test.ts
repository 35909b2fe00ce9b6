import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  actorKey,
  CaseId,
  caseReference,
  PanelMeetingId,
  type Person,
  type PersonId,
  PlainDate,
  QualityAnswers,
  QualityQuestion,
  Refusal,
} from '@cdop/domain'
import { ANALYSIS_FORM, answersFrom, formInForce, statutoryForms } from '@cdop/forms'
import { assertActor, issuePass, procedures, rpcDoor } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { callerOf } from '../rpc.ts'

const meeting = PanelMeetingId.parse(randomUUID())
const form = formInForce(statutoryForms, ANALYSIS_FORM, '2026-03-02')

/** What case-review says: a real door speaking the real protocol, with an answer made of this. */
const says = { decidedBy: [] as PersonId[], withheld: [] as CaseId[] }
const rpc = procedures<null>()
const ofCase = z.strictObject({ areaId: AreaId, caseId: CaseId })
const caseReview = rpc.router({
  panelMeeting: rpc.router({
    deliberation: rpc
      .requires('analysis:agree')
      .input(ofCase)
      .output(z.unknown())
      .query(() => ({
        panelMeetingId: meeting,
        heldOn: '2026-02-20',
        quorate: true,
        counted: 5,
        missing: [],
        firstReviewedOn: null,
      })),
  }),
  reviewQuality: rpc.router({
    decided: rpc
      .requires('review-quality:draw')
      .input(z.strictObject({ areaId: AreaId, agreed: z.array(z.unknown()) }))
      .output(z.unknown())
      .query(({ input: { agreed } }) =>
        agreed.map((one) => ({
          caseId: z.object({ caseId: CaseId }).parse(one).caseId,
          reference: caseReference('LDS', 2026, Buffer.from('abcdef')),
          kind: 'standard',
          decidedBy: says.decidedBy,
        })),
      ),
    open: rpc
      .requires('review-quality:answer')
      .input(ofCase)
      .output(z.unknown())
      .query(({ input: { caseId: asked } }) => {
        if (says.withheld.includes(asked)) throw new Refusal('not-found')
        return {
          reference: 'LDS-2026-4F7M2H-Q',
          ageBand: '0-27d',
          monthOfDeath: '2026-01',
          sex: 'female',
          expectedness: 'unexpected',
          placeOfDeath: 'home',
          summary: 'A baby died.',
          withheld: 0,
          noAnswer: [],
          returns: [],
          familyQuestions: [{ body: 'panel', asked: 2, open: 1 }],
          reviewedBefore: [],
        }
      }),
    withheld: rpc
      .requires('review-quality:read')
      .input(z.strictObject({ areaId: AreaId }))
      .output(z.unknown())
      .query(() => says.withheld),
  }),
})

let given: GivenService
let area: AreaId
let coordinator: Person
let chair: Person
let doctor: Person

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
  area = AreaId.parse(randomUUID())
  coordinator = givenPerson(['coordinator'], area)
  chair = givenPerson(['chair'], area)
  doctor = givenPerson(['designated-doctor'], area)
  Object.assign(says, { decidedBy: [chair.personId], withheld: [] })
})

async function as(actor: Actor) {
  const assertion = await assertActor(given.rings.portal, actor)
  return callerOf(router)({ actor, caller: 'portal', assertion, parts: given.parts })
}

async function givenAgreed(): Promise<CaseId> {
  const caseId = CaseId.parse(randomUUID())
  const pass = await issuePass(given.rings['case-review'], {
    holder: actorKey(chair),
    caseIds: [caseId],
    fieldClasses: ['analysis'],
    requestId: chair.requestId,
  })
  const of = { areaId: area, caseId, pass }
  const none = { answer: 'none-identified' }
  const answers = answersFrom(form, {
    analysis: {
      categories: ['4'],
      domains: { intrinsic: none, social: none, physical: none, service: none },
      modifiability: 'no-modifiable-factors',
    },
  })
  const { analysis } = await as(chair)
  const { version } = await analysis.saveDraft({
    ...of,
    key: randomUUID(),
    version: 0,
    formVersion: form.version,
    answers,
  })
  await analysis.agree({ ...of, key: randomUUID(), version })
  return caseId
}

const drawing = () => ({
  areaId: area,
  agreedFrom: PlainDate.parse('2026-01-01'),
  percent: 100,
  fewest: 1,
  key: randomUUID(),
})
async function drawnReviews(number = 1) {
  for (let at = 0; at < number; at += 1) await givenAgreed()
  await (await as(coordinator)).reviewQuality.draw(drawing())
  return (await (await as(coordinator)).reviewQuality.list({ areaId: area })).reviews
}
const answering = (answer: 'met' | 'not-met' | 'cannot-tell' = 'met') =>
  QualityAnswers.parse(Object.fromEntries(QualityQuestion.options.map((question) => [question, answer])))

async function firstOf() {
  const [review] = await drawnReviews()
  if (review === undefined) throw new Error('a review was drawn')
  return { areaId: area, reviewId: review.reviewId }
}

describe('finished reviews', () => {
  test('are drawn once however often it is clicked, with rule and seed kept, and the seed told to nobody', async () => {
    await givenAgreed()
    const { reviewQuality } = await as(coordinator)
    const asked = drawing()
    const { sampleId } = await reviewQuality.draw(asked)
    expect(await reviewQuality.draw(asked)).toEqual({ sampleId, drawn: 1 })
    await expect(reviewQuality.draw(drawing())).rejects.toMatchObject({ message: 'nothing-to-look-at' })
    const listed = await reviewQuality.list({ areaId: area })
    const [row] = await given.test.look<{ seed: string }[]>`
      select seed from factor_analysis.quality_samples where area_id = ${area}
    `
    expect(row?.seed).toHaveLength(32)
    expect(JSON.stringify(listed)).not.toContain(row?.seed)
    const late = { ...drawing(), agreedFrom: PlainDate.parse('2026-03-03') }
    await expect(reviewQuality.draw(late)).rejects.toMatchObject({ message: 'date-in-future' })
    await expect((await as(chair)).reviewQuality.draw(drawing())).rejects.toMatchObject({
      message: 'forbidden',
    })
    const stranger = givenPerson(['coordinator'])
    await expect((await as(stranger)).reviewQuality.list({ areaId: area })).rejects.toMatchObject({
      message: 'not-found',
    })
  })

  test('are looked at by somebody who did not decide them, once, and stay as they were found', async () => {
    const of = await firstOf()
    const found = { ...of, key: randomUUID(), answers: answering(), note: 'The family asked twice' }
    const decided = { message: 'reviewer-decided' }
    await expect((await as(chair)).reviewQuality.open(of)).rejects.toMatchObject(decided)
    await expect((await as(chair)).reviewQuality.answer(found)).rejects.toMatchObject(decided)
    await expect((await as(coordinator)).reviewQuality.answer(found)).rejects.toMatchObject({
      message: 'forbidden',
    })
    const { reviewQuality } = await as(doctor)
    expect(await reviewQuality.open(of)).toMatchObject({
      found: null,
      pack: { summary: 'A baby died.' },
      familyQuestions: [{ asked: 2, open: 1 }],
    })
    await reviewQuality.answer(found)
    await reviewQuality.answer(found)
    await expect(reviewQuality.answer({ ...found, key: randomUUID() })).rejects.toMatchObject({
      message: 'quality-answered',
    })
    expect((await reviewQuality.open(of)).found).toMatchObject({
      note: 'The family asked twice',
      on: '2026-03-02',
    })
    const rows = await given.test.look`select * from factor_analysis.quality_reviews where area_id = ${area}`
    expect(JSON.stringify(rows)).not.toContain('The family asked')
    const change = given.parts.database.transaction(
      doctor,
      (tx) =>
        tx`update factor_analysis.quality_reviews set answered_on = '2026-03-01' where area_id = ${area}`,
    )
    await expect(change).rejects.toThrow()
  })

  test('the database refuses who decided the case, whatever the software says', async () => {
    const { reviewId } = await firstOf()
    const change = given.parts.database.transaction(
      doctor,
      (tx) => tx`
        update factor_analysis.quality_reviews
        set answers = ${tx.json(answering())}, checklist = '2026-11-22', answered_by = ${chair.personId}, answered_on = '2026-03-02'
        where area_id = ${area} and review_id = ${reviewId}`,
    )
    await expect(change).rejects.toThrow()
  })

  test('of a child somebody has a conflict of interest in are not there for them, to list, read or answer', async () => {
    const caseId = await givenAgreed()
    await (await as(coordinator)).reviewQuality.draw(drawing())
    const { reviews } = await (await as(doctor)).reviewQuality.list({ areaId: area })
    says.withheld = [caseId]
    const { reviewQuality } = await as(doctor)
    expect((await reviewQuality.list({ areaId: area })).reviews).toEqual([])
    const of = { areaId: area, reviewId: reviews[0]?.reviewId ?? '' }
    await expect(reviewQuality.open(of)).rejects.toMatchObject({ message: 'not-found' })
    await expect(
      reviewQuality.answer({ ...of, key: randomUUID(), answers: answering(), note: null }),
    ).rejects.toMatchObject({ message: 'not-found' })
  })
})

test('what was found of them is told from ten on, by question with its interval, and of no case', async () => {
  const drawn = await drawnReviews(11)
  const { reviewQuality } = await as(doctor)
  for (const [at, { reviewId }] of drawn.entries()) {
    if (at === 9) {
      const few = await reviewQuality.figures({ areaId: area })
      expect(few.lookedAt).toBeNull()
      expect(few.questions.every(({ judged }) => judged === null)).toBe(true)
    }
    const answers = {
      ...answering(at < 6 ? 'met' : 'not-met'),
      ...(at > 3 && { timely: 'cannot-tell' as const }),
    }
    if (at < 10)
      await reviewQuality.answer({ areaId: area, reviewId, key: randomUUID(), answers, note: null })
  }
  const figures = await reviewQuality.figures({ areaId: area })
  expect(figures.lookedAt).toBe(10)
  const of = (question: string) => figures.questions.find((one) => one.question === question)?.judged
  // The published Wilson interval of 6 of 10.
  const share = of('family-heard')?.share
  expect(share).toMatchObject({ percent: 60 })
  expect(
    share?.kind === 'percentage' && [share.interval.low.toFixed(1), share.interval.high.toFixed(1)],
  ).toEqual(['31.3', '83.2'])
  expect(of('timely')).toBeNull()
  expect(JSON.stringify(figures)).not.toMatch(/LDS|review_?id/i)
  await expect(
    (await as(givenPerson(['panel-member'], area))).reviewQuality.figures({ areaId: area }),
  ).rejects.toMatchObject({
    message: 'forbidden',
  })
})
