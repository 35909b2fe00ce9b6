import { randomUUID } from 'node:crypto'
import { givenPerson } from '@cdop/database/testing'
import {
  type Actor,
  AreaId,
  actorKey,
  CaseId,
  type FieldClass,
  LiveDecision,
  PanelAgency,
  PanelMeetingId,
  type Person,
  PersonId,
  PlainDate,
  Refusal,
  RequestId,
  type ServiceActor,
} from '@cdop/domain'
import { ANALYSIS_FORM, type Answers, answersFrom, formInForce, statutoryForms } from '@cdop/forms'
import { assertActor, issuePass, procedures, rpcDoor } from '@cdop/rpc'
import { type GivenService, givenService } from '@cdop/service/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { callerOf } from '../rpc.ts'

const form = formInForce(statutoryForms, ANALYSIS_FORM, '2026-03-02')
const mandatory = [
  'category',
  'intrinsic-domain',
  'social-domain',
  'physical-domain',
  'service-domain',
  'outcome',
]

/** What case-review says of the meeting: a real door speaking the real protocol. */
const heldOn = PlainDate.parse('2026-02-20')
const told = { panelMeetingId: '', heldOn, present: [] as PersonId[], refuse: null as 'case-on-hold' | null }
const rpc = procedures<null>()
const Asked = z.strictObject({ areaId: AreaId, caseId: CaseId })
const caseReview = rpc.router({
  panelMeeting: rpc.router({
    deliberation: rpc
      .requires('analysis:agree')
      .input(Asked)
      .output(
        z.strictObject({
          panelMeetingId: PanelMeetingId,
          heldOn: PlainDate,
          quorate: z.boolean(),
          missing: z.array(z.array(PanelAgency)),
          firstReviewedOn: PlainDate.nullable(),
          familyQuestionsOpen: z.number(),
        }),
      )
      .query(() => ({
        panelMeetingId: PanelMeetingId.parse(told.panelMeetingId),
        heldOn,
        quorate: true,
        missing: [],
        firstReviewedOn: null,
        familyQuestionsOpen: 0,
      })),
  }),
  livePanel: rpc.router({
    deciding: rpc
      .requires('live-panel:decide')
      .input(Asked.extend({ panelMeetingId: PanelMeetingId }))
      .output(z.strictObject({ heldOn: PlainDate, present: z.array(PersonId) }))
      .query(({ input }) => {
        if (input.panelMeetingId !== told.panelMeetingId) throw new Refusal('not-found')
        if (told.refuse !== null) throw new Refusal(told.refuse)
        return { heldOn: told.heldOn, present: told.present }
      }),
  }),
})

let given: GivenService
let chair: Person
let member: Person
let areaId: AreaId
let caseId: CaseId
let panelMeetingId: PanelMeetingId

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
  chair = givenPerson(['chair'])
  areaId = AreaId.parse(chair.areaIds[0])
  member = { ...givenPerson(['panel-member']), areaIds: chair.areaIds }
  caseId = CaseId.parse(randomUUID())
  panelMeetingId = PanelMeetingId.parse(randomUUID())
  Object.assign(told, { panelMeetingId, heldOn, present: [chair.personId, member.personId], refuse: null })
})

async function as(actor: Actor) {
  const assertion = await assertActor(given.rings.portal, actor)
  return callerOf(router)({ actor, caller: 'portal', assertion, parts: given.parts })
}
async function asked(actor: Person, fieldClass: FieldClass) {
  const pass = await issuePass(given.rings['case-review'], {
    holder: actorKey(actor),
    caseIds: [caseId],
    fieldClasses: [fieldClass],
    requestId: actor.requestId,
  })
  return { areaId, caseId, panelMeetingId, pass }
}
const led = async () => (await as(chair)).livePanel.lead(await asked(chair, 'analysis'))
const followed = async () => (await as(member)).livePanel.read(await asked(member, 'pack'))
const opened = async (key: string = randomUUID()) =>
  (await as(chair)).livePanel.open({ ...(await asked(chair, 'analysis')), key })

