import { randomUUID } from 'node:crypto'
import type { EventEnvelope } from '@cdop/domain'
import type { GivenService } from '@cdop/service/testing'
import { modifiableFactorDefinition } from '@cdop/statistics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accepted,
  agreed,
  asOperator,
  asPerson,
  envelope,
  givenReporting,
  hear,
  newArea,
  newCase,
} from '../testing.ts'
import type { ExactFigure } from './exact-figure.ts'
import { FigureId, InternalId } from './figure-tables.ts'

const areaId = newArea()
let given: GivenService

type Told = Parameters<typeof accepted>[1]
type Reviewed = Parameters<typeof agreed>[1]
type Step = Readonly<{ type: EventEnvelope['type']; [key: string]: unknown }>

/** Every stream of the area as it was heard, by who told it. */
const streams = {
  intake: [] as EventEnvelope[],
  'case-review': [] as EventEnvelope[],
  'factor-analysis': [] as EventEnvelope[],
}

/** An invented child of the area: how the death was notified, what happened to the case, and what the panel agreed. */
function givenChild(told: Told, steps: readonly Step[] = [], review?: Reviewed): void {
  const caseId = newCase()
  const recordedAt = '2025-05-01T09:00:00.000Z'
  const event = (type: EventEnvelope['type'], payload: unknown, version = 1) =>
    envelope(areaId, { type, subject: caseId, payload, version, recordedAt })
  streams.intake.push(event('notification.accepted.v1', accepted(caseId, told)))
  steps.forEach(({ type, ...payload }, at) => {
    streams['case-review'].push(event(type, { caseId, ...payload }, at + 1))
  })
  if (review !== undefined)
    streams['factor-analysis'].push(event('analysis.agreed.v1', agreed(caseId, review)))
}

const inquest = (from: string, until?: string): Step[] => {
  const holdId = randomUUID()
  return [
    { type: 'hold.began.v1', holdId, reason: 'inquest', stages: ['panel'], from },
    ...(until === undefined ? [] : [{ type: 'hold.ended.v1' as const, holdId, until }]),
  ]
}

beforeAll(async () => {
  given = await givenReporting()
  // Neonates: one from before gestation was told, one whose weeks nobody knew, three with weeks.
  givenChild({ diedOn: '2024-05-02', ethnicCategory: 'M' })
  givenChild({ diedOn: '2024-05-03', completeness: { 'gestation-weeks': 'not-known' }, flags: [] })
  for (const gestation of ['under-24w', '24-27w', '37w-and-over'] as const) {
    givenChild({
      diedOn: '2024-06-09',
      gestation,
      flags: ['protection-plan', 'learning-disability'],
      completeness: { 'gestation-weeks': 'answered', 'child-ethnic-category': 'blank' },
      neighbourhood: {
        deprivation: [
          { index: 'IMD2025', lsoaVersion: '2021', decile: 9 },
          { index: 'IMD2019', lsoaVersion: '2011', decile: 2 },
        ],
        ruralUrban: { classification: 'RUC2021', code: 'RSN1' },
      },
    })
  }
  // Known by the older index alone.
  givenChild({
    diedOn: '2023-06-09',
    ageBand: '15-17y',
    jarTriggers: ['external-cause'],
    responseStarted: 'yes',
    otherReviews: ['safeguarding-practice-review'],
    neighbourhood: {
      deprivation: [{ index: 'IMD2019', lsoaVersion: '2011', decile: 10 }],
      ruralUrban: { classification: 'RUC2011', code: 'C1' },
    },
  })
  // Ten reviews of 2024-25: half a year after the death, and one that waited for an inquest.
  for (let at = 0; at < 10; at += 1) {
    givenChild({ diedOn: '2024-01-10', flags: ['looked-after'] }, [], {
      reviewedOn: `2024-07-${10 + at}`,
      modifiability: 'modifiable-factors-identified',
      factors: [
        { domain: 'social', code: 'smoking-in-the-household', relevance: 2, modifiable: true },
        { domain: 'service', code: 'delay', relevance: 2, modifiable: true },
        { domain: 'intrinsic', code: 'prematurity', relevance: 1, modifiable: false },
      ],
    })
  }
  const reviewMeetingId = randomUUID()
  const met: Step[] = [
    { type: 'review-meeting.held.v1', reviewMeetingId, kind: 'other', heldOn: '2023-07-10', last: true },
    { type: 'review-meeting.reported.v1', reviewMeetingId, receivedOn: '2023-07-20' },
  ]
  givenChild(
    { diedOn: '2023-04-10', completeness: { 'key-worker': 'answered' } },
    [...met, ...inquest('2023-06-01', '2024-08-01')],
    {
      reviewedOn: '2024-09-01',
      modifiability: 'inadequate-information',
    },
  )
  // Open cases.
  const heldOn = '2024-11-05'
  givenChild({ diedOn: '2024-02-01' }, [
    { type: 'case.opened.v1' },
    { type: 'review-meeting.held.v1', reviewMeetingId: randomUUID(), kind: 'other', heldOn, last: true },
    ...inquest('2024-12-01'),
  ])
  for (const publisher of ['case-review', 'factor-analysis', 'intake'] as const) {
    await hear(given, publisher, streams[publisher])
  }
})
afterAll(() => given.drop())

