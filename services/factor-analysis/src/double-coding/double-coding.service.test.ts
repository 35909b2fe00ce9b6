import { randomUUID } from 'node:crypto'
import { givenPerson, wallFaults } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  actorKey,
  CaseId,
  caseReference,
  EventEnvelope,
  FactorCode,
  type FieldClass,
  PanelMeetingId,
  type Person,
  type PersonId,
  PlainDate,
  Refusal,
  RequestId,
} from '@cdop/domain'
import { ANALYSIS_FORM, type Answers, answersFrom, formInForce, statutoryForms } from '@cdop/forms'
import { assertActor, issuePass, procedures, rpcDoor } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { callerOf } from '../rpc.ts'

const [firstMeeting, secondMeeting] = [PanelMeetingId.parse(randomUUID()), PanelMeetingId.parse(randomUUID())]
const form = formInForce(statutoryForms, ANALYSIS_FORM, '2026-03-02')

/** What case-review says: a real door speaking the real protocol, with an answer made of this. */
const says = {
  firstDecidedBy: [] as PersonId[],
  secondDecidedBy: [] as PersonId[],
  quorate: true,
  heldOn: '2026-02-25',
  withheld: [] as CaseId[],
  refuses: null as 'not-found' | 'statement-not-signed' | null,
}
const admitted = () => {
  if (says.refuses !== null) throw new Refusal(says.refuses)
}
const rpc = procedures<null>()
const ofCoding = z.strictObject({ areaId: AreaId, caseId: CaseId, panelMeetingId: PanelMeetingId })
const caseReview = rpc.router({
  panelMeeting: rpc.router({
    deliberation: rpc
      .requires('analysis:agree')
      .input(z.strictObject({ areaId: AreaId, caseId: CaseId }))
      .output(z.unknown())
      .query(() => ({
        panelMeetingId: firstMeeting,
        heldOn: '2026-02-20',
        quorate: true,
        counted: 5,
        missing: [],
        firstReviewedOn: null,
        familyQuestionsOpen: 0,
      })),
  }),
  secondCoding: rpc.router({
    candidates: rpc
      .requires('double-coding:arrange')
      .input(z.strictObject({ areaId: AreaId, panelMeetingId: PanelMeetingId, agreed: z.array(z.unknown()) }))
      .output(z.unknown())
      .query(({ input: { agreed } }) =>
        agreed.map((one) => ({
          caseId: z.object({ caseId: CaseId }).parse(one).caseId,
          reference: caseReference('LDS', 2026, Buffer.from('abcdef')),
          kind: 'standard',
          decidedBy: says.firstDecidedBy,
          mayBeCoded: !says.firstDecidedBy.some((person) => says.secondDecidedBy.includes(person)),
        })),
      ),
    open: rpc
      .requires('double-coding:code')
      .input(ofCoding)
      .output(z.unknown())
      .query(() => {
        admitted()
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
          familyQuestions: [],
          reviewedBefore: [{ reason: 'new-information', monthReviewed: '2025-12' }],
        }
      }),
    deliberation: rpc
      .requires('double-coding:code')
      .input(ofCoding)
      .output(z.unknown())
      .query(() => {
        admitted()
        return {
          quorate: says.quorate,
          counted: 5,
          more: says.quorate ? 0 : 1,
          missing: says.quorate ? [] : [['police']],
          heldOn: says.heldOn,
          decidedBy: says.secondDecidedBy,
        }
      }),
    withheld: rpc
      .requires('double-coding:read')
      .input(z.strictObject({ areaId: AreaId }))
      .output(z.unknown())
      .query(() => says.withheld),
  }),
})

let given: GivenService
let area: AreaId
let coordinator: Person
let first: Person
let second: Person
let third: Person
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
  area = AreaId.parse(randomUUID())
  coordinator = givenPerson(['coordinator'], area)
  ;[first, second, third] = [
    givenPerson(['chair'], area),
    givenPerson(['chair'], area),
    givenPerson(['chair'], area),
  ]
  caseId = CaseId.parse(randomUUID())
  Object.assign(says, {
    firstDecidedBy: [first.personId],
    secondDecidedBy: [second.personId],
    quorate: true,
    heldOn: '2026-02-25',
    withheld: [],
    refuses: null,
  })
})

