import { randomUUID } from 'node:crypto'
import { givenPerson, wallFaults } from '@cdop/database/testing'
import { type Actor, AreaId, CalibrationKey, calibrationCases, type Person, PlainDate } from '@cdop/domain'
import { ANALYSIS_FORM, type Answers, answersFrom, formInForce, statutoryForms } from '@cdop/forms'
import { type GivenService, givenService } from '@cdop/service/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { router } from '../api.ts'
import { migrations } from '../app.ts'
import { callerOf } from '../rpc.ts'

const pond = CalibrationKey.parse('garden-pond')
const form = formInForce(statutoryForms, ANALYSIS_FORM, '2026-03-02')
let given: GivenService
let area: AreaId
let coordinator: Person
let chair: Person
let member: Person

beforeAll(async () => {
  given = await givenService('factor-analysis', migrations)
})
afterAll(() => given.drop())
beforeEach(() => {
  area = AreaId.parse(randomUUID())
  coordinator = givenPerson(['coordinator'], area)
  chair = givenPerson(['chair'], area)
  member = givenPerson(['panel-member'], area)
})

const as = (actor: Actor) =>
  callerOf(router)({ actor, caller: 'portal', assertion: null, parts: given.parts }).calibration

/** A whole coding: fire-water-or-heights as said, or nothing in the physical environment. */
function coding(category = '3', found: 'modifiable' | 'none' = 'modifiable'): Answers {
  const none = { answer: 'none-identified' }
  const factor = {
    code: 'fire-water-or-heights',
    description: 'Words of a member',
    relevance: '2',
    modifiable: 'yes',
  }
  return answersFrom(form, {
    analysis: {
      categories: [category],
      domains: {
        intrinsic: none,
        social: none,
        physical: found === 'none' ? none : { answer: 'factors', factors: [factor] },
        service: none,
      },
      modifiability: found === 'none' ? 'no-modifiable-factors' : 'modifiable-factors-identified',
    },
  })
}

const of = (caseKey = pond) => ({ areaId: area, caseKey })

async function saved(who: Person, answers = coding(), caseKey = pond) {
  const draft = { ...of(caseKey), key: randomUUID(), version: 0, formVersion: form.version, answers }
  return as(who).save(draft)
}
async function coded(who: Person, answers = coding(), caseKey = pond) {
  const { version } = await saved(who, answers, caseKey)
  await as(who).finish({ ...of(caseKey), key: randomUUID(), version })
}
const members = (number: number) => Array.from({ length: number }, () => givenPerson(['panel-member'], area))

