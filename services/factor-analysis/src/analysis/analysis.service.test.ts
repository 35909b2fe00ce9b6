import { randomUUID } from 'node:crypto'
import { givenPerson, wallFaults } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  actorKey,
  CaseId,
  EventEnvelope,
  PanelAgency,
  PanelMeetingId,
  type Person,
  PlainDate,
  Refusal,
  RequestId,
  type ServiceActor,
  type ServiceName,
} from '@cdop/domain'
import {
  ANALYSIS_FORM,
  type Answers,
  answersFrom,
  formInForce,
  formVersion,
  statutoryForms,
} from '@cdop/forms'
import { assertActor, issuePass, procedures, rpcDoor } from '@cdop/rpc'
import { walkRouter } from '@cdop/rpc/testing'
import { type GivenService, givenService } from '@cdop/service/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { callerOf } from '../rpc.ts'

const meeting = PanelMeetingId.parse(randomUUID())
const form = formInForce(statutoryForms, ANALYSIS_FORM, '2026-03-02')

/** What case-review says of the meeting: a real door speaking the real protocol. */
const deliberation = {
  quorate: true,
  heldOn: '2026-02-20',
  missing: [] as string[][],
  firstReviewedOn: null as string | null,
  familyQuestionsOpen: 0,
  factsOnly: false,
}
const rpc = procedures<null>()
const caseReview = rpc.router({
  panelMeeting: rpc.router({
    deliberation: rpc
      .requires('analysis:agree')
      .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
      .output(
        z.strictObject({
          panelMeetingId: PanelMeetingId,
          heldOn: PlainDate,
          quorate: z.boolean(),
          counted: z.number(),
          missing: z.array(z.array(PanelAgency)),
          firstReviewedOn: PlainDate.nullable(),
          familyQuestionsOpen: z.number(),
        }),
      )
      .query(() => {
        if (deliberation.factsOnly) throw new Refusal('present-for-facts-only')
        return {
          panelMeetingId: meeting,
          heldOn: PlainDate.parse(deliberation.heldOn),
          quorate: deliberation.quorate,
          counted: 5,
          missing: z.array(z.array(PanelAgency)).parse(deliberation.missing),
          firstReviewedOn: PlainDate.nullable().parse(deliberation.firstReviewedOn),
          familyQuestionsOpen: deliberation.familyQuestionsOpen,
        }
      }),
  }),
})

let given: GivenService
let mine: Person
let caseId: CaseId

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
  mine = givenPerson(['chair'])
  caseId = CaseId.parse(randomUUID())
  Object.assign(deliberation, {
    quorate: true,
    heldOn: '2026-02-20',
    missing: [],
    firstReviewedOn: null,
    familyQuestionsOpen: 0,
    factsOnly: false,
  })
})

async function as(actor: Actor) {
  const assertion = await assertActor(given.rings.portal, actor)
  return callerOf(router)({ actor, caller: 'portal', assertion, parts: given.parts })
}

const passOf = (actor: Person, fieldClasses: ('analysis' | 'pack')[] = ['analysis']) =>
  issuePass(given.rings['case-review'], {
    holder: actorKey(actor),
    caseIds: [caseId],
    fieldClasses,
    requestId: actor.requestId,
  })

const areaOf = (actor: Person) => AreaId.parse(actor.areaIds[0])

function complete(modifiability: string, modifiable: 'yes' | 'no' = 'yes'): Answers {
  const none = { answer: 'none-identified' }
  return answersFrom(form, {
    analysis: {
      categories: ['8', '9'],
      domains: {
        intrinsic: {
          answer: 'factors',
          factors: [{ code: 'prematurity', description: 'Born at 25 weeks', relevance: '2', modifiable }],
        },
        social: none,
        physical: none,
        service: { answer: 'no-information' },
      },
      modifiability,
    },
  })
}

async function drafted(
  actor: Person,
  answers: Answers,
  version = 0,
  key: string = randomUUID(),
  madeIn = form.version,
) {
  const pass = await passOf(actor)
  const caller = await as(actor)
  return caller.analysis.saveDraft({
    areaId: areaOf(actor),
    caseId,
    pass,
    key,
    version,
    formVersion: madeIn,
    answers,
  })
}

async function agreed(actor: Person, version: number, key: string = randomUUID()) {
  const pass = await passOf(actor)
  return (await as(actor)).analysis.agree({ areaId: areaOf(actor), caseId, pass, key, version })
}

const eventsAbout = () =>
  given.test.look`select payload from factor_analysis.events where subject = ${caseId} order by version`

const serviceOf = (service: ServiceName, areaId: AreaId): ServiceActor => ({
  kind: 'service',
  service,
  areaId,
  onBehalfOf: null,
  requestId: RequestId.parse(randomUUID()),
})