type Asking = Partial<{
  reportingYear: string
  yearsTogether: number
  months: { first: string; last: string }
}>

const exact = (measure: FigureId, asking: Asking = {}) =>
  asPerson(given, areaId).figure.exact({ areaId, measure, reportingYear: '2024-25', ...asking })

function countOf(figure: ExactFigure, row: string, column = 'total'): number {
  const cell = figure.cells.find((found) => found.row === row && found.column === column)
  if (cell === undefined) throw new Error(`no cell ${row} ${column}`)
  return cell.count
}

describe('what the statutory tables count', () => {
  test('every figure there is can be read, says that it is not for publication, and its parts add up', async () => {
    for (const measure of FigureId.options) {
      const figure = await exact(measure)
      expect(figure, measure).toMatchObject({ notForPublication: true, measure })
      const marked = figure.notes.includes(modifiableFactorDefinition)
      if (/^R([1-5]|8|9|10|7b)/.test(measure)) expect(marked, measure).toBe(true)
    }
    expect(FigureId.options).toEqual(expect.arrayContaining(InternalId.options))
  })

  test('neonates by weeks at birth: what was never told and what nobody knew are not counted as 24 weeks or later', async () => {
    expect(countOf(await exact('N8'), '2024-25')).toBe(5)
    expect(countOf(await exact('N8b'), '2024-25')).toBe(2)
  })

  test('neighbourhoods by the one index most are known by, never by two', async () => {
    const year = await exact('N5')
    expect(year.title).toContain('IMD2025')
    expect(countOf(year, 'IMD2025-5')).toBe(3)
    expect(countOf(year, 'not-known')).toBe(2)
    const two = await exact('N5', { yearsTogether: 2 })
    expect(two.title).toContain('IMD2019')
    expect(countOf(two, 'IMD2019-1')).toBe(3)
    expect(countOf(two, 'IMD2019-5')).toBe(1)
    const rural = await exact('N7', { yearsTogether: 2 })
    expect([countOf(rural, 'rural'), countOf(rural, 'urban')]).toEqual([3, 1])
  })

  test('what social care had with the child, and what was told before that was told', async () => {
    const figure = await exact('N11')
    expect(countOf(figure, 'protection-plan')).toBe(3)
    expect(countOf(figure, 'learning-disability')).toBe(3)
    const reviewed = await exact('R9')
    expect(countOf(reviewed, 'looked-after', 'modifiable-factors-identified')).toBe(10)
    expect(countOf(reviewed, 'not-recorded', 'inadequate-information')).toBe(1)
    expect(reviewed.bounds).toMatchObject([
      { ofKnown: { numerator: 10, denominator: 10 }, least: { denominator: 11 }, most: { numerator: 11 } },
    ])
  })

  test('domains with a factor that may have contributed, and how many factors were called modifiable', async () => {
    const domains = await exact('R7')
    expect([countOf(domains, 'social'), countOf(domains, 'service'), countOf(domains, 'intrinsic')]).toEqual([
      10, 10, 0,
    ])
    const numbers = await exact('R7b')
    expect([countOf(numbers, '2'), countOf(numbers, '0')]).toEqual([10, 1])
  })

  test('a joint agency response called for and begun, and a safeguarding review known of', async () => {
    const figure = await exact('J1', { reportingYear: '2023-24' })
    expect(countOf(figure, 'called-for-begun')).toBe(1)
    expect(countOf(figure, 'not-called-for')).toBe(12)
  })

  test('how long reviews took, six calendar months to the day, and those that waited for an inquest', async () => {
    const figure = await exact('T1b')
    expect(countOf(figure, 'did-not-wait', 'within-6')).toBe(1)
    expect(countOf(figure, 'did-not-wait', 'within-12')).toBe(9)
    expect(countOf(figure, 'waited-for-inquest', 'over-12')).toBe(1)
    // 182 to 191 days after the death, and one of 510.
    expect(figure.days).toEqual([
      { label: 'The review waited for an inquest', reviews: 1, quartiles: null },
      { label: 'It did not', reviews: 10, quartiles: { low: 184.25, median: 186.5, high: 188.75 } },
      { label: 'All reviews', reviews: 11, quartiles: { low: 184.5, median: 187, high: 189.5 } },
    ])
  })

  test('review meetings: three months to the day are within three, and what is not recorded is not "not held"', async () => {
    const meetings = await exact('M1')
    expect([countOf(meetings, 'held-and-reported'), countOf(meetings, 'none-recorded')]).toEqual([1, 10])
    const times = await exact('M2')
    expect([countOf(times, 'within-3'), countOf(times, 'no-meeting')]).toEqual([1, 10])
    expect(times.days).toMatchObject([{ reviews: 1, quartiles: null }])
    expect(countOf(await exact('F1', { reportingYear: '2023-24' }), 'white', 'named')).toBe(1)
    const work = await exact('C1')
    expect([countOf(work, '2024-07'), countOf(work, '2024-09'), countOf(work, '2025-03')]).toEqual([10, 1, 0])
  })

  test('what is open at the end of the year, by age, stage and what it waits for; reviewed later it was open then', async () => {
    const stage = await exact('T2')
    expect(stage.period).toBe('As it stood on 2025-03-31')
    expect(countOf(stage, '12-to-24', 'review-meeting-held')).toBe(1)
    expect(countOf(stage, 'total')).toBe(7)
    expect(countOf(await exact('T2b'), '12-to-24', 'inquest')).toBe(1)
    const yearBefore = await exact('T2', { reportingYear: '2023-24' })
    // The eleven that were reviewed since, the open one and the one that died in June 2023.
    expect(countOf(yearBefore, 'total')).toBe(13)
    // Of the two that had a meeting one had it by then.
    expect(countOf(yearBefore, 'total', 'review-meeting-held')).toBe(1)
  })

  test('how each question was answered, a question that was never put apart', async () => {
    const figure = await exact('Q1')
    expect(countOf(figure, 'gestation-weeks', 'answered')).toBe(3)
    expect(countOf(figure, 'gestation-weeks', 'not-known')).toBe(1)
    expect(countOf(figure, 'gestation-weeks', 'not-asked')).toBe(1)
    expect(countOf(figure, 'child-ethnic-category', 'blank')).toBe(3)
  })

  test('months run over the turn of a year; years together are the years', async () => {
    const run = await exact('N3', { months: { first: '2023-06', last: '2024-05' } })
    expect(run.period).toBe('June 2023 to May 2024 (12 months)')
    expect(countOf(run, 'total')).toBe(14)
    expect(countOf(await exact('N3', { yearsTogether: 2 }), 'total')).toBe(18)
    await expect(exact('N3', { months: { first: '2024-05', last: '2024-04' } })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    })
    await expect(exact('N3', { months: { first: '2025-05', last: '2025-07' } })).rejects.toMatchObject({
      message: 'date-in-future',
    })
  })
})

