import { describe, expect, test } from 'vitest'
import { FactorCode, type FactorDomain } from '../factor/factor.ts'
import { AnalysisContent } from '../factor/modifiability.ts'
import { CaseId, PersonId } from '../id/id.ts'
import {
  Adjudication,
  adjudicate,
  codeAgain,
  codingsSeenBy,
  DoubleCoding,
  differencesOf,
  PanelCoding,
} from './double-coding.ts'
import { codedPairOf } from './ratings.ts'

const id = (at: number) => `00000000-0000-4000-8000-${`${at}`.padStart(12, '0')}`
const [chairOfFirst, chairOfSecond, expert] = [1, 2, 3].map((at) => PersonId.parse(id(at)))
const smoking = FactorCode.parse('smoking-in-the-home')
const delay = FactorCode.parse('delay-in-referral')
const sleeping = FactorCode.parse('sleeping-place')
const codebook = new Map<FactorCode, FactorDomain>([
  [smoking, 'social'],
  [sleeping, 'physical'],
  [delay, 'service'],
])

/** An analysis with one modifiable social factor, and a physical environment the panel knew nothing of. */
const found = AnalysisContent.parse({
  categories: [10],
  modifiability: 'modifiable-factors-identified',
  domains: [
    { domain: 'intrinsic', answer: 'none-identified' },
    { domain: 'social', answer: 'factors', factors: [{ relevance: 2, code: smoking, modifiable: true }] },
    { domain: 'physical', answer: 'no-information' },
    { domain: 'service', answer: 'factors', factors: [{ relevance: 1, code: delay }] },
  ],
})
const notFound = AnalysisContent.parse({
  categories: [9],
  modifiability: 'no-modifiable-factors',
  domains: [
    { domain: 'intrinsic', answer: 'none-identified' },
    { domain: 'social', answer: 'factors', factors: [{ relevance: 2, code: smoking, modifiable: false }] },
    { domain: 'physical', answer: 'none-identified' },
    { domain: 'service', answer: 'factors', factors: [{ relevance: 1, code: delay }] },
  ],
})

const coding = (meeting: number, person: number, content: AnalysisContent): PanelCoding =>
  PanelCoding.parse({ meetingId: id(meeting), decidedBy: [id(person)], codedOn: '2026-03-02', content })
const settled = (person: number, content = found): Adjudication =>
  Adjudication.parse({
    adjudicatedBy: [id(person)],
    adjudicatedOn: '2026-04-02',
    content,
    reason: 'The smoke-free home service was offered',
  })

const once = { state: 'coded-once', caseId: CaseId.parse(id(9)), first: coding(11, 1, found) } as const
const twice = codeAgain(once, coding(12, 2, notFound))

describe('a case that two panels code', () => {
  test('keeps both codings and the adjudicated one', () => {
    const after = adjudicate(twice, settled(3))
    expect(after).toMatchObject({ state: 'adjudicated', first: once.first, second: { content: notFound } })
    expect(DoubleCoding.parse(after)).toEqual(after)
  })

  test('is not coded again by the same meeting, nor by anybody who decided the first time', () => {
    expect(() => codeAgain(once, coding(11, 2, notFound))).toThrow('coded-by-this-panel')
    expect(() => codeAgain(once, coding(12, 1, notFound))).toThrow('coded-by-this-panel')
  })

  test('is not settled by somebody who coded it, nor where there is nothing to settle', () => {
    expect(() => adjudicate(twice, settled(2))).toThrow('adjudicator-coded')
    expect(() => adjudicate(codeAgain(once, coding(12, 2, found)), settled(3))).toThrow('codings-agree')
  })

  test('takes no coding and no adjudication that breaks the rules of the form', () => {
    const wrong = { ...notFound, modifiability: 'modifiable-factors-identified' as const }
    expect(() => codeAgain(once, coding(12, 2, wrong))).toThrow('modifiability-contradicts-factors')
    expect(() => adjudicate(twice, settled(3, wrong))).toThrow('modifiability-contradicts-factors')
  })

  test('is coded blind: until the second panel has coded, only the first sees what it said', () => {
    expect(chairOfFirst && codingsSeenBy(once, chairOfFirst)).toEqual([once.first])
    expect(chairOfSecond && codingsSeenBy(once, chairOfSecond)).toEqual([])
    expect(expert && codingsSeenBy(once, expert)).toEqual([])
    expect(chairOfSecond && codingsSeenBy(twice, chairOfSecond)).toHaveLength(2)
  })
})

test('the differences are named one by one, and none where only words differ', () => {
  expect(differencesOf(found, notFound)).toEqual([
    { of: 'category', first: 10, second: 9 },
    { of: 'factor', code: smoking, first: 'modifiable', second: 'may-have' },
    { of: 'domain', domain: 'physical', first: 'no-information', second: 'none-identified' },
    { of: 'modifiability', first: 'modifiable-factors-identified', second: 'no-modifiable-factors' },
  ])
  expect(differencesOf(found, { ...found, learning: 'Ask about smoking' })).toEqual([])
})

describe('what agreement is measured from', () => {
  test('is both codings as they were given, also after they were settled', () => {
    const pair = codedPairOf(twice, codebook, 'modifiable')
    expect(pair).toMatchObject({
      category: { first: 10, second: 9 },
      modifiability: { first: 'modifiable-factors-identified', second: 'no-modifiable-factors' },
      factors: {
        first: { found: [smoking], notJudged: [sleeping] },
        second: { found: [], notJudged: [] },
      },
    })
    expect(codedPairOf(adjudicate(twice, settled(3)), codebook, 'modifiable')).toEqual(pair)
    expect(codedPairOf(once, codebook, 'modifiable')).toBeNull()
  })

  test('tells factors recorded, that may have contributed and modifiable apart, and leaves out what is in no codebook', () => {
    const foundBySecond = (when: 'recorded' | 'may-have' | 'modifiable') =>
      codedPairOf(twice, codebook, when)?.factors.second.found
    expect(foundBySecond('recorded')).toEqual([smoking, delay])
    expect(foundBySecond('may-have')).toEqual([smoking])
    expect(foundBySecond('modifiable')).toEqual([])
    expect(codedPairOf(twice, new Map([[delay, 'service']]), 'recorded')?.factors.first.found).toEqual([
      delay,
    ])
  })
})
