import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CategoryOfDeath } from '../category-of-death/category-of-death.ts'
import { FactorCode } from '../factor/factor.ts'
import { AnalysisContent, checkAnalysis, Modifiability } from '../factor/modifiability.ts'
import { FactorRating } from './double-coding.ts'
import { namedFactors, thirdAnalysis } from './third-answer.ts'

const [smoking, delay, late] = ['smoking', 'delay', 'late-booking'].map((code) => FactorCode.parse(code))
const first = AnalysisContent.parse({
  categories: [10],
  modifiability: 'modifiable-factors-identified',
  domains: [
    { domain: 'intrinsic', answer: 'none-identified' },
    { domain: 'social', answer: 'factors', factors: [{ relevance: 2, code: smoking, modifiable: true }] },
    { domain: 'physical', answer: 'no-information' },
    { domain: 'service', answer: 'no-information' },
  ],
})
const second = AnalysisContent.parse({
  categories: [9],
  modifiability: 'no-modifiable-factors',
  domains: [
    { domain: 'intrinsic', answer: 'none-identified' },
    { domain: 'social', answer: 'none-identified' },
    { domain: 'physical', answer: 'no-information' },
    { domain: 'service', answer: 'factors', factors: [{ relevance: 1, code: delay }] },
  ],
})
const said = (third: object) =>
  thirdAnalysis(first, second, { third: third as never, reason: 'The record was lost' })

test('every factor either panel named is there, with what each said', () => {
  expect(namedFactors(first, second)).toEqual([
    { domain: 'social', code: smoking, first: 'modifiable', second: 'not-found' },
    { domain: 'service', code: delay, first: 'not-judged', second: 'unlikely' },
  ])
})

test('a third answer is an analysis of its own: neither panel said it', () => {
  const factors = [
    { code: smoking, rating: 'unlikely' },
    { code: delay, rating: 'modifiable' },
  ]
  expect(said({ category: 5, modifiability: 'modifiable-factors-identified', factors })).toEqual({
    categories: [5],
    modifiability: 'modifiable-factors-identified',
    domains: [
      { domain: 'intrinsic', answer: 'none-identified' },
      { domain: 'social', answer: 'factors', factors: [{ relevance: 1, code: smoking }] },
      { domain: 'physical', answer: 'no-information' },
      { domain: 'service', answer: 'factors', factors: [{ relevance: 2, code: delay, modifiable: true }] },
    ],
  })
})

test('a factor left out, twice there, or named by neither panel is refused', () => {
  const of = { category: 5, modifiability: 'no-modifiable-factors' }
  const both = [
    { code: smoking, rating: 'not-found' },
    { code: delay, rating: 'not-found' },
  ]
  for (const factors of [
    [],
    both.slice(1),
    [...both, { code: late, rating: 'unlikely' }],
    [...both, both[0]],
  ])
    expect(() => said({ ...of, factors })).toThrow('analysis-incomplete')
  expect(said({ ...of, factors: both }).domains.map(({ answer }) => answer)).toEqual([
    'none-identified',
    'none-identified',
    'no-information',
    'none-identified',
  ])
})

test('whatever is said, it is held to the rules of the form or refused', () => {
  const rating = fc.constantFrom(...FactorRating.exclude(['not-judged']).options)
  const category = fc.constantFrom(...CategoryOfDeath.options.map(({ value }) => value))
  fc.assert(
    fc.property(
      category,
      fc.constantFrom(...Modifiability.options),
      rating,
      rating,
      (of, outcome, one, other) => {
        const factors = [
          { code: smoking, rating: one },
          { code: delay, rating: other },
        ]
        const third = { category: of, modifiability: outcome, factors }
        const fits = [one, other].includes('modifiable') === (outcome === 'modifiable-factors-identified')
        if (fits) expect(checkAnalysis(AnalysisContent.parse(said(third)))).toEqual({ primaryCategory: of })
        else expect(() => said(third)).toThrow('modifiability-contradicts-factors')
      },
    ),
  )
})
