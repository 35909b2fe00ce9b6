import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  actorKey,
  CaseId,
  type FieldClass,
  type Person,
  PlainDate,
  Refusal,
  ReviewMeetingId,
  ReviewMeetingKind,
} from '@cdop/domain'
import { ANALYSIS_FORM, type Answers, answersFrom, formInForce, statutoryForms } from '@cdop/forms'
import { assertActor, issuePass, procedures, rpcDoor } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { callerOf } from '../rpc.ts'

const form = formInForce(statutoryForms, ANALYSIS_FORM, '2026-03-02')
const heldOn = PlainDate.parse('2026-02-20')

/** What case-review says of the meetings of the case: a real door speaking the real protocol. */
type Held = { caseId: CaseId; heldOn: PlainDate | null; open: boolean }
const told = { meetings: new Map<string, Held>(), screened: [] as string[] }
const rpc = procedures<null>()
const OfMeeting = z.strictObject({ areaId: AreaId, caseId: CaseId, reviewMeetingId: ReviewMeetingId })
const caseReview = rpc.router({
  reviewMeeting: rpc.router({
    draftable: rpc
      .requires('meeting-analysis:draft')
      .input(OfMeeting)
      .output(z.strictObject({ caseId: CaseId, heldOn: PlainDate.nullable(), open: z.boolean() }))
      .query(({ input }) => {
        const meeting = told.meetings.get(input.reviewMeetingId)
        if (meeting === undefined) throw new Refusal('not-found')
        return meeting
      }),
    screenDraft: rpc
      .requires('meeting-analysis:draft')
      .input(OfMeeting.extend({ texts: z.array(z.string().max(20_000)) }))
      .output(z.void())
      .query(({ input }) => {
        told.screened.push(...input.texts)
        if (input.texts.some((text) => text.includes('Quillfeather'))) {
          throw new Refusal('identifiers-in-summary', ['name'])
        }
      }),
    beforePanel: rpc
      .requires('analysis:read')
      .input(OfMeeting.omit({ reviewMeetingId: true }))
      .output(
        z.strictObject({
          meetings: z.array(
            OfMeeting.omit({ areaId: true }).extend({ kind: ReviewMeetingKind, heldOn: PlainDate }),
          ),
        }),
      )
      .query(() => ({
        meetings: [...told.meetings].flatMap(([id, meeting]) =>
          meeting.heldOn === null
            ? []
            : [
                {
                  reviewMeetingId: ReviewMeetingId.parse(id),
                  caseId: meeting.caseId,
                  kind: 'hospital-mortality-meeting' as const,
                  heldOn: meeting.heldOn,
                },
              ],
        ),
      })),
  }),
})

let given: GivenService
let areaId: AreaId
let writer: Person
let chair: Person
let caseId: CaseId
let reviewMeetingId: ReviewMeetingId

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

const meetingOf = (of: CaseId, changed: Partial<Held> = {}) => {
  const id = ReviewMeetingId.parse(randomUUID())
  told.meetings.set(id, { caseId: of, heldOn, open: true, ...changed })
  return id
}
beforeEach(() => {
  told.meetings.clear()
  told.screened.length = 0
  writer = givenPerson(['coordinator'])
  areaId = AreaId.parse(writer.areaIds[0])
  chair = { ...givenPerson(['chair']), areaIds: writer.areaIds }
  caseId = CaseId.parse(randomUUID())
  reviewMeetingId = meetingOf(caseId)
})

async function as(actor: Actor) {
  const assertion = await assertActor(given.rings.portal, actor)
  return callerOf(router)({ actor, caller: 'portal', assertion, parts: given.parts })
}
const passOf = (actor: Person, fieldClass: FieldClass) =>
  issuePass(given.rings['case-review'], {
    holder: actorKey(actor),
    caseIds: [caseId],
    fieldClasses: [fieldClass],
    requestId: actor.requestId,
  })
const asked = async (actor: Person = writer) => ({
  areaId,
  caseId,
  reviewMeetingId,
  pass: await passOf(actor, 'agency-return'),
})
const read = async (actor: Person = writer) => (await as(actor)).meetingAnalysis.read(await asked(actor))
async function saved(answers: Answers, version = 0, { by = writer, key = randomUUID() } = {}) {
  const draft = { key, version, formVersion: form.version, answers }
  return (await as(by)).meetingAnalysis.saveDraft({ ...(await asked(by)), ...draft })
}
async function finished(version: number, reason: string | null = null, key: string = randomUUID()) {
  return (await as(writer)).meetingAnalysis.finish({ ...(await asked()), key, version, reason })
}
const corrected = async (version: number, key: string = randomUUID()) =>
  (await as(writer)).meetingAnalysis.correct({ ...(await asked()), key, version })