describe('the panel agrees an analysis', () => {
  test('category, factors and outcome become one event of codes, without a word anybody wrote', async () => {
    const { version } = await drafted(mine, complete('modifiable-factors-identified'))
    const outcome = await agreed(mine, version)
    expect(outcome).toEqual({ primaryCategory: 8, modifiability: 'modifiable-factors-identified' })
    const [event] = await eventsAbout()
    expect(event?.['payload']).toMatchObject({
      reviewedOn: '2026-02-20',
      primaryCategory: 8,
      factors: [{ domain: 'intrinsic', code: 'prematurity', relevance: 2, modifiable: true }],
    })
    expect(JSON.stringify(event)).not.toContain('25 weeks')
  })

  test('a draft of a form that never was is refused, as an answer that is wrong', async () => {
    const pass = await passOf(mine)
    const draft = { areaId: areaOf(mine), caseId, pass, key: randomUUID(), version: 0, answers: {} }
    await expect(
      (await as(mine)).analysis.saveDraft({ ...draft, formVersion: 'never.was' }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST', message: 'invalid-answers' })
  })

  test('a second click is the same agreement, and one event', async () => {
    const { version } = await drafted(mine, complete('modifiable-factors-identified'))
    const key = randomUUID()
    expect(await agreed(mine, version, key)).toEqual(await agreed(mine, version, key))
    expect(await eventsAbout()).toHaveLength(1)
  })

  test('agreeing again with another form is refused', async () => {
    const { version } = await drafted(mine, complete('modifiable-factors-identified'))
    await agreed(mine, version)
    await expect(agreed(mine, version + 1)).rejects.toMatchObject({ message: 'analysis-agreed' })
    await expect(drafted(mine, complete('no-modifiable-factors'), version + 1)).rejects.toMatchObject({
      message: 'analysis-agreed',
    })
  })

  test('a panel that is not quorate for this case agrees nothing', async () => {
    const { version } = await drafted(mine, complete('modifiable-factors-identified'))
    Object.assign(deliberation, { quorate: false, missing: [['police']] })
    await expect(agreed(mine, version)).rejects.toMatchObject({ message: 'panel-not-quorate' })
    expect(await eventsAbout()).toHaveLength(0)
  })

  test('a panel that has not answered what the family asked of it agrees nothing', async () => {
    const { version } = await drafted(mine, complete('modifiable-factors-identified'))
    Object.assign(deliberation, { familyQuestionsOpen: 1 })
    await expect(agreed(mine, version)).rejects.toMatchObject({ message: 'family-not-answered' })
    expect(await eventsAbout()).toHaveLength(0)
    Object.assign(deliberation, { familyQuestionsOpen: 0 })
    await agreed(mine, version)
    expect(await eventsAbout()).toHaveLength(1)
  })

  test('a chair who is present for the facts alone agrees nothing', async () => {
    const { version } = await drafted(mine, complete('modifiable-factors-identified'))
    Object.assign(deliberation, { factsOnly: true })
    await expect(agreed(mine, version)).rejects.toMatchObject({ message: 'present-for-facts-only' })
    expect(await eventsAbout()).toHaveLength(0)
  })

  test('a meeting that has not been held yet agrees nothing', async () => {
    const { version } = await drafted(mine, complete('modifiable-factors-identified'))
    Object.assign(deliberation, { heldOn: '2026-03-03' })
    await expect(agreed(mine, version)).rejects.toMatchObject({ message: 'date-in-future' })
  })

  test.each([
    ['modifiable-factors-identified', 'no'],
    ['no-modifiable-factors', 'yes'],
  ] as const)('%s with modifiable "%s" contradicts itself', async (outcome, modifiable) => {
    const { version } = await drafted(mine, complete(outcome, modifiable))
    await expect(agreed(mine, version)).rejects.toMatchObject({
      message: 'modifiability-contradicts-factors',
    })
  })

  test('inadequate information needs a reason', async () => {
    const { version } = await drafted(mine, complete('inadequate-information', 'no'))
    await expect(agreed(mine, version)).rejects.toMatchObject({ message: 'analysis-incomplete' })
  })

  test('an unfinished form can be kept, and cannot be agreed', async () => {
    const { version } = await drafted(mine, { categories: ['4'] })
    await expect(agreed(mine, version)).rejects.toMatchObject({ message: 'analysis-incomplete' })
  })
})

describe('who may see and change an analysis', () => {
  test('two chairs at once: the later is told, and nothing is overwritten', async () => {
    const { version } = await drafted(mine, complete('modifiable-factors-identified'))
    await drafted(mine, { categories: ['1'] }, version)
    await expect(drafted(mine, { categories: ['2'] }, version)).rejects.toMatchObject({ message: 'stale' })
  })

  test('without a pass for this case it does not exist', async () => {
    const { version } = await drafted(mine, complete('modifiable-factors-identified'))
    const caller = await as(mine)
    const input = { areaId: areaOf(mine), caseId }
    await expect(caller.analysis.read({ ...input, pass: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const narrow = await passOf(mine, ['pack'])
    await expect(caller.analysis.read({ ...input, pass: narrow })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    const others = await passOf(givenPerson(['chair']))
    await expect(
      caller.analysis.agree({ ...input, pass: others, version, key: randomUUID() }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('another area sees nothing even with the ids', async () => {
    await drafted(mine, complete('modifiable-factors-identified'))
    const theirs = givenPerson(['chair'])
    const view = await (await as(theirs)).analysis.read({
      areaId: areaOf(theirs),
      caseId,
      pass: await passOf(theirs),
    })
    expect(view.state).toBe('none')
  })

  test('reading leaves an audit entry in the same transaction', async () => {
    await drafted(mine, complete('modifiable-factors-identified'))
    const view = await (await as(mine)).analysis.read({
      areaId: areaOf(mine),
      caseId,
      pass: await passOf(mine),
    })
    expect(view.state).toBe('draft')
    const rows = await given.test.look`
      select entry from factor_analysis.audit_entries where area_id = ${areaOf(mine)} and entry->>'action' = 'analysis.read'`
    expect(rows).toHaveLength(1)
  })

  test('no word a panel wrote stands readable in any table', async () => {
    await drafted(mine, complete('modifiable-factors-identified'))
    const [dump] = await given.test.look<{ found: number }[]>`
      select count(*)::int as found from factor_analysis.analyses a
      where a::text like '%25 weeks%' or position('25 weeks'::bytea in a.sealed_answers) > 0`
    expect(dump?.found).toBe(0)
  })

  test('the database itself keeps an agreed analysis as it is', async () => {
    const { version } = await drafted(mine, complete('modifiable-factors-identified'))
    await agreed(mine, version)
    await expect(
      given.parts.database.transaction(
        mine,
        (tx) => tx`update factor_analysis.analyses set state = 'draft' where case_id = ${caseId}`,
      ),
    ).rejects.toThrow()
  })
})

describe('a review that begins again', () => {
  const reopened = async (number = 1) => {
    const actor = serviceOf('case-review', areaOf(mine))
    const event = EventEnvelope.parse({
      id: randomUUID(),
      areaId: areaOf(mine),
      subject: caseId,
      version: number,
      type: 'case.reopened.v1',
      payload: {
        caseId,
        number,
        reason: 'new-medical-finding',
        reopenedOn: '2026-03-02',
        firstReviewedOn: '2026-02-20',
      },
      recordedAt: given.clock.now(),
      requestId: actor.requestId,
    })
    const call = callerOf(router)({ actor, caller: 'case-review', assertion: null, parts: given.parts })
    // As after a crash between the delivery and its note.
    for (const _ of [1, 2]) await call.event.receive({ publisher: 'case-review', events: [event] })
  }
  const read = async () =>
    (await as(mine)).analysis.read({ areaId: areaOf(mine), caseId, pass: await passOf(mine) })
  const write = (statement: string) =>
    given.parts.database.transaction(mine, (tx) => tx.unsafe(`${statement} where case_id = '${caseId}'`))

  test('has a next version that begins as a copy; the one agreed stays readable as it was', async () => {
    const { version } = await drafted(mine, complete('modifiable-factors-identified'))
    await agreed(mine, version)
    const first = await read()
    await reopened()
    const begun = await read()
    expect(begun).toMatchObject({
      state: 'draft',
      revision: 2,
      answers: first.answers,
      differences: [],
      earlier: [{ revision: 1, agreed: first.agreed, sections: first.sections }],
    })

    const next = await drafted(mine, complete('no-modifiable-factors', 'no'), begun.version)
    const changed = await read()
    expect(changed.differences.map(({ before, now }) => [before, now])).toEqual(
      expect.arrayContaining([['Yes', 'No']]),
    )
    expect(changed.earlier).toEqual(begun.earlier)
    Object.assign(deliberation, { heldOn: '2026-03-02', firstReviewedOn: '2026-02-20' })
    expect(await agreed(mine, next.version)).toMatchObject({ modifiability: 'no-modifiable-factors' })
    const payloads = (await eventsAbout()).map(({ payload }) => payload)
    expect(payloads).toMatchObject([
      { analysisVersion: 2 },
      { analysisVersion: 5, revision: 2, firstReviewedOn: '2026-02-20', reviewedOn: '2026-03-02' },
    ])
    expect(payloads[0]).not.toHaveProperty('revision')
    await reopened(2)
    expect((await read()).earlier.map(({ revision }) => revision)).toEqual([2, 1])
  })

  test('goes on in the form asked by then: what was agreed stays in its own, and nothing of it is left behind', async () => {
    const learning = 'What an invented panel learned, all in one.'
    const first = { ...complete('modifiable-factors-identified'), 'learning-points': learning }
    const { version } = await drafted(mine, first)
    await agreed(mine, version)
    const before = await read()
    const was = given.clock.now()
    given.clock.set('2026-11-02T09:00:00Z')
    try {
      await reopened()
      const begun = await read()
      expect(begun).toMatchObject({ state: 'draft', formVersion: '2026-11-01', differences: [] })
      expect(begun.answers).toMatchObject({ learning: [{ 'learning-point': learning }] })
      expect(begun.earlier).toMatchObject([{ revision: 1, sections: before.sections }])

      await expect(agreed(mine, begun.version)).rejects.toMatchObject({ message: 'analysis-incomplete' })
      const later = formVersion(statutoryForms, ANALYSIS_FORM, begun.formVersion)
      const answers = later.draftSchema.parse({
        ...begun.answers,
        learning: [{ 'learning-point': learning }, { 'learning-point': 'A second one' }],
        'perinatal-kinds': ['immaturity-or-prematurity'],
        'referral-police': 'no',
        'referral-coroner': 'already-done',
        'referral-hse': 'no',
        'referral-cspr': 'no',
      })
      const next = await drafted(mine, answers, begun.version, randomUUID(), later.version)
      expect((await read()).differences).toEqual(
        expect.arrayContaining([expect.objectContaining({ before: null, now: 'A second one' })]),
      )
      await agreed(mine, next.version)
      expect((await eventsAbout()).at(-1)?.['payload']).toMatchObject({
        perinatalKinds: ['immaturity-or-prematurity'],
        domains: expect.arrayContaining([{ domain: 'social', relevance: expect.any(Number) }]),
      })
      expect(await read()).toMatchObject({ state: 'agreed', earlier: [{ sections: before.sections }] })
    } finally {
      given.clock.set(was)
    }
  })

  test('of which nothing was agreed here begins with nothing, and a draft that is there goes on', async () => {
    await reopened()
    expect((await read()).state).toBe('none')
    const { version } = await drafted(mine, complete('modifiable-factors-identified'))
    await reopened(2)
    expect(await read()).toMatchObject({ state: 'draft', revision: 1, version })
  })

  test('the database writes no agreed version, changes none, deletes none and adds none out of turn', async () => {
    const { version } = await drafted(mine, complete('modifiable-factors-identified'))
    await expect(write('update factor_analysis.analyses set revision = 2')).rejects.toThrow(/23514/)
    await agreed(mine, version)
    const table = 'factor_analysis.analyses'
    const columns = 'area_id, case_id, version, form_version, sealed_answers, saved_at'
    for (const statement of [
      `update ${table} set modifiability = 'no-modifiable-factors'`,
      `delete from ${table}`,
      `insert into ${table} (${columns}, revision, state) select ${columns}, 3, 'draft' from ${table}`,
      `insert into ${table} (${columns}, revision, state) select ${columns}, 2, 'draft' from ${table}`,
      `insert into ${table} (${columns}, revision, state, panel_meeting_id, reviewed_on, primary_category, modifiability)
        select ${columns}, 2, 'agreed', panel_meeting_id, reviewed_on, 1, modifiability from ${table}`,
      `insert into factor_analysis.analysis_factors select area_id, case_id, 9, domain, code, relevance, modifiable, revision
        from factor_analysis.analysis_factors`,
      'update factor_analysis.analysis_factors set modifiable = false',
      'delete from factor_analysis.analysis_factors',
    ]) {
      await expect(write(statement), statement).rejects.toThrow()
      await expect(
        given.test.look.unsafe(`${statement} where case_id = '${caseId}'`),
        statement,
      ).rejects.toThrow(/agreed|version|drafted/)
    }
  })
})

describe('the room keeps its walls', () => {
  test('every procedure names a permission and parses what comes in and goes out', () => {
    const procedures = walkRouter(router)
    expect(procedures.length).toBeGreaterThanOrEqual(5)
    for (const procedure of procedures) {
      expect(procedure).toMatchObject({
        permission: expect.any(String),
        hasOutput: true,
        inputIsStrict: true,
      })
    }
  })

  test('every table declares its class, and tenant tables have forced walls', async () => {
    expect(await wallFaults(given.test.look, 'factor_analysis')).toEqual([])
  })
})
