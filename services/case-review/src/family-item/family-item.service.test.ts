import {
  type AreaId,
  type CaseId,
  type FamilyMemberId,
  FamilyMemberSaid,
  type FamilyQuestionId,
  type PackId,
  type PanelMeetingId,
  type Person,
  PlainDate,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { screenPack } from '../pack/screen-pack.ts'
import {
  type GivenCaseReview,
  givenAgreement,
  givenCase,
  givenCaseReview,
  givenListing,
  newArea,
  newKey,
  personIn,
} from '../testing.ts'
import { FAMILY_NAME } from '../testing-intake.ts'

let given: GivenCaseReview
let area: AreaId
let coordinator: Person
let chair: Person
let member: Person
let keyWorker: Person
let caseId: CaseId
let panelMeetingId: PanelMeetingId
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())
beforeEach(async () => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  chair = personIn(area, 'chair')
  member = personIn(area, 'panel-member')
  keyWorker = personIn(area, 'key-worker')
  ;({ caseId } = await givenCase(given, area))
  ;({ panelMeetingId } = await givenListing(given, coordinator, caseId))
  const assigned = { personId: keyWorker.personId, from: PlainDate.parse('2026-02-11') }
  const key = newKey()
  await (await given.as(coordinator)).family.assignKeyWorker({ areaId: area, caseId, key, ...assigned })
})

const today = () => given.clock.today()
const PORTRAIT = `Marigold ${FAMILY_NAME} loved the sea. Her cousin Tamsin taught her to whistle.`
const QUESTION = `Would Marigold have lived had Dr Orla Quennell come?`
const notFound = { message: 'not-found' }

const asked = async (text = QUESTION, who = keyWorker, body: 'panel' | 'coroner' = 'panel') =>
  (
    await (
      await given.as(who)
    ).family.ask({
      areaId: area,
      caseId,
      key: newKey(),
      body,
      askedBy: null,
      askedOn: today(),
      channel: 'in-person',
      asked: text,
    })
  ).familyQuestionId

type Portrait = { words?: string; wish?: 'for-panel' | 'not-for-panel'; toldBy?: FamilyMemberId | null }
async function told(version = 0, { words = PORTRAIT, wish = 'for-panel', toldBy = null }: Portrait = {}) {
  const said = { areaId: area, caseId, version, toldBy, toldOn: today(), words, wish }
  const call = await given.as(keyWorker)
  return call.family.recordPortrait({ ...said, channel: 'in-person', key: newKey() })
}
const withdrawn = async (version: number, key = newKey()) =>
  (await given.as(keyWorker)).family.withdrawPortrait({
    areaId: area,
    caseId,
    version,
    toldBy: null,
    toldOn: today(),
    key,
  })
const portrait = async () =>
  (await (await given.as(keyWorker)).family.open({ areaId: area, caseId, named: false })).family.portrait

/** A pack built, screened, with everything doubtful taken out, and signed by two. */
async function released(version = 0): Promise<PackId> {
  const call = await given.as(coordinator)
  const { packId } = await call.pack.build({ areaId: area, panelMeetingId, version, key: newKey() })
  await screenPack(given.parts, { areaId: area, packId })
  const { items, narratives } = await call.pack.leaks({ areaId: area, packId, caseId })
  if (items.length > 0) {
    const decisions = items.map(({ narrative, start, end }) => ({
      mark: narratives[narrative]?.mark ?? '',
      start,
      end,
      hide: true,
    }))
    await call.pack.decide({ areaId: area, packId, caseId, decisions, key: newKey() })
  }
  const reason = 'A small area.'
  const sign = { areaId: area, packId, lateReason: reason, fewReason: reason }
  await call.pack.sign({ ...sign, seen: 'ready', key: newKey() })
  const second = await given.as(personIn(area, 'designated-doctor'))
  await second.pack.sign({ ...sign, seen: 'signed-once', key: newKey() })
  return packId
}

const inPack = async (who = member) =>
  (await (await given.as(who)).pack.open({ areaId: area, caseId })).narratives.family
const place = () => ({ areaId: area, panelMeetingId, caseId })
const item = async (who = chair) => (await given.as(who)).familyItem.read(place())
const answer = async (
  familyQuestionId: FamilyQuestionId,
  { version = 0, text = 'Nobody can say.', who = chair, key = newKey() } = {},
) => (await given.as(who)).familyItem.answer({ ...place(), familyQuestionId, version, answer: text, key })
const leftOpen = async (familyQuestionId: FamilyQuestionId, version = 0) =>
  (await given.as(chair)).familyItem.leaveOpen({
    ...place(),
    familyQuestionId,
    version,
    reason: 'beyond-the-review',
    why: 'The coroner answers it.',
    key: newKey(),
  })
const stillOpen = async () =>
  (await (await given.as(chair)).panelMeeting.deliberation({ areaId: area, caseId })).familyQuestionsOpen