const forPanel = async () =>
  (await as(chair)).meetingAnalysis.forPanel({ areaId, caseId, pass: await passOf(chair, 'analysis') })
const analysis = async () =>
  (await as(chair)).analysis.read({ areaId, caseId, pass: await passOf(chair, 'analysis') })
async function begun(revision = 1, { by = chair, key = randomUUID(), of = reviewMeetingId } = {}) {
  const begin = { areaId, caseId, key, reviewMeetingId: of, revision }
  return (await as(by)).analysis.beginFromMeeting({ ...begin, pass: await passOf(by, 'analysis') })
}
const events = () =>
  given.test.look`select type, payload from factor_analysis.events where area_id = ${areaId} order by version`

const view = (description: string): Answers =>
  answersFrom(form, {
    analysis: {
      categories: ['8'],
      domains: {
        intrinsic: {
          answer: 'factors',
          factors: [{ code: 'prematurity', description, relevance: '2', modifiable: 'no' }],
        },
      },
    },
  })

describe('the view of a review meeting', () => {
  test('is written down bit by bit, may stay unfinished, and is sent to the panel once: a code and no word leaves', async () => {
    expect(await read()).toMatchObject({ state: 'none', version: 0, mayWrite: true, sent: [] })
    const { version } = await saved({ categories: ['8'] })
    await saved(view('Born at 25 weeks'), version)
    expect(await forPanel()).toEqual({ meetings: [], mayBegin: true })
    const key = randomUUID()
    expect(await finished(2, null, key)).toEqual({ revision: 1 })
    expect(await finished(2, null, key)).toEqual({ revision: 1 })
    expect(told.screened).toEqual(['Born at 25 weeks'])
    expect(await events()).toEqual([
      {
        type: 'meeting-analysis.finished.v1',
        payload: {
          caseId,
          reviewMeetingId,
          revision: 1,
          finishedOn: '2026-03-02',
          finishedBy: writer.personId,
        },
      },
    ])
    expect(await forPanel()).toMatchObject({
      mayBegin: true,
      meetings: [
        { reviewMeetingId, heldOn, revision: 1, sentOn: '2026-03-02', reason: null, compared: null },
      ],
    })
    const [dump] = await given.test.look<{ found: number }[]>`
      select count(*)::int as found from factor_analysis.meeting_drafts d
      where d::text like '%25 weeks%' or position('25 weeks'::bytea in d.sealed_answers) > 0`
    expect(dump?.found).toBe(0)
  })

  test('is never sent with the name of the child in it: the kind is said, not the name, and it can be put right', async () => {
    await saved(view('What happened to Quillfeather'))
    const refused = await finished(1).catch((thrown: unknown) => thrown)
    expect(refused).toMatchObject({ message: 'identifiers-in-summary' })
    expect(JSON.stringify(refused)).not.toContain('Quillfeather')
    expect(await events()).toEqual([])
    await saved(view('What happened'), 1)
    expect(await finished(2)).toEqual({ revision: 1 })
  })

  test('is held to the rules of the form as far as it goes, and with nothing in it is not sent', async () => {
    await saved({})
    await expect(finished(1)).rejects.toMatchObject({ message: 'analysis-incomplete' })
    await saved({ ...view('x'), modifiability: 'modifiable-factors-identified' }, 1)
    expect(await finished(2)).toEqual({ revision: 1 })
    await corrected(3)
    const none = { 'social-answer': 'none-identified', 'physical-answer': 'none-identified' }
    const all = { ...view('x'), ...none, 'service-answer': 'no-information' }
    await saved({ ...all, modifiability: 'modifiable-factors-identified' }, 4)
    await expect(finished(5, 'A mistake')).rejects.toMatchObject({
      message: 'modifiability-contradicts-factors',
    })
  })

  test('once sent is corrected only by a further one with its reason; the panel reads the old until then', async () => {
    await saved(view('The first view'))
    await finished(1)
    await expect(saved(view('Changed'), 2)).rejects.toMatchObject({ message: 'not-allowed-in-this-state' })
    const key = randomUUID()
    expect(await corrected(2, key)).toEqual({ version: 3 })
    expect(await corrected(2, key)).toEqual({ version: 3 })
    await expect(corrected(2)).rejects.toMatchObject({ message: 'stale' })
    await saved(view('The second view'), 3)
    await expect(finished(4)).rejects.toMatchObject({ message: 'invalid-answers' })
    expect(JSON.stringify(await forPanel())).toContain('The first view')
    await expect(finished(4, 'Quillfeather was mixed up')).rejects.toMatchObject({
      message: 'identifiers-in-summary',
    })
    await finished(4, 'A result was mixed up')
    const now = await forPanel()
    expect(now.meetings).toMatchObject([{ revision: 2, reason: 'A result was mixed up' }])
    expect(JSON.stringify(now)).not.toContain('The first view')
    expect((await read()).sent.map(({ revision }) => revision)).toEqual([2, 1])
    expect((await events()).map(({ payload }) => payload.revision)).toEqual([1, 2])
  })

  test('of two who write at once the later is told, and nothing is overwritten', async () => {
    const both = await Promise.allSettled([saved(view('One')), saved(view('Other'))])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await saved(view('Next'), 1)
    await expect(saved(view('Late'), 1)).rejects.toMatchObject({ message: 'stale' })
    const sent = await Promise.allSettled([finished(2), finished(2)])
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await events()).toHaveLength(1)
  })

  test('is drafted of each meeting apart, and only of one that was held in a case before its review', async () => {
    await saved(view('Of the first'))
    await finished(1)
    reviewMeetingId = meetingOf(caseId)
    await saved(view('Of the second'))
    await finished(1)
    expect((await forPanel()).meetings).toHaveLength(2)
    for (const changed of [{ heldOn: null }, { open: false }]) {
      reviewMeetingId = meetingOf(caseId, changed)
      expect(await read()).toMatchObject({ mayWrite: false })
      await expect(saved(view('Not yet'))).rejects.toMatchObject({ message: 'not-allowed-in-this-state' })
    }
  })

  test('is not there without a pass for the case, nor for a meeting case-review does not know, another area, or the panel', async () => {
    await saved(view('Ours'))
    const mine = await asked()
    const caller = await as(writer)
    const narrow = await passOf(writer, 'analysis')
    for (const wrong of [
      { ...mine, pass: narrow },
      { ...mine, reviewMeetingId: ReviewMeetingId.parse(randomUUID()) },
    ]) {
      await expect(caller.meetingAnalysis.read(wrong)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    }
    const theirs = givenPerson(['coordinator'])
    const elsewhere = {
      ...mine,
      areaId: AreaId.parse(theirs.areaIds[0]),
      pass: await passOf(theirs, 'agency-return'),
    }
    expect(await (await as(theirs)).meetingAnalysis.read(elsewhere)).toMatchObject({ state: 'none' })
    await expect(read(chair)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(caller.meetingAnalysis.forPanel({ areaId, caseId, pass: narrow })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const doctor = { ...givenPerson(['designated-doctor']), areaIds: writer.areaIds }
    expect(await read(doctor)).toMatchObject({ state: 'draft' })
  })
})

describe('the panel', () => {
  test('begins its own from what a meeting sent, once; what the meeting sent stays, and nothing of it is counted', async () => {
    await saved(view('The meeting’s own words'))
    await finished(1)
    const key = randomUUID()
    expect(await begun(1, { key })).toEqual({ version: 1 })
    expect(await begun(1, { key })).toEqual({ version: 1 })
    await expect(begun()).rejects.toMatchObject({ message: 'analysis-begun' })
    expect(await analysis()).toMatchObject({
      state: 'draft',
      revision: 1,
      version: 1,
      answers: view('The meeting’s own words'),
    })
    expect((await forPanel()).mayBegin).toBe(false)
    expect((await events()).map(({ type }) => type)).toEqual(['meeting-analysis.finished.v1'])
    expect(
      await given.test.look`select 1 from factor_analysis.analysis_factors where area_id = ${areaId}`,
    ).toEqual([])
  })

  test('is told when a meeting corrects what its analysis began from, and of no other meeting', async () => {
    await saved(view('First'))
    await finished(1)
    const first = reviewMeetingId
    reviewMeetingId = meetingOf(caseId)
    await saved(view('Of another meeting'))
    await finished(1)
    await corrected(2)
    await finished(3, 'A slip')
    await begun(1, { of: first })
    const told = async () =>
      new Map((await forPanel()).meetings.map((one) => [one.reviewMeetingId, one.correctedSinceBegun]))
    expect(await told()).toEqual(
      new Map([
        [first, false],
        [reviewMeetingId, false],
      ]),
    )
    const another = reviewMeetingId
    reviewMeetingId = first
    await corrected(2)
    expect((await told()).get(first)).toBe(false)
    await finished(3, 'A result was mixed up')
    expect(await told()).toEqual(
      new Map([
        [first, true],
        [another, false],
      ]),
    )
  })

  test('never begins over what the chair has put down, nor from what was corrected since or never sent', async () => {
    await saved(view('First'))
    await expect(begun()).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await finished(1)
    await corrected(2)
    await finished(3, 'A mistake')
    await expect(begun(1)).rejects.toMatchObject({ message: 'stale' })
    const both = await Promise.allSettled([begun(2), begun(2)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const pass = await passOf(chair, 'analysis')
    const typed = { areaId, caseId, pass, key: randomUUID(), version: 1, formVersion: form.version }
    await (await as(chair)).analysis.saveDraft({ ...typed, answers: { categories: ['1'] } })
    await expect(begun(2)).rejects.toMatchObject({ message: 'analysis-begun' })
    expect((await analysis()).answers).toEqual({ categories: ['1'] })
  })

  test('reads what the meeting of a merged case sent, under the key of that case, and begins from it', async () => {
    reviewMeetingId = meetingOf(CaseId.parse(randomUUID()))
    await saved(view('Of the other record'))
    await finished(1)
    await begun()
    expect((await analysis()).answers).toEqual(view('Of the other record'))
  })

  test('sees of what it agreed where the meeting said the same, otherwise or nothing', async () => {
    await saved(view('Born early'))
    await finished(1)
    const rest = { 'social-answer': 'none-identified', 'physical-answer': 'none-identified' }
    const agreed = { ...view('Born early'), ...rest, categories: ['9'], 'service-answer': 'no-information' }
    const pass = await passOf(chair, 'analysis')
    const typed = { areaId, caseId, pass, key: randomUUID(), version: 0, formVersion: form.version }
    await (await as(chair)).analysis.saveDraft({
      ...typed,
      answers: { ...agreed, modifiability: 'no-modifiable-factors' },
    })
    // As the panel agrees it, for which the whole of a quorate meeting is needed elsewhere.
    await given.test.look`
      update factor_analysis.analyses set state = 'agreed', version = 2, panel_meeting_id = ${randomUUID()},
        reviewed_on = '2026-03-02', primary_category = 9, modifiability = 'no-modifiable-factors'
      where area_id = ${areaId}`
    const [meeting] = (await forPanel()).meetings
    const said = Object.fromEntries((meeting?.compared ?? []).map((one) => [one.label, one.meeting]))
    expect(said).toMatchObject({
      'Category of death': 'different',
      'Factor 1: Factor': 'same',
      Modifiability: 'nothing',
    })
    await expect(begun()).rejects.toMatchObject({ message: 'analysis-agreed' })
    // The review begins again, from what the panel agreed: what the meeting thought stays beside it.
    await given.test.look`
      insert into factor_analysis.analyses (area_id, case_id, revision, state, version, form_version, sealed_answers, saved_at)
      select area_id, case_id, 2, 'draft', 3, form_version, sealed_answers, saved_at from factor_analysis.analyses
      where area_id = ${areaId}`
    expect(await forPanel()).toMatchObject({
      mayBegin: false,
      meetings: [{ reviewMeetingId, compared: null }],
    })
    await expect(begun()).rejects.toMatchObject({ message: 'analysis-begun' })
  })
})

test('the database changes and deletes nothing that was sent, and adds nothing out of turn', async () => {
  await saved(view('Sent'))
  const write = (statement: string) =>
    given.test.look.unsafe(`${statement} where area_id = '${areaId}'`).then(() => 'written')
  const table = 'factor_analysis.meeting_drafts'
  const columns = 'area_id, review_meeting_id, case_id, form_version, sealed_answers, saved_by, saved_at'
  const copy = (revision: number, version: number, state = 'draft') =>
    `insert into ${table} (${columns}, revision, version, state) select ${columns}, ${revision}, ${version}, '${state}' from ${table}`
  for (const statement of [
    copy(2, 9),
    copy(2, 9, 'finished'),
    `update ${table} set case_id = gen_random_uuid(), version = 2`,
    `update ${table} set version = 1`,
    `delete from ${table}`,
  ]) {
    await expect(write(statement), statement).rejects.toThrow(/sent|meeting|correction/)
  }
  await finished(1)
  for (const statement of [
    `update ${table} set version = 9, state = 'draft', finished_on = null, finished_by = null`,
    `update ${table} set version = 9`,
    `delete from ${table}`,
    copy(3, 9),
    copy(2, 2),
  ]) {
    await expect(write(statement), statement).rejects.toThrow(/sent|correction/)
  }
  await begun()
  await expect(
    write('update factor_analysis.analyses set begun_from = null, begun_from_revision = null'),
  ).rejects.toThrow(/began from/)
})