async function as(actor: Actor) {
  const assertion = await assertActor(given.rings.portal, actor)
  return callerOf(router)({ actor, caller: 'portal', assertion, parts: given.parts })
}

const passOf = (actor: Person, fieldClass: FieldClass = 'analysis') =>
  issuePass(given.rings['case-review'], {
    holder: actorKey(actor),
    caseIds: [caseId],
    fieldClasses: [fieldClass],
    requestId: actor.requestId,
  })

function complete(category: string, modifiable: 'yes' | 'no' = 'yes'): Answers {
  const none = { answer: 'none-identified' }
  const factor = { code: 'prematurity', description: 'Born at 25 weeks', relevance: '2', modifiable }
  return answersFrom(form, {
    analysis: {
      categories: [category],
      domains: {
        intrinsic: { answer: 'factors', factors: [factor] },
        social: none,
        physical: none,
        service: { answer: 'no-information' },
      },
      modifiability: modifiable === 'yes' ? 'modifiable-factors-identified' : 'no-modifiable-factors',
    },
  })
}

/** The first panel agrees a case. */
async function givenAgreed(answers = complete('8')): Promise<void> {
  const of = { areaId: area, caseId, pass: await passOf(first) }
  const { analysis } = await as(first)
  const draft = { ...of, key: randomUUID(), version: 0, formVersion: form.version, answers }
  const { version } = await analysis.saveDraft(draft)
  await analysis.agree({ ...of, key: randomUUID(), version })
}

const drawing = () => ({
  areaId: area,
  panelMeetingId: secondMeeting,
  agreedFrom: PlainDate.parse('2026-01-01'),
  percent: 100,
  fewest: 1,
  fewestOfKind: 0,
  key: randomUUID(),
})

/** An agreed case drawn for the second meeting. */
async function givenDrawn() {
  await givenAgreed()
  await (await as(coordinator)).doubleCoding.draw(drawing())
  const { codings } = await (await as(coordinator)).doubleCoding.list({ areaId: area })
  const [coding] = codings
  if (coding === undefined) throw new Error('a case was drawn')
  return { areaId: area, codingId: coding.codingId }
}
type Of = Awaited<ReturnType<typeof givenDrawn>>

async function coded(of: Of, answers = complete('9', 'no'), key: string = randomUUID()) {
  const { doubleCoding } = await as(second)
  const draft = { ...of, key: randomUUID(), version: 0, formVersion: form.version, answers }
  const { version } = await doubleCoding.save(draft)
  return doubleCoding.finish({ ...of, key, version })
}

/** case-review tells that the review begins again. */
async function reopened(): Promise<void> {
  const actor = {
    kind: 'service' as const,
    service: 'case-review' as const,
    areaId: area,
    onBehalfOf: null,
    requestId: RequestId.parse(randomUUID()),
  }
  const event = EventEnvelope.parse({
    id: randomUUID(),
    areaId: area,
    type: 'case.reopened.v1',
    subject: caseId,
    version: 1,
    requestId: randomUUID(),
    recordedAt: '2026-03-02T10:00:00.000Z',
    payload: {
      caseId,
      number: 1,
      reason: 'new-medical-finding',
      reopenedOn: '2026-03-02',
      firstReviewedOn: '2026-02-20',
    },
  })
  await callerOf(router)({
    actor,
    caller: 'case-review',
    assertion: null,
    parts: given.parts,
  }).event.receive({
    publisher: 'case-review',
    events: [event],
  })
}

