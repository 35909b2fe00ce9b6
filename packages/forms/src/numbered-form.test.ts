import { expect, test } from 'vitest'
import { numberedForm } from './numbered-form.ts'
import { statutoryForms } from './statutory-forms.ts'

test('a number alone says nothing: it meant different forms in different years', () => {
  for (const number of ['B4', 'B-4', 'Form B4', 'A', 'Z9']) {
    expect(numberedForm({ number })).toEqual({ refused: 'ambiguous' })
    expect(numberedForm({ number, name: ' ' })).toEqual({ refused: 'ambiguous' })
  }
})

test.each([
  ['B4', 'Sudden unexpected death in infancy', 'sudden-unexpected-death'],
  ['B-4', 'Fire and burns', 'fire-burn-electrocution'],
  ['B7', 'Fire/burns', 'fire-burn-electrocution'],
  ['B-2', 'Road traffic accident', 'vehicle-collision'],
  ['B2', 'Neonatal death', 'delivery-suite-or-neonatal-unit'],
  ['form b12', 'Apparent suicide', 'suicide-self-harm'],
])('%s, %s, is one form of today, which there is', (number, name, form) => {
  expect(numberedForm({ number, name })).toEqual({ form })
  expect(statutoryForms.some(({ url }) => url.endsWith(form))).toBe(true)
})

test('a name that never stood under its number is not guessed', () => {
  expect(numberedForm({ number: 'B12', name: 'Drowning' })).toEqual({ refused: 'unknown' })
  expect(numberedForm({ number: 'D', name: 'Audit tool' })).toEqual({ refused: 'unknown' })
})
