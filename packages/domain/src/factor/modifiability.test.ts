import { expect, test } from 'vitest'
import { DomainAssessment } from './factor.ts'
import { AnalysisContent, checkAnalysis, outcomeContradicts } from './modifiability.ts'

const none = (...domains: DomainAssessment['domain'][]): DomainAssessment[] =>
  domains.map((domain) => ({ domain, answer: 'none-identified' }))
const factor = (modifiable: boolean) =>
  DomainAssessment.parse({
    domain: 'intrinsic',
    answer: 'factors',
    factors: [{ relevance: 2, code: 'prematurity', modifiable }],
  })

test('an unfinished analysis contradicts itself only where nothing that is still missing could put it right', () => {
  expect(outcomeContradicts([factor(true)], undefined)).toBe(false)
  for (const outcome of ['no-modifiable-factors', 'inadequate-information'] as const) {
    expect(outcomeContradicts([factor(true)], outcome)).toBe(true)
    expect(outcomeContradicts([factor(false)], outcome)).toBe(false)
  }
  const rest = none('social', 'physical')
  expect(outcomeContradicts([factor(true), ...rest], 'modifiable-factors-identified')).toBe(false)
  expect(outcomeContradicts([factor(false), ...rest], 'modifiable-factors-identified')).toBe(false)
  const all = [factor(false), ...rest, ...none('service')]
  expect(outcomeContradicts(all, 'modifiable-factors-identified')).toBe(true)
})

test('the kind of a perinatal event is said of category 8 alone, and an analysis made before it was asked stands', () => {
  const before = { categories: [9], domains: none('intrinsic', 'social', 'physical', 'service') }
  const analysis = (more: object) =>
    AnalysisContent.parse({ ...before, modifiability: 'no-modifiable-factors', learning: 'One.', ...more })
  expect(checkAnalysis(analysis({}))).toEqual({ primaryCategory: 9 })
  const perinatalKinds = ['perinatal-asphyxia']
  expect(checkAnalysis(analysis({ categories: [8, 9], perinatalKinds }))).toEqual({ primaryCategory: 8 })
  expect(() => checkAnalysis(analysis({ perinatalKinds }))).toThrow('incomplete')
})
