import { formInForce, statutoryForms, supplementaryForm } from '@cdop/forms'
import { expect, test } from 'vitest'
import { fillingSections } from './filling.ts'

const form = formInForce(statutoryForms, supplementaryForm('drowning'), '2026-05-02')
const stateOf = (answers: Record<string, string>, section: string) => {
  const at = form.pages.findIndex(({ linkId }) => linkId === section)
  return fillingSections(form, answers, {})[at]?.state
}

test('a section that only some answer brings up looks the same to the office, asked or not', () => {
  expect(stateOf({ 'holds-information': 'no' }, 'water')).toBe('not-started-or-not-asked')
  expect(stateOf({ 'holds-information': 'yes' }, 'water')).toBe('not-started-or-not-asked')
  expect(stateOf({}, 'water')).toBe('not-started-or-not-asked')
  expect(stateOf({}, 'holding')).toBe('not-started')
  expect(stateOf({ 'holds-information': 'no' }, 'holding')).toBe('completed')
})
