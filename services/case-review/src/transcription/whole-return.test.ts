import { type Answers, statutoryForms, supplementaryForm } from '@cdop/forms'
import { expect, test } from 'vitest'
import { wholeReturn } from './whole-return.ts'

const drowning = statutoryForms.filter(({ url }) => url === supplementaryForm('drowning'))
const returned = (answers: Answers) =>
  drowning.slice(-1).map((form) => ({ name: 'drowning' as const, form, stages: null, answers }))
const before = returned({ 'holds-information': 'yes', 'water-kind': 'river', 'could-swim': 'no' })
const answersOf = (entered: Answers) => wholeReturn(before, returned(entered)).map(({ answers }) => answers)

test('what is entered takes the place of the answer before; every other answer and form stays', () => {
  expect(answersOf({ 'water-kind': 'lake' })).toEqual([
    { 'holds-information': 'yes', 'water-kind': 'lake', 'could-swim': 'no' },
  ])
  expect(wholeReturn(before, [])).toEqual(before)
  expect(wholeReturn([], before)).toEqual(before)
})

test('what was asked only because of an answer that is another one now goes', () => {
  expect(answersOf({ 'holds-information': 'no' })).toEqual([{ 'holds-information': 'no' }])
})