describe('a case is drawn for a second panel', () => {
  test('once however often it is clicked, with the rule and the seed kept, and the seed told to nobody', async () => {
    await givenAgreed()
    const { doubleCoding } = await as(coordinator)
    const asked = drawing()
    const { sampleId, drawn } = await doubleCoding.draw(asked)
    expect(drawn).toBe(1)
    expect(await doubleCoding.draw(asked)).toEqual({ sampleId, drawn })
    await expect(doubleCoding.draw(drawing())).rejects.toMatchObject({ message: 'nothing-to-code-again' })
    const { samples, codings } = await doubleCoding.list({ areaId: area })
    expect(samples).toMatchObject([{ sampleId, drawnBy: coordinator.personId, share: 1, possible: 1 }])
    expect(codings).toMatchObject([{ state: 'assigned', differs: null, decidedFirst: false }])
    const [row] = await given.test.look<{ seed: string }[]>`
      select seed from factor_analysis.coding_samples where area_id = ${area}
    `
    expect(JSON.stringify({ samples, codings })).not.toContain(row?.seed)
    const later = { ...drawing(), agreedFrom: PlainDate.parse('2026-03-03') }
    await expect(doubleCoding.draw(later)).rejects.toMatchObject({ message: 'date-in-future' })
  })

  test('two coordinators at the same moment draw it once', async () => {
    await givenAgreed()
    const { doubleCoding } = await as(coordinator)
    const both = await Promise.allSettled([doubleCoding.draw(drawing()), doubleCoding.draw(drawing())])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await doubleCoding.list({ areaId: area })).codings).toHaveLength(1)
  })

  test('never where somebody decided in both meetings, and only by a coordinator of the area', async () => {
    await givenAgreed()
    says.secondDecidedBy = [second.personId, first.personId]
    await expect((await as(coordinator)).doubleCoding.draw(drawing())).rejects.toMatchObject({
      message: 'nothing-to-code-again',
    })
    says.secondDecidedBy = [second.personId]
    await expect((await as(first)).doubleCoding.draw(drawing())).rejects.toMatchObject({
      message: 'forbidden',
    })
    const stranger = givenPerson(['coordinator'])
    await expect((await as(stranger)).doubleCoding.draw(drawing())).rejects.toMatchObject({
      message: 'not-found',
    })
  })
})