describe('the portrait of a child', () => {
  test('opens the case in a released pack with what the family asks, says nobody’s name, and is read by nobody before', async () => {
    await told()
    const id = await asked()
    await asked('What did the post-mortem find?', keyWorker, 'coroner')
    await expect(inPack()).rejects.toMatchObject({ message: 'pack-not-open' })
    await expect(item()).rejects.toMatchObject({ message: 'pack-not-open' })
    const packId = await released()
    const report = await (await given.as(coordinator)).pack.leaks({ areaId: area, packId, caseId })
    expect(report.narratives.map(({ source }) => source.of).slice(0, 3)).toEqual([
      'portrait',
      'family-question',
      'summary',
    ])
    const family = await inPack()
    expect(family.portrait).toMatch(/^\[the child\] loved the sea\./)
    expect(family.questions).toMatchObject([{ familyQuestionId: id, standing: 'open' }])
    const texts = [family.portrait, ...family.questions.map(({ text }) => text)].join('\n')
    for (const name of ['Marigold', FAMILY_NAME, 'Tamsin', 'Quennell']) expect(texts).not.toContain(name)
  })

  test('is in no pack where the family does not wish it, and gone from a released one the moment it is withdrawn', async () => {
    await told(0, { wish: 'not-for-panel' })
    await released()
    expect((await inPack()).portrait).toBeNull()
    await told(1)
    await released(1)
    expect((await inPack()).portrait).not.toBeNull()
    const key = newKey()
    expect(await withdrawn(2, key)).toEqual(await withdrawn(2, key))
    expect((await inPack()).portrait).toBeNull()
    expect((await item()).portrait).toBeNull()
    expect(await portrait()).toMatchObject({ portrait: { wish: 'withdrawn', words: null }, version: 3 })
    await expect(withdrawn(3)).rejects.toMatchObject({ message: 'stale' })
  })

  test('taken back after the first signature is not released with it', async () => {
    await told(0, { words: 'She loved the sea.' })
    const call = await given.as(coordinator)
    const { packId } = await call.pack.build({ areaId: area, panelMeetingId, version: 0, key: newKey() })
    await screenPack(given.parts, { areaId: area, packId })
    const sign = { areaId: area, packId, lateReason: 'Late.', fewReason: 'Few.' }
    await call.pack.sign({ ...sign, seen: 'ready', key: newKey() })
    await withdrawn(1)
    const second = (await given.as(personIn(area, 'designated-doctor'))).pack
    await expect(second.sign({ ...sign, seen: 'signed-once', key: newKey() })).rejects.toMatchObject({
      message: 'pack-out-of-date',
    })
    const { cases } = await call.pack.read({ areaId: area, panelMeetingId })
    expect(cases).toMatchObject([{ standing: 'changed' }])
  })

  test('is kept in versions, each made from the newest, sealed, and for whoever speaks to the family alone', async () => {
    await told()
    await expect(told(0, { words: 'Another.' })).rejects.toMatchObject({ message: 'stale' })
    expect(await told(1, { words: 'She loved the sea.' })).toEqual({ version: 2 })
    expect((await portrait()).portrait?.words).toBe('She loved the sea.')
    const rows = await given.test.look<{ words: Buffer }[]>`
      select words from case_review.family_portraits where area_id = ${area}`
    expect(rows).toHaveLength(2)
    for (const { words } of rows) expect(words.toString('latin1')).not.toContain('sea')
    const other = await given.as(personIn(area, 'key-worker'))
    const said = {
      areaId: area,
      caseId,
      version: 2,
      toldBy: null,
      toldOn: today(),
      words: 'X',
      key: newKey(),
    }
    const record = { ...said, wish: 'for-panel' as const, channel: 'letter' as const }
    await expect(other.family.recordPortrait(record)).rejects.toMatchObject(notFound)
    const elsewhere = await given.as(personIn(newArea(), 'coordinator'))
    await expect(elsewhere.family.recordPortrait(record)).rejects.toMatchObject(notFound)
    await expect((await given.as(member)).family.recordPortrait(record)).rejects.toMatchObject({
      message: 'forbidden',
    })
    await expect(
      given.test.database.transaction(
        coordinator,
        (tx) => tx`update case_review.family_portraits set wish = 'for-panel' where area_id = ${area}`,
      ),
    ).rejects.toThrow(/42501/)
  })

  test('is not asked of somebody who must not be contacted, nor of somebody of another family', async () => {
    const call = await given.as(coordinator)
    const father = FamilyMemberSaid.parse({
      relation: 'father',
      noContact: 'police-investigation',
      hearsNothing: false,
      inError: false,
      details: {
        name: 'Invented Father',
        livingApart: 'apart',
        language: null,
        interpreter: 'no',
        safeContact: null,
        safeTimes: null,
        noContactWhy: 'The police ask for it',
      },
    })
    const recorded = { areaId: area, changes: null, said: father, allowedWhy: null }
    const { familyMemberId: toldBy } = await call.family.recordMember({ ...recorded, caseId, key: newKey() })
    await expect(told(0, { toldBy })).rejects.toMatchObject({ message: 'must-not-be-contacted' })
    const other = await givenCase(given, area)
    const stranger = await call.family.recordMember({
      ...recorded,
      caseId: other.caseId,
      said: { ...father, noContact: null, details: { ...father.details, noContactWhy: null } },
      key: newKey(),
    })
    await expect(told(0, { toldBy: stranger.familyMemberId })).rejects.toMatchObject(notFound)
  })
})

