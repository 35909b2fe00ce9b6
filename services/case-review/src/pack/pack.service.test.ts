import {
  type AreaId,
  type CaseId,
  type InformationRequestId,
  type PackId,
  type PanelMeetingId,
  type Person,
  PlainDate,
} from '@cdop/domain'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type GivenCaseReview,
  givenCase,
  givenCaseReview,
  givenErrorReport,
  goingOn,
  linkHolder,
  newArea,
  newKey,
  personIn,
  reportingAnswers,
} from '../testing.ts'
import { brokenInIntake, FAMILY_NAME, recognisedBy } from '../testing-intake.ts'
import { destroyPacks } from './destroy-packs.ts'
import { screenPack } from './screen-pack.ts'

let given: GivenCaseReview
beforeAll(async () => {
  given = await givenCaseReview()
})
afterAll(() => given.drop())

let area: AreaId
let coordinator: Person
let second: Person
let member: Person
beforeEach(() => {
  given.clock.set('2026-03-02T10:00:00.000Z')
  area = newArea()
  coordinator = personIn(area, 'coordinator')
  second = personIn(area, 'designated-doctor')
  member = personIn(area, 'panel-member')
})

const HOSPITAL = 'Hollowbrook Hospital'
const TOLD = `Marigold ${FAMILY_NAME} was seen at ${HOSPITAL}. A neighbour, Tamsin, came.`

type Listed = { caseId: CaseId; informationRequestId: InformationRequestId }

/** A meeting with so many cases, of each of which a hospital told something. */
async function givenMeeting(cases = 1, heldOn = '2026-03-30') {
  const call = await given.as(coordinator)
  const { panelMeetingId } = await call.panelMeeting.arrange({
    areaId: area,
    kind: 'standard',
    heldOn: PlainDate.parse(heldOn),
    key: newKey(),
  })
  const agency = { name: HOSPITAL, kind: 'hospital' as const, email: 'team@hollowbrook.example' }
  const { organisationId } = await call.organisation.add({ areaId: area, key: newKey(), ...agency })
  const listed: Listed[] = []
  for (let n = 0; n < cases; n += 1) {
    const { caseId } = await givenCase(given, area)
    const { informationRequestId } = await call.informationRequest.send({
      areaId: area,
      caseId,
      organisationId,
      key: newKey(),
    })
    await told(informationRequestId, TOLD)
    const none = { areaId: area, caseId, reason: 'died-abroad' as const, decidedOn: given.clock.today() }
    await call.reviewMeeting.recordNotHeld({ ...none, key: newKey() })
    const summary = 'A child died at home.'
    await call.case.listForPanel({ areaId: area, caseId, panelMeetingId, summary, goingOn, key: newKey() })
    listed.push({ caseId, informationRequestId })
  }
  return { panelMeetingId, listed }
}

async function told(
  informationRequestId: InformationRequestId,
  text: string,
  { version = 0, learning = 'Nothing.' } = {},
): Promise<void> {
  const { answers, formVersion } = reportingAnswers()
  const reporter = await given.as(linkHolder(area, informationRequestId))
  const changed = { ...answers, 'involvement-summary': text, 'agency-learning': learning }
  await reporter.reportingForm.submit({ key: newKey(), version, formVersion, answers: changed })
}

async function built(panelMeetingId: PanelMeetingId, version = 0): Promise<PackId> {
  const call = await given.as(coordinator)
  const { packId } = await call.pack.build({ areaId: area, panelMeetingId, version, key: newKey() })
  await screenPack(given.parts, { areaId: area, packId })
  return packId
}

const leaks = async (packId: PackId, caseId: CaseId, who = coordinator) =>
  (await given.as(who)).pack.leaks({ areaId: area, packId, caseId })

/** Takes out, or leaves, everything doubtful in a case. */
async function decided(packId: PackId, caseId: CaseId, hide = true): Promise<void> {
  const { items, narratives } = await leaks(packId, caseId)
  const decisions = items.map(({ narrative, start, end }) => ({
    mark: narratives[narrative]?.mark ?? '',
    start,
    end,
    hide,
  }))
  const decide = { areaId: area, packId, caseId, decisions, key: newKey() }
  await (await given.as(coordinator)).pack.decide(decide)
}

const signed = async (packId: PackId, who: Person, seen: 'ready' | 'signed-once', fewReason: string | null) =>
  (await given.as(who)).pack.sign({
    areaId: area,
    packId,
    seen,
    lateReason: null,
    fewReason,
    key: newKey(),
  })

