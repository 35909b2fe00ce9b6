import { randomUUID } from 'node:crypto'
import type { AreaId, CaseId, EventEnvelope } from '@cdop/domain'
import type { GivenService } from '@cdop/service/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  accepted,
  agreed,
  asPerson,
  envelope,
  givenReporting,
  hear,
  newArea,
  newCase,
  signedBySomebody,
} from '../testing.ts'

let given: GivenService
let areaId: AreaId
beforeAll(async () => {
  given = await givenReporting()
})
afterAll(() => given.drop())
beforeEach(() => {
  given.clock.set('2025-06-01T10:00:00.000Z')
  areaId = newArea()
})

const reportingYear = '2023-24'
const cases = (many: number) => Array.from({ length: many }, () => newCase())
type Said = Pick<EventEnvelope, 'type'> & { payload: unknown; version?: number }
/** Said of these cases by intake, or by factor-analysis, now. */
const tell = (publisher: 'intake' | 'factor-analysis', about: readonly CaseId[], say: (of: CaseId) => Said) =>
  hear(
    given,
    publisher,
    about.map((of) => envelope(areaId, { subject: of, recordedAt: given.clock.now(), ...say(of) })),
  )
const notified = (about: readonly CaseId[], of: Parameters<typeof accepted>[1] = {}, version = 1) =>
  tell('intake', about, (caseId) => ({
    ...{ type: 'notification.accepted.v1', payload: accepted(caseId, of), version },
  }))
const reviewed = (about: readonly CaseId[], of: Parameters<typeof agreed>[1] = {}, version = 1) =>
  tell('factor-analysis', about, (caseId) => ({
    ...{ type: 'analysis.agreed.v1', payload: agreed(caseId, of), version },
  }))
const inError = (about: readonly CaseId[]) =>
  tell('intake', about, (caseId) => ({
    type: 'notification.reported-in-error.v1',
    payload: {
      ...{ caseId, notificationId: randomUUID(), reason: 'child-is-alive', nationalDatabaseTold: false },
    },
    version: 2,
  }))

/** Forty deaths elsewhere than the others: no place has all. */
const givenOthers = () => notified(cases(40), { placeOfDeath: 'hospice', sex: 'male', ageBand: '5-9y' })

const buildOnly = (year = reportingYear) =>
  asPerson(given, areaId).release.build({ areaId, reportingYear: year, key: randomUUID() })

/** Built, and signed by somebody else. */
async function build(year = reportingYear) {
  const { releaseId } = await buildOnly(year)
  await signedBySomebody(given, areaId, releaseId)
  return asPerson(given, areaId).release.read({ areaId, releaseId })
}
type Release = Awaited<ReturnType<typeof build>>

function tableIn({ tables }: Release, id: string) {
  const found = tables.find(({ tableId }) => tableId === id)
  if (found?.outcome !== 'published') throw new Error(`${id} is published`)
  return found
}
const countIn = (release: Release, id: string, row: string) =>
  tableIn(release, id).table.cells.find((cell) => cell.row === row)?.count
const aMonthOn = () => given.clock.addDays(30)
const shown = (value: number) => ({ kind: 'shown', value })