describe('the chair', () => {
  test('answers each question at the item or says why not, and the key worker reads it to feed it back', async () => {
    const one = await asked()
    given.clock.set('2026-03-02T10:05:00.000Z')
    const two = await asked('Could it happen again?')
    await released()
    expect(await stillOpen()).toBe(2)
    expect((await item()).questions).toMatchObject([
      { familyQuestionId: one, inPack: true, standing: 'open', version: 0 },
      { familyQuestionId: two, text: 'Could it happen again?' },
    ])
    const key = newKey()
    expect(await answer(one, { key })).toEqual({ version: 1 })
    expect(await answer(one, { key })).toEqual({ version: 1 })
    await expect(answer(one)).rejects.toMatchObject({ message: 'stale' })
    await expect(leftOpen(one, 1)).rejects.toMatchObject({ message: 'stale' })
    await leftOpen(two)
    expect(await stillOpen()).toBe(0)
    expect((await item()).questions).toMatchObject([
      { standing: 'answered', answer: 'Nobody can say.', version: 1 },
      { standing: 'left-open', leftOpen: 'beyond-the-review' },
    ])
    const { family } = await (await given.as(keyWorker)).family.open({ areaId: area, caseId, named: false })
    expect(family.questions).toMatchObject([
      { answers: [{ entry: 1, body: 'panel', answer: 'Nobody can say.', recordedBy: chair.personId }] },
      { leftOpen: { reason: 'beyond-the-review', by: chair.personId } },
    ])
    expect(await answer(two)).toEqual({ version: 1 })
  })

  test('is shown a question that came after the release, screened alone and everything doubtful taken out', async () => {
    await asked()
    await released()
    const late = await asked(`Tamsin asks why Marigold ${FAMILY_NAME} was sent home.`)
    expect(await inPack()).toMatchObject({ questions: [{}], since: 1 })
    const shown = (await item()).questions.find(({ familyQuestionId }) => familyQuestionId === late)
    expect(shown).toMatchObject({ inPack: false, standing: 'open' })
    expect(shown?.text).toContain('[the child] was sent home')
    for (const name of ['Tamsin', 'Marigold', FAMILY_NAME]) expect(shown?.text).not.toContain(name)
    expect(await item()).toEqual(await item())
    expect(await stillOpen()).toBe(2)
  })

  test('has nothing to answer of what the family takes back, or what a caveat keeps from the panel', async () => {
    const [withdrawnOne, kept] = [await asked('Was it the cot?'), await asked('Who else knew?')]
    const call = await given.as(coordinator)
    await call.family.leaveOpen({
      areaId: area,
      caseId,
      familyQuestionId: withdrawnOne,
      reason: 'family-withdrew-it',
      why: 'They said so.',
      key: newKey(),
    })
    await call.caveat.record({
      areaId: area,
      caseId,
      kind: 'prosecution-pending',
      target: { of: 'family-question', familyQuestionId: kept },
      why: 'The police ask for it',
      askedBy: 'An invented officer',
      owner: 'coordinator',
      reviewOn: PlainDate.parse('2026-06-01'),
      key: newKey(),
    })
    await released()
    expect(await inPack()).toEqual({ portrait: null, questions: [], since: 0 })
    expect((await item()).questions).toEqual([])
    expect(await stillOpen()).toBe(0)
    await expect(answer(kept)).rejects.toMatchObject(notFound)
  })

  test('alone answers: not a member, nobody of another area, nobody in conflict, and at this meeting only', async () => {
    const id = await asked()
    await released()
    for (const who of [member, coordinator, keyWorker]) {
      await expect(answer(id, { who })).rejects.toMatchObject({ message: 'forbidden' })
      await expect(item(who)).rejects.toMatchObject({ message: 'forbidden' })
    }
    await expect(answer(id, { who: personIn(newArea(), 'chair') })).rejects.toMatchObject(notFound)
    const other = await givenCase(given, area)
    const elsewhere = await givenListing(given, coordinator, other.caseId)
    await expect(
      (await given.as(chair)).familyItem.read({ ...place(), panelMeetingId: elsewhere.panelMeetingId }),
    ).rejects.toMatchObject(notFound)
    await (await given.as(chair)).conflict.declare({ areaId: area, caseId, key: newKey() })
    await expect(item()).rejects.toMatchObject(notFound)
    await expect(answer(id)).rejects.toMatchObject(notFound)
  })

  test('answers nothing once the panel has reviewed the case', async () => {
    const id = await asked()
    await givenAgreement(given, area, caseId, panelMeetingId)
    await expect(answer(id)).rejects.toMatchObject({ message: 'not-allowed-in-this-state' })
  })
})