describe('a member codes an invented case', () => {
  test('alone, from the text and an empty form, and nothing says what was intended', async () => {
    const opened = await as(member).open(of())
    expect(opened).toMatchObject({ state: 'none', version: 0, answers: null })
    const { intended, why } = calibrationCases.find(({ key }) => key === pond) ?? {
      intended: null,
      why: null,
    }
    expect(intended).not.toBeNull()
    const told = JSON.stringify(opened)
    for (const words of [why?.category, why?.factors, why?.outcome, 'fire-water-or-heights']) {
      expect(told).not.toContain(words)
    }
    await saved(member)
    await expect(as(member).compare(of())).rejects.toMatchObject({ message: 'not-found' })
    expect((await as(member).open(of())).state).toBe('draft')
    // What one has drafted, nobody else opens.
    expect(await as(chair).open(of())).toMatchObject({ state: 'none', answers: null })
  })

  test('once: finished twice it counts once, and it stays as it is, by the database itself', async () => {
    const { version } = await saved(member)
    const finishing = { ...of(), key: randomUUID(), version }
    await as(member).finish(finishing)
    await as(member).finish(finishing)
    await expect(as(member).finish({ ...finishing, key: randomUUID() })).rejects.toMatchObject({
      message: 'calibration-coded',
    })
    await expect(
      as(member).save({
        ...of(),
        key: randomUUID(),
        version,
        formVersion: form.version,
        answers: coding('1'),
      }),
    ).rejects.toMatchObject({ message: 'calibration-coded' })
    const [row] = await given.test.look<{ answers: number }[]>`
      select count(*)::int as answers from factor_analysis.calibration_answers where area_id = ${area}
    `
    expect(row?.answers).toBe(1)
    const change = given.parts.database.transaction(
      member,
      (tx) =>
        tx`update factor_analysis.calibration_codings set version = version + 1 where area_id = ${area}`,
    )
    await expect(change).rejects.toThrow()
    expect(await wallFaults(given.parts.database.sql, 'factor_analysis')).toEqual([])
  })

  test('whole, and by the rules of the form', async () => {
    const half = answersFrom(form, { analysis: { categories: ['3'] } })
    const { version } = await saved(member, half)
    await expect(as(member).finish({ ...of(), key: randomUUID(), version })).rejects.toMatchObject({
      message: 'analysis-incomplete',
    })
    const wrong = { ...coding(), modifiability: 'no-modifiable-factors' }
    await as(member).save({
      ...of(),
      key: randomUUID(),
      version,
      formVersion: form.version,
      answers: wrong,
    })
    await expect(
      as(member).finish({ ...of(), key: randomUUID(), version: version + 1 }),
    ).rejects.toMatchObject({ message: 'modifiability-contradicts-factors' })
    await expect(saved(member)).rejects.toMatchObject({ message: 'stale' })
  })

  test('and sees the intended coding beside the own one, with why, and colleagues only once five are counted', async () => {
    await coded(member, coding('10', 'none'))
    const alone = await as(member).compare(of())
    expect(alone.colleagues).toBeNull()
    expect(alone.intended.category).toBe(3)
    expect(alone.differences).toContainEqual({ of: 'category', intended: 3, own: 10 })
    expect(alone.differences).toContainEqual({
      of: 'factor',
      code: 'fire-water-or-heights',
      intended: 'modifiable',
      own: 'not-found',
    })
    for (const other of members(3)) await coded(other)
    expect((await as(member).compare(of())).colleagues).toBeNull()
    await coded(chair)
    const { colleagues } = await as(member).compare(of())
    expect(colleagues).toMatchObject({
      coders: 5,
      categories: [
        { category: 3, coders: 4 },
        { category: 10, coders: 1 },
      ],
    })
    expect(JSON.stringify(colleagues)).not.toContain(chair.personId)
    expect(JSON.stringify(colleagues)).not.toContain('Words of a member')
  })
})

