import { PlainDate } from '@cdop/domain'
import { expect, test } from 'vitest'
import { presentForm, stillRight } from './draft-answers.ts'

const form = presentForm(PlainDate.parse('2026-11-22'))

test('when a new form comes into force, what it still asks in the same way is kept and the rest is asked again', () => {
  const before = {
    'child-family-name': 'Quillfeather',
    'child-sex': 'a code of an earlier form',
    'date-of-death': 'in spring',
    'asked-no-more': 'yes',
  }
  expect(stillRight(form, before)).toEqual({ 'child-family-name': 'Quillfeather' })
})

test('nothing that is right is lost', () => {
  const right = { 'child-family-name': 'Quillfeather', 'child-sex': 'female', 'date-of-death': '2026-11-20' }
  expect(stillRight(form, right)).toEqual(right)
  expect(stillRight(form, {})).toEqual({})
})