const complete = (description = 'Born at 25 weeks'): Answers =>
  answersFrom(form, {
    analysis: {
      categories: ['8'],
      domains: {
        intrinsic: {
          answer: 'factors',
          factors: [{ code: 'prematurity', description, relevance: '2', modifiable: 'yes' }],
        },
        social: { answer: 'none-identified' },
        physical: { answer: 'none-identified' },
        service: { answer: 'no-information' },
      },
      modifiability: 'modifiable-factors-identified',
    },
  })
async function drafted(answers: Answers, version = 0) {
  const draft = { key: randomUUID(), version, formVersion: form.version, answers }
  return (await as(chair)).analysis.saveDraft({
    ...draft,
    areaId,
    caseId,
    pass: (await asked(chair, 'analysis')).pass,
  })
}
async function itemOf(name: string) {
  const found = (await led()).items.find(({ item }) => item === name)
  if (found === undefined) throw new Error('the form has no such item')
  return found
}
type Sent = { decision: LiveDecision; disagreed?: PersonId[]; words?: string | null; key?: string }
async function decided(seen: { item: string; version: number; digest: string }, sent: Sent) {
  const { item, version, digest } = seen
  const press = { key: randomUUID(), disagreed: [], words: null, ...sent, item, version, digest }
  return (await as(chair)).livePanel.decide({ ...(await asked(chair, 'analysis')), ...press })
}
const rows = () =>
  given.test.look`select item, version, state, sealed_words from factor_analysis.live_decisions
    where case_id = ${caseId} order by item, version`