describe('what all made of the cases', () => {
  const read = (who: Person) => as(who).figures({ areaId: area, foundWhen: 'may-have' })

  test('does not move with the next one: it is counted five at a time', async () => {
    for (const one of members(5)) await coded(one)
    const before = await read(coordinator)
    expect(before).toMatchObject({ cases: 1, answers: 5, category: { answers: 5, asIntended: 5 } })
    for (const one of members(4)) {
      await coded(one, coding('10', 'none'))
      expect(await read(coordinator)).toEqual(before)
    }
    await coded(chair, coding('10', 'none'))
    expect(await read(coordinator)).toMatchObject({ answers: 10, category: { asIntended: 5 } })
  })

  test('of ten who finish at the same moment five are counted twice, never six', async () => {
    const ten = members(10)
    const versions = await Promise.all(ten.map((one) => saved(one)))
    await Promise.all(
      ten.map((one, at) =>
        as(one).finish({ ...of(), key: randomUUID(), version: versions[at]?.version ?? 0 }),
      ),
    )
    const rows = await given.test.look<{ size: number }[]>`
      select count(*)::int as size from factor_analysis.calibration_answers where area_id = ${area} group by batch
    `
    expect(rows.map(({ size }) => size)).toEqual([5, 5])
  })

  test('is shown to whoever codes of the cases they have coded themselves, and with kappa from four cases on', async () => {
    const keys = calibrationCases.slice(0, 5).map(({ key }) => key)
    const five = members(5)
    for (const key of keys) {
      const { intended } = calibrationCases.find((one) => one.key === key) ?? { intended: null }
      const category = `${Math.min(...(intended?.categories ?? [1]))}`
      for (const [at, one] of five.entries()) await coded(one, coding(at === 0 ? '10' : category), key)
    }
    expect(await read(member)).toMatchObject({ ofOwn: true, cases: 0, answers: 0 })
    const all = await read(coordinator)
    expect(all).toMatchObject({ ofOwn: false, cases: 5, answers: 25, category: { asIntended: 20 } })
    // Observed 20 of 25; by chance (4 of 25 twice a category, five categories) 0.16: (0.8 − 0.16) / (1 − 0.16).
    expect(all.category.withIntended.kappa).toBeCloseTo(0.64 / 0.84, 9)
    expect(all.category.between.kappa).not.toBeNull()
    expect(all.factors.some((one) => one.kind === 'factor-agreement' && one.firstAlone > 0)).toBe(true)
    const [coder] = five
    expect(coder && (await read(coder))).toMatchObject({ ofOwn: true, cases: 5 })
    await coded(member, coding('3'), keys[0])
    expect(await read(member)).toMatchObject({ cases: 1, category: { withIntended: { kappa: null } } })
  })

  test('who has taken part is told to coordinator and chair, never what they said, and the rest to nobody else', async () => {
    await coded(member, coding('10', 'none'))
    for (const who of [coordinator, chair]) {
      expect(await as(who).takers({ areaId: area })).toEqual([
        { personId: member.personId, finished: [pond] },
      ])
    }
    const forbidden = { message: 'forbidden' }
    await expect(as(member).takers({ areaId: area })).rejects.toMatchObject(forbidden)
    await expect(as(coordinator).compare(of())).rejects.toMatchObject(forbidden)
    await expect(as(coordinator).open(of())).rejects.toMatchObject(forbidden)
    await expect(
      as(givenPerson(['analyst'], area)).figures({ areaId: area, foundWhen: 'recorded' }),
    ).rejects.toMatchObject(forbidden)
    const stranger = givenPerson(['chair', 'coordinator'])
    const elsewhere = { message: 'not-found' }
    await expect(as(stranger).takers({ areaId: area })).rejects.toMatchObject(elsewhere)
    await expect(as(stranger).figures({ areaId: area, foundWhen: 'recorded' })).rejects.toMatchObject(
      elsewhere,
    )
    await expect(as(stranger).open(of())).rejects.toMatchObject(elsewhere)
  })

  test('nothing that is counted leads to whoever said it, and no word anybody wrote lies open', async () => {
    await coded(member)
    const rows = await given.test.look`
      select * from factor_analysis.calibration_answers where area_id = ${area}
    `
    const [coding_] = await given.test.look`
      select * from factor_analysis.calibration_codings where area_id = ${area}
    `
    expect(JSON.stringify(rows)).not.toContain(member.personId)
    expect(JSON.stringify(rows)).not.toMatch(/Words of a member|_at|_on"/)
    expect(JSON.stringify(coding_)).not.toMatch(/Words of a member|fire-water/)
  })
})

describe('a round', () => {
  test('is opened by a coordinator, once however often it is clicked, and holds nobody back', async () => {
    const asked = {
      areaId: area,
      key: randomUUID(),
      caseKeys: [pond, pond],
      closesOn: PlainDate.parse('2026-04-01'),
    }
    const { roundId } = await as(coordinator).openRound(asked)
    expect(await as(coordinator).openRound(asked)).toEqual({ roundId })
    const { rounds, cases } = await as(member).list({ areaId: area })
    expect(rounds).toMatchObject([{ roundId, caseKeys: [pond], closesOn: '2026-04-01' }])
    expect(cases.map(({ state }) => state)).toEqual(calibrationCases.map(() => 'none'))
    await coded(member, coding(), CalibrationKey.parse('night-on-a-sofa'))
    const late = { ...asked, key: randomUUID(), closesOn: PlainDate.parse('2026-03-01') }
    await expect(as(coordinator).openRound(late)).rejects.toMatchObject({ message: 'dates-out-of-order' })
    const unknown = { ...asked, key: randomUUID(), caseKeys: [CalibrationKey.parse('never-was')] }
    await expect(as(coordinator).openRound(unknown)).rejects.toMatchObject({ message: 'not-found' })
    await expect(as(chair).openRound({ ...asked, key: randomUUID() })).rejects.toMatchObject({
      message: 'forbidden',
    })
  })
})