const FEW = 'A small area: nothing else is told of the case.'

async function released(panelMeetingId: PanelMeetingId, listed: readonly Listed[], version = 0) {
  const packId = await built(panelMeetingId, version)
  for (const { caseId } of listed) {
    if ((await leaks(packId, caseId)).items.some(({ decision }) => decision === null))
      await decided(packId, caseId)
  }
  await signed(packId, coordinator, 'ready', null)
  await signed(packId, second, 'signed-once', FEW)
  return packId
}

const read = async (caseId: CaseId, who = member) =>
  (await (await given.as(who)).pack.open({ areaId: area, caseId })).narratives

const newest = async (panelMeetingId: PanelMeetingId, who = coordinator) => {
  const answer = await (await given.as(who)).pack.read({ areaId: area, panelMeetingId })
  return { ...answer, state: answer.versions[0]?.state }
}

const only = (listed: readonly Listed[]): Listed => {
  const [first] = listed
  if (first === undefined) throw new Error('no case was listed')
  return first
}

describe('a pack', () => {
  test('is released by two people once everything doubtful is decided, and then says nobody’s name', async () => {
    const { panelMeetingId, listed } = await givenMeeting(2)
    const packId = await built(panelMeetingId)
    expect(await newest(panelMeetingId)).toMatchObject({
      state: 'awaiting-decisions',
      turns: { done: 2, of: 2 },
      releaseBy: '2026-03-23',
      late: false,
    })
    const { caseId } = only(listed)
    const report = await leaks(packId, caseId)
    expect(report.items).toMatchObject([{ found: 'Tamsin', decision: null }])
    expect(report.counts).toContainEqual({ kind: 'place', replaced: 1, own: 1, doubtful: 0 })
    await expect(signed(packId, coordinator, 'ready', null)).rejects.toMatchObject({ message: 'stale' })
    await expect(read(caseId)).rejects.toMatchObject({ message: 'pack-not-open' })
    for (const one of listed) await decided(packId, one.caseId)
    expect(await newest(panelMeetingId)).toMatchObject({ state: 'ready' })
    await signed(packId, coordinator, 'ready', null)
    const again = signed(packId, coordinator, 'signed-once', FEW)
    await expect(again).rejects.toMatchObject({ message: 'pack-needs-another' })
    const silent = signed(packId, second, 'signed-once', null)
    await expect(silent).rejects.toMatchObject({ message: 'pack-few-needs-reason' })
    expect(await signed(packId, second, 'signed-once', FEW)).toEqual({ state: 'released' })
    const texts = await Promise.all(listed.map(async (one) => (await read(one.caseId)).texts))
    const [one = '', other = ''] = texts.map((all) => all.map(({ text }) => text ?? '').join('\n'))
    expect(one).toMatch(/\[the child\] was seen at \[hospital [A-Z]\d\d\]\. A neighbour, \[name\], came\./)
    for (const name of ['Marigold', FAMILY_NAME, HOSPITAL, 'Tamsin']) expect(one + other).not.toContain(name)
    const code = /hospital ([A-Z]\d\d)/.exec(one)?.[1]
    expect(other).toContain(`hospital ${code}`)
    await released(panelMeetingId, listed, 1)
    const next = (await read(caseId)).texts.map(({ text }) => text).join('\n')
    expect(next).toMatch(/hospital [A-Z]\d\d/)
    expect(next).not.toContain(`hospital ${code}`)
    expect((await newest(panelMeetingId)).versions.map(({ state }) => state)).toEqual([
      'released',
      'withdrawn',
    ])
  })

  test('that stopped in the middle goes on where it stopped, and a case that cannot be screened is named', async () => {
    const { panelMeetingId, listed } = await givenMeeting(3)
    const [, broken] = listed
    if (broken === undefined) throw new Error('no second case')
    brokenInIntake.add(broken.caseId)
    const call = await given.as(coordinator)
    const { packId } = await call.pack.build({ areaId: area, panelMeetingId, version: 0, key: newKey() })
    await expect(screenPack(given.parts, { areaId: area, packId })).rejects.toThrow()
    expect(await newest(panelMeetingId)).toMatchObject({ state: 'building', turns: { done: 2, of: 3 } })
    const screenedAt = () => given.test.look`
      select screened_at from case_review.pack_cases where pack_id = ${packId} and outcome = 'screened'`
    const first = await screenedAt()
    given.clock.set('2026-03-02T11:00:00.000Z')
    brokenInIntake.delete(broken.caseId)
    await screenPack(given.parts, { areaId: area, packId })
    expect(await newest(panelMeetingId)).toMatchObject({ turns: { done: 3, of: 3 } })
    expect(await screenedAt()).toHaveLength(3)
    expect(await screenedAt()).toEqual(expect.arrayContaining([...first]))
    const twice = call.pack.build({ areaId: area, panelMeetingId, version: 0, key: newKey() })
    await expect(twice).rejects.toMatchObject({ message: 'stale' })
    brokenInIntake.add(broken.caseId)
    const next = await call.pack.build({ areaId: area, panelMeetingId, version: 1, key: newKey() })
    for (let turn = 1; turn < 5; turn += 1)
      await expect(screenPack(given.parts, { areaId: area, packId: next.packId })).rejects.toThrow()
    await screenPack(given.parts, { areaId: area, packId: next.packId })
    const { cases } = await newest(panelMeetingId)
    expect(cases.map(({ outcome }) => outcome).sort()).toEqual(['failed', 'screened', 'screened'])
    for (const one of listed) if (one !== broken) await decided(next.packId, one.caseId)
    brokenInIntake.delete(broken.caseId)
    const signing = signed(next.packId, coordinator, 'ready', null)
    await expect(signing).rejects.toMatchObject({ message: 'pack-out-of-date' })
  })

  test('is not there for whoever declared a conflict, who cannot sign it either', async () => {
    const { panelMeetingId, listed } = await givenMeeting(2)
    const { caseId } = only(listed)
    const packId = await released(panelMeetingId, listed)
    expect((await read(caseId)).texts).not.toEqual([])
    await (await given.as(member)).conflict.declare({ areaId: area, caseId, key: newKey() })
    await expect(read(caseId)).rejects.toMatchObject({ message: 'not-found' })
    const both = personIn(area, 'coordinator', 'panel-member')
    await (await given.as(both)).conflict.declare({ areaId: area, caseId, key: newKey() })
    await expect(leaks(packId, caseId, both)).rejects.toMatchObject({ message: 'not-found' })
    expect(await newest(panelMeetingId, both)).toMatchObject({
      turns: { done: 1, of: 1 },
      cases: [{ alike: 2 }],
    })
    const next = await built(panelMeetingId, 1)
    const signing = signed(next, both, 'ready', null)
    await expect(signing).rejects.toMatchObject({ message: 'pack-not-yours-to-sign' })
  })

  test('begun or signed by two at the same moment is begun or signed once, by the database as well', async () => {
    const { panelMeetingId, listed } = await givenMeeting()
    const { caseId } = only(listed)
    const begin = async (who: Person) =>
      (await given.as(who)).pack.build({ areaId: area, panelMeetingId, version: 0, key: newKey() })
    const begun = await Promise.allSettled([begin(coordinator), begin(second)])
    expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const packId = (await newest(panelMeetingId)).versions[0]?.packId
    if (packId === undefined) throw new Error('no version')
    await Promise.all([1, 2].map(() => screenPack(given.parts, { areaId: area, packId })))
    const skipped = given.test.look`
      update case_review.packs set state = 'ready' where pack_id = ${packId}`
    await expect(skipped).rejects.toMatchObject({ code: '23514' })
    await decided(packId, caseId)
    const first = await Promise.allSettled(
      [coordinator, second].map((who) => signed(packId, who, 'ready', null)),
    )
    expect(first.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const third = personIn(area, 'coordinator')
    const last = await Promise.allSettled(
      [third, personIn(area, 'coordinator')].map((who) => signed(packId, who, 'signed-once', FEW)),
    )
    expect(last.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await read(caseId)).texts).not.toEqual([])
    const same = given.test
      .look`update case_review.packs set released_by = signed_by where pack_id = ${packId}`
    await expect(same).rejects.toMatchObject({ code: '23514' })
  })

  test('is built by nobody who only reads, and by nobody of another area', async () => {
    const { panelMeetingId } = await givenMeeting()
    const build = { areaId: area, panelMeetingId, version: 0, key: newKey() }
    for (const who of [member, personIn(area, 'chair')])
      await expect((await given.as(who)).pack.build(build)).rejects.toMatchObject({ message: 'forbidden' })
    const elsewhere = await given.as(personIn(newArea(), 'coordinator'))
    await expect(elsewhere.pack.build(build)).rejects.toMatchObject({ message: 'not-found' })
  })
})