describe('the second panel codes blind', () => {
  test('from the pack and an empty form, and sees nothing of the first coding wherever it asks', async () => {
    const of = await givenDrawn()
    const { doubleCoding, analysis } = await as(second)
    const opened = await doubleCoding.open(of)
    expect(opened).toMatchObject({
      state: 'assigned',
      version: 0,
      answers: null,
      pack: { summary: 'A baby died.' },
    })
    for (const told of ['prematurity', '25 weeks', 'modifiable', 'reviewedBefore', '2025-12']) {
      expect(JSON.stringify(opened)).not.toContain(told)
    }
    const ofCase = { areaId: area, caseId, pass: await passOf(second) }
    const blind = { message: 'second-coding-open' }
    await expect(analysis.read(ofCase)).rejects.toMatchObject(blind)
    await expect(doubleCoding.compare(of)).rejects.toMatchObject({ message: 'not-found' })
    const listed = await doubleCoding.list({ areaId: area })
    expect(JSON.stringify(listed)).not.toMatch(/modifiable|prematurity|categor/)
    // Whoever decided the first time reads it as before.
    const own = await (await as(first)).analysis.read({ ...ofCase, pass: await passOf(first) })
    expect(own.agreed?.primaryCategory).toBe(8)
    await expect((await as(first)).doubleCoding.open(of)).rejects.toMatchObject({
      message: 'coding-not-blind',
    })
  })

  test('and nobody who has seen the first coding before', async () => {
    await givenAgreed()
    await (await as(third)).analysis.read({ areaId: area, caseId, pass: await passOf(third) })
    await (await as(coordinator)).doubleCoding.draw(drawing())
    const [coding] = (await (await as(coordinator)).doubleCoding.list({ areaId: area })).codings
    const of = { areaId: area, codingId: coding?.codingId ?? '' }
    await expect((await as(third)).doubleCoding.open(of)).rejects.toMatchObject({
      message: 'coding-not-blind',
    })
    expect((await (await as(second)).doubleCoding.open(of)).state).toBe('assigned')
  })

  test('nor on the live panel on which the first one agreed it', async () => {
    await givenDrawn()
    const { livePanel } = await as(second)
    const at = { areaId: area, caseId, panelMeetingId: firstMeeting }
    const ofAnalysis = { ...at, pass: await passOf(second) }
    const ofPack = { ...at, pass: await passOf(second, 'pack') }
    const blind = { message: 'second-coding-open' }
    await expect(livePanel.lead(ofAnalysis)).rejects.toMatchObject(blind)
    await expect(livePanel.read(ofPack)).rejects.toMatchObject(blind)
    await expect(livePanel.screen(ofPack)).rejects.toMatchObject(blind)
    const own = await (await as(first)).livePanel.lead({ ...at, pass: await passOf(first) })
    expect(own.items.length).toBeGreaterThan(0)
  })

  test('nor in the codings of what was agreed before, once the case was reviewed anew and is coded again', async () => {
    const before = await givenDrawn()
    await coded(before)
    await reopened()
    const { analysis } = await as(first)
    const ofCase = { areaId: area, caseId, pass: await passOf(first) }
    const { version } = await analysis.read(ofCase)
    await analysis.agree({ ...ofCase, key: randomUUID(), version })
    await (await as(coordinator)).doubleCoding.draw(drawing())
    const { doubleCoding } = await as(third)
    const blind = { message: 'second-coding-open' }
    await expect(doubleCoding.compare(before)).rejects.toMatchObject(blind)
    const settling = { ...before, key: randomUUID(), holds: 'first' as const, reason: 'The note was clear.' }
    await expect(doubleCoding.adjudicate(settling)).rejects.toMatchObject(blind)
    const { codings } = await doubleCoding.list({ areaId: area })
    const again = codings.find(({ state }) => state === 'assigned')
    expect((await doubleCoding.open({ areaId: area, codingId: again?.codingId ?? '' })).answers).toBeNull()
  })

  test('and nobody who wrote on the first coding, or followed the live panel on it, without having opened it', async () => {
    const ofCase = { areaId: area, caseId, pass: await passOf(third) }
    const draft = { ...ofCase, key: randomUUID(), formVersion: form.version, answers: complete('8') }
    const { version } = await (await as(third)).analysis.saveDraft({ ...draft, version: 0 })
    const follower = givenPerson(['chair'], area)
    const following = { areaId: area, caseId, panelMeetingId: firstMeeting }
    await (await as(follower)).livePanel.read({ ...following, pass: await passOf(follower, 'pack') })
    const pass = await passOf(first)
    await (await as(first)).analysis.agree({ areaId: area, caseId, pass, key: randomUUID(), version })
    await (await as(coordinator)).doubleCoding.draw(drawing())
    const [coding] = (await (await as(coordinator)).doubleCoding.list({ areaId: area })).codings
    const of = { areaId: area, codingId: coding?.codingId ?? '' }
    for (const one of [third, follower]) {
      await expect((await as(one)).doubleCoding.open(of)).rejects.toMatchObject({
        message: 'coding-not-blind',
      })
    }
    expect((await (await as(second)).doubleCoding.open(of)).state).toBe('assigned')
  })

  test('its coding is sealed, kept once and final; a second click is the same, and both stay as they were given', async () => {
    const of = await givenDrawn()
    const key = randomUUID()
    const { doubleCoding } = await as(second)
    const answers = complete('9', 'no')
    const draft = { ...of, key: randomUUID(), version: 0, formVersion: form.version, answers }
    await doubleCoding.save(draft)
    await doubleCoding.save(draft)
    await expect(doubleCoding.save({ ...draft, key: randomUUID() })).rejects.toMatchObject({
      message: 'stale',
    })
    const finishing = { ...of, key, version: 1 }
    expect(await doubleCoding.finish(finishing)).toEqual({ differs: true })
    expect(await doubleCoding.finish(finishing)).toEqual({ differs: true })
    const again = { ...draft, key: randomUUID(), version: 2 }
    await expect(doubleCoding.save(again)).rejects.toMatchObject({ message: 'coding-final' })
    const [row] = await given.test.look<{ sealed: Buffer }[]>`
      select sealed_answers as sealed from factor_analysis.second_codings where coding_id = ${of.codingId}
    `
    expect(row?.sealed.toString('latin1')).not.toContain('25 weeks')
    await expect(
      given.test
        .look`update factor_analysis.second_codings set differs = false where coding_id = ${of.codingId}`,
    ).rejects.toThrow('stays as it is')
    const events = await given.test.look`select type from factor_analysis.events where subject = ${caseId}`
    expect(events).toHaveLength(1)
  })

  test.each([
    ['panel-not-quorate', () => Object.assign(says, { quorate: false })],
    ['date-in-future', () => Object.assign(says, { heldOn: '2026-03-03' })],
    [
      'coded-by-this-panel',
      () => Object.assign(says, { secondDecidedBy: [second.personId, first.personId] }),
    ],
    ['statement-not-signed', () => Object.assign(says, { refuses: 'statement-not-signed' })],
    ['not-found', () => Object.assign(says, { refuses: 'not-found' })],
  ] as const)('%s: nothing is final', async (message, make) => {
    const of = await givenDrawn()
    const { doubleCoding } = await as(second)
    const answers = complete('9', 'no')
    await doubleCoding.save({ ...of, key: randomUUID(), version: 0, formVersion: form.version, answers })
    make()
    const finishing = { ...of, key: randomUUID(), version: 1 }
    await expect(doubleCoding.finish(finishing)).rejects.toMatchObject({ message })
    const { codings } = await (await as(coordinator)).doubleCoding.list({ areaId: area })
    expect(codings).toMatchObject([{ state: 'draft' }])
  })

  test('a review that begins again takes the case back, and so does the coordinator; it can be drawn again', async () => {
    const of = await givenDrawn()
    const taking = { ...of, key: randomUUID() }
    const { doubleCoding } = await as(coordinator)
    await doubleCoding.withdraw(taking)
    await doubleCoding.withdraw(taking)
    await expect((await as(second)).doubleCoding.open(of)).rejects.toMatchObject({ message: 'not-found' })
    await doubleCoding.draw(drawing())
    await reopened()
    expect((await doubleCoding.list({ areaId: area })).codings).toEqual([])
  })

  test('a case withheld for a conflict of interest is in no list, and is neither compared nor settled', async () => {
    const of = await givenDrawn()
    await coded(of)
    says.withheld = [caseId]
    expect((await (await as(third)).doubleCoding.list({ areaId: area })).codings).toEqual([])
    const settling = { ...of, key: randomUUID(), holds: 'first' as const, reason: 'The note was clear.' }
    await expect((await as(third)).doubleCoding.compare(of)).rejects.toMatchObject({ message: 'not-found' })
    await expect((await as(third)).doubleCoding.adjudicate(settling)).rejects.toMatchObject({
      message: 'not-found',
    })
  })
})