describe('a period that is released again', () => {
  test('says which figures changed since, and why where that may be told', async () => {
    await notified(cases(60))
    await givenOthers()
    const first = await build()
    expect(tableIn(first, 'N1').revision).toBeNull()
    aMonthOn()
    await notified(cases(12))
    const second = await build()
    const since = { releaseId: first.releaseId, asKnownOn: first.asKnownOn }
    const causes = [{ cause: 'late-notification', cases: 12 }]
    expect(tableIn(second, 'N1').revision).toEqual({
      since,
      changed: [{ row: '2023-24', column: 'total', before: 100, after: 112 }],
      causes,
      kept: null,
    })
    expect(tableIn(second, 'N9').revision).toMatchObject({
      changed: [
        { row: 'hospital-neonatal-unit', before: 60, after: 72 },
        { row: 'total', before: 100, after: 112 },
      ],
      causes,
    })
    const { csv } = await asPerson(given, areaId).release.csv({
      ...{ areaId, releaseId: second.releaseId, tableId: 'N9' },
    })
    expect(csv).toContain('Changed: Hospital: neonatal unit: was 60, is 72')
    expect(csv).toContain(first.releaseId)
  })

  test('does not tell that one death came late, nor that one was no death among many that came', async () => {
    const [wrong, ...others] = cases(60)
    if (wrong === undefined) throw new Error('sixty cases')
    await notified([wrong, ...others])
    const first = await build()
    aMonthOn()
    await notified(cases(1))
    const second = await build()
    expect(second.hash).toBe(first.hash)
    expect(tableIn(second, 'N1').revision).toMatchObject({ changed: [], causes: null })
    aMonthOn()
    await notified(cases(12))
    await inError([wrong])
    const third = await build()
    // Sixty and one and twelve, less one; told by twelve alone the one would be told.
    expect(countIn(third, 'N1', '2023-24')).toEqual(shown(72))
    expect(tableIn(third, 'N1').revision).toMatchObject({ causes: null })
  })

  test('counts on from what was released, not from what was known then', async () => {
    await notified(cases(60))
    await givenOthers()
    await build()
    for (const expected of [60, 66]) {
      aMonthOn()
      await notified(cases(3))
      expect(countIn(await build(), 'N9', 'hospital-neonatal-unit')).toEqual(shown(expected))
    }
  })

  test('keeps hidden what was hidden, though it grew', async () => {
    await notified(cases(60))
    await notified(cases(20), { placeOfDeath: 'paediatric-ward' })
    await notified(cases(3), { placeOfDeath: 'home' })
    const first = await build()
    const hiddenIn = (release: Release) =>
      tableIn(release, 'N9').table.cells.flatMap(({ row, count }) => (count.kind === 'hidden' ? [row] : []))
    expect(hiddenIn(first)).toContain('home-of-normal-residence')
    aMonthOn()
    await notified(cases(8), { placeOfDeath: 'home' })
    await notified(cases(7))
    const second = await build()
    expect(hiddenIn(second)).toEqual(hiddenIn(first))
    expect(countIn(second, 'N9', 'total')).toEqual(shown(90))
  })

  test('tells what else was recorded: deaths in error, merged, and corrected', async () => {
    const [wrong, same, moved, rest] = [cases(6), cases(5), cases(7), cases(60)]
    await notified([...wrong, ...same, ...moved, ...rest])
    await givenOthers()
    await build()
    aMonthOn()
    await inError(wrong)
    const [kept] = rest
    await tell('intake', same, (caseId) => ({
      type: 'case.merged.v1',
      payload: { caseId, intoCaseId: kept, mergeId: randomUUID() },
      version: 2,
    }))
    await notified(moved, { placeOfDeath: 'paediatric-ward' }, 2)
    const again = await build()
    expect(tableIn(again, 'N9').revision).toMatchObject({
      changed: [
        { row: 'hospital-paediatric-ward', before: 0, after: 7 },
        { row: 'hospital-neonatal-unit', before: 78, after: 60 },
        { row: 'total', before: 118, after: 107 },
      ],
      causes: [
        { cause: 'correction', cases: 7 },
        { cause: 'merged', cases: 5 },
        { cause: 'reported-in-error', cases: 6 },
      ],
    })
  })

  test('is not held to figures to date, which say that they are', async () => {
    given.clock.set('2024-02-01T10:00:00.000Z')
    await notified(cases(30), { diedOn: '2023-05-01', receivedOn: '2023-05-02' })
    await build()
    given.clock.set('2025-06-01T10:00:00.000Z')
    await notified(cases(3), { placeOfDeath: 'home' })
    await notified(cases(27))
    const whole = await build()
    expect(tableIn(whole, 'N1').revision).toBeNull()
    expect(countIn(whole, 'N1', '2023-24')).toEqual(shown(60))
  })

  test('holds a year to what the release of a later year said of it', async () => {
    await notified(cases(60))
    await notified(cases(40), { diedOn: '2022-06-01', receivedOn: '2022-06-02' })
    await build('2023-24')
    aMonthOn()
    await notified(cases(2), { diedOn: '2022-06-01', receivedOn: '2022-06-02' })
    expect(countIn(await build('2022-23'), 'N1', '2022-23')).toEqual(shown(40))
  })

  test('built by two at the same moment is signed once: the other is not held to what was signed', async () => {
    await notified(cases(60))
    const [one, other] = await Promise.all([buildOnly(), buildOnly()])
    await signedBySomebody(given, areaId, one.releaseId)
    await expect(signedBySomebody(given, areaId, other.releaseId)).rejects.toThrow('release-superseded')
    const again = await build()
    expect(tableIn(again, 'N9').revision?.since?.releaseId).toBe(one.releaseId)
  })

  test('is held to nothing that was never signed', async () => {
    await notified(cases(60))
    await givenOthers()
    const signed = await build()
    aMonthOn()
    await notified(cases(20))
    const publisher = asPerson(given, areaId, ['publisher'])
    const { releaseId } = await buildOnly()
    const { hash } = await publisher.release.read({ areaId, releaseId })
    const reason = 'facts-still-to-come' as const
    await publisher.release.turnDown({ areaId, releaseId, hash, reason, key: randomUUID() })
    await buildOnly()
    aMonthOn()
    await notified(cases(20))
    const third = await build()
    expect(tableIn(third, 'N9').revision).toMatchObject({
      since: { releaseId: signed.releaseId },
      changed: [{ row: 'hospital-neonatal-unit', before: 60, after: 100 }, { row: 'total' }],
    })
  })
})

