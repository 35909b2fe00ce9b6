import { expect, test } from 'vitest'
import { contradict } from '../category-of-death/category-fact.ts'
import { proposeCategory } from '../category-of-death/propose-category.ts'
import { factorCodebook } from '../factor/factor-codebook.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import type { CodedAnswer } from './coded-answer.ts'
import { factRows } from './fact-table.ts'
import { factorRows } from './factor-table.ts'
import { factsKnown, suggestFactors, suggestionTable } from './suggest.ts'

const on = PlainDate.parse('2026-11-22')
const said = (form: string, question: string, ...codes: string[]): CodedAnswer => ({
  form,
  question,
  codes,
  number: null,
})
const counted = (question: string, number: number): CodedAnswer => ({
  form: 'reporting',
  question,
  codes: [],
  number,
})
const factsOf = (answers: CodedAnswer[], ageBand: '0-27d' | '1-4y' | '10-14y' = '10-14y') =>
  factsKnown({ ageBand, answers }, on).known.map(({ fact }) => fact)

test('a death thought to be SUDEP is one of category 5, with the answer it is known by', () => {
  const answer = said('epilepsy', 'thought-sudep', 'yes')
  const { known } = factsKnown({ ageBand: '10-14y', answers: [answer] }, on)
  expect(known).toEqual([{ fact: 'sudep', because: [answer] }])
  expect(proposeCategory({ applicable: [10], ruledOut: [], facts: ['sudep'] }).primary).toBe(5)
})

test('poisoning by accident is a fact of a child under five alone, and a sequel of prematurity only of a preterm one', () => {
  const poisoned = said('poisoning', 'intent', 'accident')
  expect(factsOf([poisoned], '1-4y')).toEqual(['pre-school-poisoning'])
  expect(factsOf([poisoned])).toEqual([])
  const lung = said('delivery-suite-or-neonatal-unit', 'complications', 'enterocolitis')
  expect(factsOf([lung], '0-27d')).toEqual([])
  expect(factsOf([lung, counted('gestation', 37)], '0-27d')).toEqual([])
  expect(factsOf([lung, counted('gestation', 36)], '0-27d')).toEqual(['sequelae-of-prematurity'])
})

test('of two answers that cannot both be true none is taken: both are named', () => {
  const caught = said('infection', 'acquired-where', 'at-birth')
  const later = said('infection', 'acquired-where', 'community')
  const { known, contradicting } = factsKnown({ ageBand: '1-4y', answers: [caught, later] }, on)
  expect(known).toEqual([])
  expect(contradicting.map(({ fact }) => fact)).toEqual(['infection-first-week', 'infection-later'])
  expect(contradict('infection-first-week', 'infection-later')).toBe(true)
})

test('a factor is suggested once, with every answer that speaks for it, and nothing by "no" or a limit not reached', () => {
  const [household, inhaled] = [
    said('reporting', 'household-smoking', 'yes'),
    said('asthma-anaphylaxis', 'smoke-exposure', 'yes'),
  ]
  expect(suggestFactors([household, inhaled], on)).toEqual([
    { domain: 'social', code: 'smoking-in-household', because: [household, inhaled] },
  ])
  expect(suggestFactors([said('reporting', 'household-smoking', 'no')], on)).toEqual([])
  expect(suggestFactors([counted('gestation', 37), counted('birth-weight', 2_500)], on)).toEqual([])
  expect(suggestFactors([counted('mother-bmi', 30)], on)).toMatchObject([{ code: 'maternal-obesity' }])
})

test('every factor suggested is one of the codebook, and the tables begin when the forms do', () => {
  const book = factorCodebook(on)
  for (const { domain, code } of factorRows) expect(book?.domains[domain], code).toHaveProperty(code)
  expect(factRows.length).toBeGreaterThan(20)
  expect(suggestionTable(PlainDate.parse('2019-04-01'))).not.toBeNull()
  expect(suggestionTable(PlainDate.parse('2019-03-31'))).toBeNull()
})