describe('what two panels coded differently', () => {
  test('is settled once, with a reason, by somebody who gave neither; both codings stay', async () => {
    const of = await givenDrawn()
    expect(await coded(of)).toEqual({ differs: true })
    const settling = { ...of, key: randomUUID(), holds: 'first' as const, reason: 'The note was clear.' }
    for (const chair of [first, second]) {
      await expect(
        (await as(chair)).doubleCoding.adjudicate({ ...settling, key: randomUUID() }),
      ).rejects.toMatchObject({ message: 'adjudicator-coded' })
      expect((await (await as(chair)).doubleCoding.compare(of)).mayAdjudicate).toBe(false)
    }
    const { doubleCoding } = await as(third)
    const before = await doubleCoding.compare(of)
    expect(before).toMatchObject({ mayAdjudicate: true, adjudication: null, differs: true })
    expect(before.differences.length).toBeGreaterThan(1)
    await doubleCoding.adjudicate(settling)
    await doubleCoding.adjudicate(settling)
    await expect(doubleCoding.adjudicate({ ...settling, key: randomUUID() })).rejects.toMatchObject({
      message: 'stale',
    })
    const after = await doubleCoding.compare(of)
    expect(after.adjudication).toMatchObject({ holds: 'first', reason: 'The note was clear.' })
    expect(after.second).toEqual(before.second)
    const [row] = await given.test.look<{ sealed: Buffer }[]>`
      select sealed_reason as sealed from factor_analysis.adjudications where coding_id = ${of.codingId}
    `
    expect(row?.sealed.toString('latin1')).not.toContain('The note was clear')
  })

  test('is settled by a third answer where neither holds: sealed, for each factor either named, and no figure knows of it', async () => {
    const of = await givenDrawn()
    await coded(of)
    const { doubleCoding } = await as(third)
    const before = await doubleCoding.compare(of)
    const figures = () => doubleCoding.agreement({ areaId: area, foundWhen: 'recorded' })
    const measured = await figures()
    const factors = before.asked.factors.map(({ code }) => ({ code, rating: 'unlikely' as const }))
    const answer = { category: 5 as const, modifiability: 'no-modifiable-factors' as const, factors }
    const settling = {
      ...of,
      key: randomUUID(),
      holds: 'third' as const,
      third: answer,
      reason: 'Neither fits.',
    }
    const late = FactorCode.parse('late-booking')
    for (const [changed, message] of [
      [
        { ...answer, factors: [...factors, { code: late, rating: 'unlikely' as const }] },
        'analysis-incomplete',
      ],
      [
        { ...answer, modifiability: 'modifiable-factors-identified' as const },
        'modifiability-contradicts-factors',
      ],
    ] satisfies [typeof settling.third | object, string][]) {
      const wrong = { ...settling, key: randomUUID(), third: changed as typeof answer }
      await expect(doubleCoding.adjudicate(wrong)).rejects.toMatchObject({ message })
    }
    await doubleCoding.adjudicate(settling)
    await doubleCoding.adjudicate(settling)
    const after = await doubleCoding.compare(of)
    expect(after.adjudication).toMatchObject({ holds: 'third', third: answer, reason: 'Neither fits.' })
    expect([after.first, after.second]).toEqual([before.first, before.second])
    expect(await figures()).toEqual(measured)
    const [row] = await given.test.look<{ sealed: Buffer }[]>`
      select sealed_third as sealed from factor_analysis.adjudications where coding_id = ${of.codingId}
    `
    expect(row?.sealed.toString('latin1')).not.toContain('unlikely')
  })

  test('there is nothing to settle where both said the same', async () => {
    const of = await givenDrawn()
    expect(await coded(of, complete('8'))).toEqual({ differs: false })
    const settling = { ...of, key: randomUUID(), holds: 'first' as const, reason: 'None.' }
    await expect((await as(third)).doubleCoding.adjudicate(settling)).rejects.toMatchObject({
      message: 'codings-agree',
    })
  })

  test('a case that is reviewed anew and coded twice again counts once', async () => {
    await coded(await givenDrawn())
    await reopened()
    const of = { areaId: area, caseId, pass: await passOf(first) }
    const { analysis } = await as(first)
    const { version } = await analysis.read(of)
    await analysis.agree({ ...of, key: randomUUID(), version })
    const { doubleCoding } = await as(coordinator)
    await doubleCoding.draw(drawing())
    const { codings } = await doubleCoding.list({ areaId: area })
    const again = codings.find(({ state }) => state === 'assigned')
    if (again === undefined) throw new Error('it was drawn again')
    await coded({ areaId: area, codingId: again.codingId })
    const { pairs } = await doubleCoding.agreement({ areaId: area, foundWhen: 'recorded' })
    expect(pairs).toBe(1)
  })

  test('of too few pairs no figure is told, to nobody; an analyst reads figures and no case', async () => {
    const of = await givenDrawn()
    await coded(of)
    const analyst = givenPerson(['analyst'], area)
    const { doubleCoding } = await as(analyst)
    const figures = await doubleCoding.agreement({ areaId: area, foundWhen: 'modifiable' })
    expect(figures).toMatchObject({ pairs: 1, fewest: 50, category: { agreed: null } })
    expect(JSON.stringify(figures)).not.toContain(caseId)
    await expect(doubleCoding.list({ areaId: area })).rejects.toMatchObject({ message: 'forbidden' })
    const entries = await given.test.look`
      select 1 from factor_analysis.audit_entries
      where area_id = ${area} and entry->>'action' = 'double-coding.agreement'
    `
    expect(entries).toHaveLength(1)
    await expect(
      (await as(givenPerson(['analyst']))).doubleCoding.agreement({ areaId: area, foundWhen: 'recorded' }),
    ).rejects.toMatchObject({ message: 'not-found' })
    expect(await wallFaults(given.test.look, 'factor_analysis')).toEqual([])
  })
})