describe('what changes afterwards', () => {
  test('a corrected text is read no more, makes the version out of date, and keeps what was decided elsewhere', async () => {
    const { panelMeetingId, listed } = await givenMeeting()
    const { caseId, informationRequestId } = only(listed)
    await released(panelMeetingId, listed)
    given.clock.set('2026-03-03T10:00:00.000Z')
    const reporter = await given.as(linkHolder(area, informationRequestId))
    const why = 'Something was left out.'
    await reporter.reportingForm.correct({ key: newKey(), why })
    const { version } = await reporter.reportingForm.begin({})
    await told(informationRequestId, TOLD, { version, learning: 'Jasper Holloway said so.' })
    const { texts } = await read(caseId)
    expect(texts.map(({ text }) => text === null)).toEqual([false, false, true, false])
    expect((await newest(panelMeetingId)).cases).toMatchObject([{ standing: 'changed' }])
    const packId = await built(panelMeetingId, 1)
    const { items } = await leaks(packId, caseId)
    expect(items.map(({ found, decision }) => [found, decision?.hide ?? null])).toEqual([
      ['Tamsin', true],
      ['Jasper Holloway', null],
    ])
  })

  test('a caveat takes a text out at once', async () => {
    const { panelMeetingId, listed } = await givenMeeting()
    const { caseId, informationRequestId } = only(listed)
    await released(panelMeetingId, listed)
    const target = { of: 'return' as const, informationRequestId, form: 'reporting' as const, part: null }
    await (await given.as(coordinator)).caveat.record({
      areaId: area,
      caseId,
      kind: 'third-party-confidence',
      target,
      why: 'Said in confidence.',
      askedBy: 'Invented Inspector',
      owner: 'coordinator',
      reviewOn: PlainDate.parse('2026-04-01'),
      key: newKey(),
    })
    const { texts } = await read(caseId)
    expect(texts.map(({ text }) => text === null)).toEqual([false, true, true, true])
  })

  test('a name that comes to be known and stands in none of the texts keeps nothing from being signed', async () => {
    const { panelMeetingId, listed } = await givenMeeting()
    const { caseId } = only(listed)
    const packId = await built(panelMeetingId)
    await decided(packId, caseId, false)
    recognisedBy.set(caseId, { family: [{ name: 'Zebedee Quillfeather', relation: null }] })
    await signed(packId, coordinator, 'ready', null)
    expect(await newest(panelMeetingId)).toMatchObject({ versions: [{ state: 'signed-once' }] })
  })

  test('a name that comes to be known keeps the pack from being signed', async () => {
    const { panelMeetingId, listed } = await givenMeeting()
    const { caseId } = only(listed)
    const packId = await built(panelMeetingId)
    await decided(packId, caseId, false)
    recognisedBy.set(caseId, { family: [{ name: 'Tamsin Reed', relation: null }] })
    const signing = signed(packId, coordinator, 'ready', null)
    await expect(signing).rejects.toMatchObject({ message: 'pack-out-of-date' })
    const next = await built(panelMeetingId, 1)
    expect((await leaks(next, caseId)).items).toEqual([])
  })

  test('a case reported in error leaves the pack, and its report with it', async () => {
    const { panelMeetingId, listed } = await givenMeeting(2)
    const [one, other] = listed
    if (one === undefined || other === undefined) throw new Error('two cases')
    const packId = await built(panelMeetingId)
    await givenErrorReport(given, area, one.caseId)
    expect((await newest(panelMeetingId)).cases.map(({ caseId }) => caseId)).toEqual([other.caseId])
    await expect(leaks(packId, one.caseId)).rejects.toMatchObject({ message: 'not-found' })
  })
})

