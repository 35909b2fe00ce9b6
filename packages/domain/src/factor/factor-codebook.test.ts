import { expect, test } from 'vitest'
import { PlainDate } from '../plain-date/plain-date.ts'
import { FactorCode, FactorDomain } from './factor.ts'
import { factorCalled, factorCodebook } from './factor-codebook.ts'
import { fromLegacyDomain, fromLegacyScore, LegacyScore } from './legacy-score.ts'

const book = factorCodebook(PlainDate.parse('2026-04-01'))
if (book === null) throw new Error('no codebook')
const entries = FactorDomain.options.flatMap((domain) =>
  Object.entries(book.domains[domain]).map(([code, meaning]) => ({ domain, code, ...meaning })),
)

test('every code has a label, a definition, an example and synonyms, and is one only', () => {
  expect(entries).toHaveLength(61)
  for (const { code, label, definition, example, synonyms } of entries) {
    expect(FactorCode.safeParse(code).success, code).toBe(true)
    expect(label.length, code).toBeGreaterThan(3)
    expect(definition, code).toMatch(/^\p{Lu}.{20,}\.$/u)
    expect(example, code).toMatch(/^\p{Lu}.{8,}[^.]$/u)
    expect(synonyms.length, code).toBeGreaterThan(0)
  }
  expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length)
})

test('no name or synonym stands for two codes of one domain', () => {
  for (const domain of FactorDomain.options) {
    const names = entries
      .filter((entry) => entry.domain === domain)
      .flatMap(({ label, synonyms }) => [label, ...synonyms].map((name) => name.toLowerCase()))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  }
})

test('a factor is found by its name and by each synonym, however they are written, within its domain alone', () => {
  for (const { domain, code, label, synonyms } of entries) {
    for (const name of [label, ...synonyms]) {
      expect(factorCalled(book, domain, `  ${name.toUpperCase().replaceAll('-', ' ')} `), name).toBe(code)
    }
  }
  expect(factorCalled(book, 'social', 'bed-sharing')).toBe('co-sleeping')
  expect(factorCalled(book, 'service', 'bed sharing')).toBeNull()
  expect(factorCalled(book, 'social', '')).toBeNull()
})

test('the codebook says from when it applies and that its words are the product’s own', () => {
  expect(book.wording).toBe('own-unverified')
  expect(factorCodebook(PlainDate.parse('2019-04-01'))).toBe(book)
  expect(factorCodebook(PlainDate.parse('2019-03-31'))).toBeNull()
})

test('an older score becomes the relevance of today and is kept: a 3 is a 2 that was a 3', () => {
  expect((['0', '1', '1*', '2', '3'] as const).map((score) => fromLegacyScore(score))).toEqual([
    { relevance: 0, legacyScore: '0' },
    { relevance: 1, legacyScore: '1' },
    { relevance: 1, legacyScore: '1*' },
    { relevance: 2, legacyScore: '2' },
    { relevance: 2, legacyScore: '3' },
  ])
  expect(LegacyScore.safeParse('4').success).toBe(false)
  expect(LegacyScore.safeParse(2).success).toBe(false)
})

test('an older domain is one of today only where both were cut alike', () => {
  expect(fromLegacyDomain('Child’s needs: factors intrinsic to the child')).toBe('intrinsic')
  expect(fromLegacyDomain(' SERVICE provision ')).toBe('service')
  for (const cutOtherwise of [
    'Family and environment',
    'Parenting capacity',
    'Social',
    'Physical',
    'B',
    '',
  ]) {
    expect(fromLegacyDomain(cutOtherwise), cutOtherwise).toBeNull()
  }
})