describe('the live panel', () => {
  test('has the sections of the form as its items, and begins at the first one', async () => {
    await drafted(complete())
    expect(await opened()).toEqual({ item: form.pages[0]?.linkId })
    const { items, state, current } = await followed()
    expect(items.map(({ item }) => item)).toEqual(form.pages.map(({ linkId }) => linkId))
    expect({ state, current }).toEqual({ state: 'open', current: 'category' })
    expect(items[0]?.rows[0]?.answer).toContain('Perinatal')
    expect(items.filter(({ optional }) => !optional).map(({ item }) => item)).toEqual(
      expect.arrayContaining(mandatory),
    )
  })

  test('is opened once by two presses, and goes on with what was decided after it was ended', async () => {
    await drafted(complete())
    const key = randomUUID()
    expect(await opened(key)).toEqual(await opened(key))
    await opened()
    await decided(await itemOf('category'), { decision: 'agree' })
    const { version } = await led()
    const end = { ...(await asked(chair, 'analysis')), key: randomUUID() }
    await expect((await as(chair)).livePanel.end({ ...end, version: 1 })).rejects.toThrow('stale')
    await (await as(chair)).livePanel.end({ ...end, version })
    expect(await followed()).toMatchObject({ state: 'ended', current: null })
    expect((await followed()).items[0]?.rows).toEqual([])
    await expect(decided(await itemOf('outcome'), { decision: 'agree' })).rejects.toThrow('live-panel-ended')
    await opened()
    expect((await itemOf('category')).state).toBe('agreed')
  })

  test('counts a decision once, however often its button was pressed, and tells the one who came late', async () => {
    await drafted(complete())
    await opened()
    const seen = await itemOf('category')
    const key = randomUUID()
    const outcomes = await Promise.allSettled([
      decided(seen, { decision: 'agree', key }),
      decided(seen, { decision: 'agree', key }),
      decided(seen, { decision: 'defer' }),
    ])
    const kept = await rows()
    expect(kept).toHaveLength(1)
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(1)
    const again = kept[0]?.['state'] === 'agreed' ? 'defer' : 'agree'
    await expect(decided(seen, { decision: again })).rejects.toMatchObject({ message: 'stale' })
    expect(await rows()).toHaveLength(1)
  })

  test('agrees the answer the chair saw: another one is not agreed, and an agreement lapses with it', async () => {
    const { version } = await drafted(complete())
    await opened()
    const seen = await itemOf('intrinsic-domain')
    const category = await itemOf('category')
    await decided(category, { decision: 'agree' })
    await drafted(complete('Born at 26 weeks'), version)
    await expect(decided(seen, { decision: 'agree' })).rejects.toMatchObject({ message: 'stale' })
    const now = await itemOf('intrinsic-domain')
    await decided(now, { decision: 'agree' })
    await drafted(complete('Born at 27 weeks'), version + 1)
    expect(await itemOf('intrinsic-domain')).toMatchObject({ state: 'open', lapsed: true })
    expect(await itemOf('category')).toMatchObject({ state: 'agreed', lapsed: false })
  })

  test('keeps who disagreed, and their words sealed; members are told how many', async () => {
    await drafted(complete())
    await opened()
    const disagreement = { disagreed: [member.personId], words: 'It was not the housing' }
    await decided(await itemOf('social-domain'), { decision: 'agree', ...disagreement })
    expect(await itemOf('social-domain')).toMatchObject({
      whoDisagreed: [member.personId],
      words: 'It was not the housing',
    })
    expect(JSON.stringify(await rows())).not.toContain('housing')
    const shown = JSON.stringify(await followed())
    expect(shown).toContain('"disagreed":1')
    expect(shown).not.toContain('housing')
    expect(shown).not.toContain(member.personId)
    const stranger = PersonId.parse(randomUUID())
    await expect(
      decided(await itemOf('outcome'), { decision: 'agree', disagreed: [stranger] }),
    ).rejects.toMatchObject({ message: 'disagreement-not-of-panel' })
  })

  test('is closed by the agreement of the whole, which waits for every item that must be answered', async () => {
    const { version } = await drafted(complete())
    await opened()
    const agree = async () => {
      const { pass } = await asked(chair, 'analysis')
      return (await as(chair)).analysis.agree({ areaId, caseId, pass, key: randomUUID(), version })
    }
    for (const name of mandatory) {
      await expect(agree()).rejects.toMatchObject({ message: 'live-items-not-agreed' })
      await decided(await itemOf(name), { decision: 'agree' })
    }
    await agree()
    expect(await followed()).toMatchObject({ state: 'agreed' })
    await expect(opened()).rejects.toMatchObject({ message: 'analysis-agreed' })
    await expect(
      given.test.look`update factor_analysis.live_sessions set state = 'open' where case_id = ${caseId}`,
    ).rejects.toThrow()
  })

  test('left open at a meeting that decides no more ends when another one begins', async () => {
    await drafted(complete())
    await opened()
    const before = panelMeetingId
    panelMeetingId = PanelMeetingId.parse(randomUUID())
    await expect(opened()).rejects.toMatchObject({ message: 'not-found' })
    told.panelMeetingId = panelMeetingId
    await opened()
    const states = await given.test.look`select panel_meeting_id, state from factor_analysis.live_sessions
      where case_id = ${caseId}`
    expect(new Map(states.map((row) => [row['panelMeetingId'], row['state']]))).toEqual(
      new Map([
        [before, 'ended'],
        [panelMeetingId, 'open'],
      ]),
    )
  })

  test('decides nothing before the day of the meeting, nor while the case waits', async () => {
    told.heldOn = PlainDate.parse('2026-03-03')
    await expect(opened()).rejects.toMatchObject({ message: 'date-in-future' })
    Object.assign(told, { heldOn, refuse: 'case-on-hold' })
    await expect(opened()).rejects.toMatchObject({ message: 'case-on-hold' })
  })
})

