import { expect, test } from 'vitest'
import type { CategoryFact } from './category-fact.ts'
import type { CategoryOfDeath } from './category-of-death.ts'
import type { CategoryRuleCode } from './category-rule.ts'
import { CategoryQuestion, proposeCategory } from './propose-category.ts'

type Vector = {
  applicable?: CategoryOfDeath[]
  facts?: CategoryFact[]
  primary: CategoryOfDeath | null
  secondary?: CategoryOfDeath[]
  excluded?: [CategoryOfDeath, CategoryRuleCode][]
  panel?: CategoryOfDeath[]
}

test.each<[string, Vector]>([
  ['3 and 5', { applicable: [3, 5], primary: 3, secondary: [5] }],
  ['8 and 9', { applicable: [8, 9], primary: 8, secondary: [9] }],
  ['7 and 4', { applicable: [7, 4], primary: 4, secondary: [7] }],
  ['10 and 9', { applicable: [10, 9], primary: 9, secondary: [10] }],
  ['nothing at all', { primary: null }],
  [
    'SUDEP that was taken for unexplained: 5, not 10',
    { applicable: [10], facts: ['sudep'], primary: 5, excluded: [[10, 'sudep-is-not-unexplained']] },
  ],
  [
    'an infant who died of bronchopulmonary dysplasia, taken for a chronic condition: 8, irrespective of age',
    {
      applicable: [6],
      facts: ['bronchopulmonary-dysplasia'],
      primary: 8,
      excluded: [[6, 'perinatal-sequelae-are-no-chronic-condition']],
    },
  ],
  [
    'bronchopulmonary dysplasia beside a chronic condition of its own',
    { facts: ['bronchopulmonary-dysplasia', 'chronic-condition'], primary: 6, secondary: [8] },
  ],
  [
    'late sepsis on day 20 in a preterm baby never discharged: both recorded, primary 8, the panel decides',
    { applicable: [9], facts: ['infection-before-discharge'], primary: 8, secondary: [9], panel: [8, 9] },
  ],
  [
    'bacterial infection in the first postnatal week',
    {
      applicable: [9],
      facts: ['infection-first-week'],
      primary: 8,
      excluded: [[9, 'early-infection-is-not-category-9']],
    },
  ],
  ['primary infection later', { facts: ['infection-later'], primary: 9 }],
  [
    'homicide by injury: trauma is left out',
    {
      applicable: [3],
      facts: ['homicide', 'unintentional-injury'],
      primary: 1,
      excluded: [[3, 'trauma-excludes-inflicted']],
    },
  ],
  [
    'infection as the final event of leukaemia',
    {
      applicable: [9],
      facts: ['malignancy', 'infection-final-event'],
      primary: 4,
      excluded: [[9, 'final-infection-is-not-the-category']],
    },
  ],
  [
    'infection as the final event of a chronic condition',
    {
      applicable: [6, 9],
      facts: ['infection-final-event'],
      primary: 6,
      excluded: [[9, 'final-infection-is-not-the-category']],
    },
  ],
  [
    'an operation that went wrong, proven',
    { applicable: [5], facts: ['complication-proven'], primary: 3, secondary: [5] },
  ],
  [
    'an operation that went wrong, not proven',
    {
      applicable: [3, 5],
      facts: ['complication-not-proven'],
      primary: 5,
      excluded: [[3, 'unproven-complication-is-no-external-factor']],
    },
  ],
  [
    'trauma whose treatment was suspected too',
    { facts: ['unintentional-injury', 'complication-not-proven'], primary: 3 },
  ],
  [
    'tablets a toddler swallowed',
    {
      applicable: [2],
      facts: ['pre-school-poisoning'],
      primary: 3,
      excluded: [[2, 'pre-school-poisoning-is-no-self-harm']],
    },
  ],
  ['cerebral palsy after meningitis at two', { facts: ['cerebral-palsy-later-cause'], primary: 6 }],
  [
    'cerebral palsy without evidence of cause, taken for a chronic condition',
    {
      applicable: [6],
      facts: ['cerebral-palsy-no-cause'],
      primary: 8,
      excluded: [[6, 'perinatal-sequelae-are-no-chronic-condition']],
    },
  ],
  [
    'what is left out leaves out nothing itself: an infection after bronchopulmonary dysplasia',
    {
      applicable: [6, 9],
      facts: ['bronchopulmonary-dysplasia', 'infection-final-event'],
      primary: 8,
      secondary: [9],
      excluded: [[6, 'perinatal-sequelae-are-no-chronic-condition']],
    },
  ],
  [
    'a category nothing else remains beside',
    {
      applicable: [3],
      facts: ['complication-not-proven'],
      primary: null,
      excluded: [[3, 'unproven-complication-is-no-external-factor']],
    },
  ],
])('%s', (_death, { applicable = [], facts = [], primary, secondary = [], excluded = [], panel }) => {
  const proposal = proposeCategory(CategoryQuestion.parse({ applicable, facts }))
  expect(proposal).toMatchObject({
    primary,
    secondary,
    excluded: excluded.map(([category, rule]) => ({ category, rules: [rule] })),
  })
  expect(proposal.leftToThePanel.map(({ categories }) => categories)).toEqual(
    panel === undefined ? [] : [panel],
  )
})

test('facts that cannot both be true of one death are not taken, nor is an age', () => {
  const read = (more: object) => CategoryQuestion.safeParse({ applicable: [8], ...more }).success
  expect(read({ facts: ['sudep', 'malignancy'] })).toBe(true)
  expect(read({ facts: ['sudep', 'unascertained'] })).toBe(false)
  expect(read({ facts: ['infection-later', 'infection-first-week'] })).toBe(false)
  expect(read({ ageInDays: 240 })).toBe(false)
})