describe('a released pack', () => {
  test('opens until its day, and is then destroyed with its key unless a hold keeps it', async () => {
    const { panelMeetingId, listed } = await givenMeeting()
    const { caseId } = only(listed)
    const packId = await released(panelMeetingId, listed)
    await destroyPacks(given.parts)
    expect(await read(caseId)).toMatchObject({ opensUntil: '2026-04-27' })
    const hold = {
      areaId: area,
      caseId,
      reason: 'inquest' as const,
      stages: ['panel' as const],
      from: PlainDate.parse('2026-03-02'),
      confirmedOn: PlainDate.parse('2026-03-02'),
      nextCheckOn: PlainDate.parse('2026-03-20'),
      contact: 'Invented Office',
      key: newKey(),
    }
    const call = await given.as(coordinator)
    const { holdId } = await call.hold.record(hold)
    given.clock.set('2026-04-28T10:00:00.000Z')
    await expect(read(caseId)).rejects.toMatchObject({ message: 'pack-not-open' })
    const keys = () => given.test.look`select from case_review.data_keys where subject = ${packId}`
    await destroyPacks(given.parts)
    expect(await newest(panelMeetingId)).toMatchObject({
      versions: [{ state: 'expired', destroyedAt: null }],
    })
    expect(await keys()).toHaveLength(1)
    await call.hold.end({
      areaId: area,
      caseId,
      holdId,
      version: 1,
      until: PlainDate.parse('2026-04-28'),
      key: newKey(),
    })
    await destroyPacks(given.parts)
    await destroyPacks(given.parts)
    expect(await keys()).toHaveLength(0)
    await expect(read(caseId)).rejects.toMatchObject({ message: 'pack-not-open' })
  })

  test('is new to whoever had read the one before', async () => {
    const { panelMeetingId, listed } = await givenMeeting()
    const { caseId } = only(listed)
    const reading = async () => (await (await given.as(member)).pack.open({ areaId: area, caseId })).reading
    await released(panelMeetingId, listed)
    const { version } = await reading()
    const marked = { areaId: area, caseId, panelMeetingId, version, key: newKey() }
    await (await given.as(member)).reading.mark(marked)
    await released(panelMeetingId, listed, 1)
    expect(await reading()).toMatchObject({ fresh: ['wrote'], gone: 0 })
    const again = (await given.as(member)).reading.mark({ ...marked, key: newKey() })
    await expect(again).rejects.toMatchObject({ message: 'stale' })
  })

  test('leaves in no copy where the area has not said that it may', async () => {
    const { panelMeetingId, listed } = await givenMeeting()
    const { caseId } = only(listed)
    const copied = async () => (await given.as(member)).pack.copy({ areaId: area, caseId })
    await expect(copied()).rejects.toMatchObject({ message: 'pack-not-open' })
    await released(panelMeetingId, listed)
    await expect(copied()).rejects.toMatchObject({ message: 'pack-copy-not-allowed' })
  })

  test('that is withdrawn is read by nobody from then on', async () => {
    const { panelMeetingId, listed } = await givenMeeting()
    const { caseId } = only(listed)
    const packId = await released(panelMeetingId, listed)
    const withdrawal = { areaId: area, packId, because: 'identifies-somebody' as const, key: newKey() }
    const call = await given.as(coordinator)
    await call.pack.withdraw(withdrawal)
    await call.pack.withdraw(withdrawal)
    await expect(read(caseId)).rejects.toMatchObject({ message: 'pack-not-open' })
  })

  test('within five working days of the meeting says why, and by the rule of its day', async () => {
    const { panelMeetingId, listed } = await givenMeeting(1, '2026-03-06')
    const packId = await built(panelMeetingId)
    await decided(packId, only(listed).caseId)
    await signed(packId, coordinator, 'ready', null)
    const late = signed(packId, second, 'signed-once', FEW)
    await expect(late).rejects.toMatchObject({ message: 'pack-late-needs-reason' })
    const administrator = await given.as(personIn(area, 'administrator'))
    const rule = { releaseWorkingDays: 3, expiresAfterDays: 14, copiesAllowed: true }
    const set = { areaId: area, version: 0, validFrom: PlainDate.parse('2026-03-05'), rule, key: newKey() }
    await administrator.pack.setRule(set)
    expect(await signed(packId, second, 'signed-once', FEW)).toEqual({ state: 'released' })
    const { caseId } = only(listed)
    expect(await read(caseId)).toMatchObject({ opensUntil: '2026-03-20', copiesAllowed: true })
    const copied = await (await given.as(member)).pack.copy({ areaId: area, caseId })
    expect(copied.narratives).toEqual(await read(caseId))
    const entries = await given.test.look`
      select from case_review.audit_entries where area_id = ${area} and entry->>'action' = 'pack.copy'
    `
    expect(entries).toHaveLength(1)
    await (await given.as(member)).conflict.declare({ areaId: area, caseId, key: newKey() })
    const after = (await given.as(member)).pack.copy({ areaId: area, caseId })
    await expect(after).rejects.toMatchObject({ message: 'not-found' })
  })
})