describe('whoever follows', () => {
  const portal = (): ServiceActor => ({
    kind: 'service',
    service: 'portal',
    areaId,
    onBehalfOf: null,
    requestId: RequestId.parse(randomUUID()),
  })
  const change = async () => (await as(portal())).livePanel.follow({ areaId, caseId, panelMeetingId })

  test('hears of a version after every change and of how many are there, and of nothing else', async () => {
    const tokens = [await change()]
    const { version } = await drafted(complete())
    tokens.push(await change())
    await opened()
    tokens.push(await change())
    await decided(await itemOf('category'), { decision: 'agree' })
    tokens.push(await change())
    await drafted(complete('Born at 26 weeks'), version)
    tokens.push(await change())
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(5)
    await followed()
    expect((await followed()).token).toBe((await change()).token)
    expect(await change()).toMatchObject({ here: 2 })
    expect(Object.keys(await change())).toEqual(['token', 'here'])
  })

  test('is nobody without a pass, and decides nothing as a member', async () => {
    const { pass: _, ...rest } = await asked(member, 'pack')
    await expect((await as(member)).livePanel.read({ ...rest, pass: 'no' })).rejects.toThrow()
    const press = { key: randomUUID(), item: 'category', version: 0, digest: 'x' }
    await expect(
      (await as(member)).livePanel.decide({
        ...(await asked(member, 'analysis')),
        ...press,
        decision: 'agree',
        disagreed: [],
        words: null,
      }),
    ).rejects.toMatchObject({ message: 'forbidden' })
  })

  test('sees on the shared screen what is decided, and no answer, name or word', async () => {
    await drafted(complete())
    await opened()
    const disagreement = { disagreed: [member.personId], words: 'It was not the housing' }
    await decided(await itemOf('social-domain'), { decision: 'agree', ...disagreement })
    const coordinator = { ...givenPerson(['coordinator']), areaIds: chair.areaIds }
    const screen = await (await as(coordinator)).livePanel.screen(await asked(coordinator, 'agency-return'))
    expect(screen.items.find(({ item }) => item === 'social-domain')).toMatchObject({
      state: 'agreed',
      disagreed: 1,
    })
    for (const kept of ['housing', '25 weeks', 'Perinatal', String(member.personId)]) {
      expect(JSON.stringify(screen)).not.toContain(kept)
    }
  })
})

describe('over lines that fail', () => {
  const press = fc.record({
    item: fc.constantFrom('category', 'outcome'),
    decision: fc.constantFrom(...LiveDecision.options),
    looks: fc.boolean(),
    /** How often the request came, its answer lost each time but the last. */
    comes: fc.integer({ min: 0, max: 2 }),
  })

  test('every decision that was taken is kept once, in its order, whatever came twice or late', async () => {
    await drafted(complete())
    await fc.assert(
      fc.asyncProperty(fc.array(press, { minLength: 1, maxLength: 8 }), async (presses) => {
        panelMeetingId = PanelMeetingId.parse(randomUUID())
        told.panelMeetingId = panelMeetingId
        await opened()
        const screen = new Map(
          await Promise.all(['category', 'outcome'].map(async (n) => [n, await itemOf(n)] as const)),
        )
        const taken: string[] = []
        for (const { item, decision, looks, comes } of presses) {
          if (looks) screen.set(item, await itemOf(item))
          const seen = screen.get(item)
          if (seen === undefined) throw new Error('an item nobody saw')
          const key = randomUUID()
          const outcomes = new Set<string>()
          for (let sent = 0; sent < comes; sent += 1) {
            outcomes.add(
              await decided(seen, { decision, key }).then(
                ({ state, version }) => `${item} ${version} ${state}`,
                () => 'told',
              ),
            )
          }
          expect(outcomes.size).toBeLessThanOrEqual(1)
          taken.push(...[...outcomes].filter((one) => one !== 'told'))
        }
        const kept = await given.test.look`select item || ' ' || version || ' ' || state as said
          from factor_analysis.live_decisions where panel_meeting_id = ${panelMeetingId} order by item, version`
        expect(kept.map((row) => row['said'])).toEqual([...taken].sort())
      }),
      { numRuns: 6 },
    )
  })
})