describe('a review that was reopened and agreed again', () => {
  const modifiableIn = async (year: string) => {
    const { cells } = await asPerson(given, areaId).figure.exact({
      areaId,
      measure: 'R1',
      reportingYear: year,
    })
    return cells.map(({ count }) => count)
  }

  test('counts once, in the year of its first review, with what was agreed last', async () => {
    const [again, once, others] = [cases(6), cases(30), cases(20)]
    await notified([...again, ...once, ...others])
    await reviewed([...again, ...once])
    await reviewed(others, { modifiability: 'modifiable-factors-identified' })
    const first = await build()
    expect(countIn(first, 'R1', 'no-modifiable-factors')).toEqual(shown(36))
    aMonthOn()
    const later = { reviewedOn: '2025-06-20', modifiability: 'modifiable-factors-identified' } as const
    await reviewed(again, { ...later, analysisVersion: 5, revision: 2, firstReviewedOn: '2024-02-20' }, 2)
    expect(await modifiableIn('2023-24')).toEqual([26, 30, 0, 56])
    expect(await modifiableIn('2025-26')).toEqual([0, 0, 0, 0])
    expect(tableIn(await build(), 'R1').revision).toMatchObject({
      changed: [
        { row: 'modifiable-factors-identified', before: 20, after: 26 },
        { row: 'no-modifiable-factors', before: 36, after: 30 },
      ],
      causes: [{ cause: 'reopened-review', cases: 6 }],
    })
  })

  test('counts in that year also where the first review was agreed elsewhere and its day alone is known', async () => {
    const [elsewhere] = cases(1)
    if (elsewhere === undefined) throw new Error('one case')
    await notified([elsewhere])
    await reviewed([elsewhere], { reviewedOn: '2025-05-20', revision: 2, firstReviewedOn: '2024-02-20' })
    expect(await modifiableIn('2023-24')).toEqual([0, 1, 0, 1])
    expect(await modifiableIn('2025-26')).toEqual([0, 0, 0, 0])
    // A third agreement that says another first day does not move it.
    await reviewed([elsewhere], { reviewedOn: '2025-05-30', revision: 3, firstReviewedOn: '2025-05-20' }, 2)
    expect(await modifiableIn('2023-24')).toEqual([0, 1, 0, 1])
  })
})