describe('what reporting heard', () => {
  test('forgotten and heard again, in another order, makes the same facts and the same figures', async () => {
    const measures = ['N5', 'N8b', 'R9', 'T1b', 'T2', 'T2b', 'Q1'] as const
    const read = async () => {
      const { hash } = await asPerson(given, areaId).fact.hash({ areaId })
      const figures = []
      for (const measure of measures) figures.push((await exact(measure)).cells)
      return { hash, figures }
    }
    const before = await read()
    await asOperator(given, areaId).fact.rebuild({ areaId, key: randomUUID() })
    expect((await asPerson(given, areaId).fact.hash({ areaId })).hash).not.toBe(before.hash)
    for (const publisher of ['intake', 'factor-analysis', 'case-review'] as const) {
      await hear(given, publisher, streams[publisher])
    }
    expect(await read()).toEqual(before)
  })

  test('is read by nobody of another area, and by no coordinator', async () => {
    const elsewhere = asPerson(given, newArea())
    const asked = { areaId, measure: 'T2', reportingYear: '2024-25' } as const
    await expect(elsewhere.figure.exact(asked)).rejects.toMatchObject({ message: 'not-found' })
    await expect(asPerson(given, areaId, ['coordinator']).figure.exact(asked)).rejects.toMatchObject({
      message: 'forbidden',
    })
  })
})
