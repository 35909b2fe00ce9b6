import { formInForce, parseSubmission, REPORTING_FORM, statutoryForms } from '@cdop/forms'
import { filledBody } from '@cdop/forms/testing'
import { expect, test } from 'vitest'
import { sectionCompleteness } from './section-completeness.ts'

const form = formInForce(statutoryForms, REPORTING_FORM, '2026-03-02')
const filled = () => {
  const read = parseSubmission(form, filledBody(form), { today: '2026-03-02' })
  if (!read.ok) throw new Error('the sample is not right')
  return read.answers
}

test('every question that was asked is answered, not known or left blank, in its own section', () => {
  const whole = sectionCompleteness(form, filled())
  expect(whole.length).toBeGreaterThan(2)
  for (const { title, answered, notKnown, blank } of whole) {
    expect(answered + notKnown + blank.length, title).toBeGreaterThan(0)
  }
})

test('what is taken away is named as left blank, once, and counts as answered no more', () => {
  const answers = filled()
  const before = sectionCompleteness(form, answers)
  const optional = Object.keys(answers).find(
    (linkId) => sectionCompleteness(form, without(answers, linkId)).flatMap(({ blank }) => blank).length > 0,
  )
  const after = sectionCompleteness(form, without(answers, optional ?? ''))
  const total = (sections: typeof before) => sections.reduce((sum, { answered }) => sum + answered, 0)
  expect(after.flatMap(({ blank }) => blank).length).toBe(before.flatMap(({ blank }) => blank).length + 1)
  expect(total(after)).toBe(total(before) - 1)
})

test('what the review rests on is marked among what was left blank, and nothing else is', () => {
  const answers = without(without(filled(), 'mode-of-death'), 'birth-weight')
  const blank = sectionCompleteness(form, answers).flatMap((section) => section.blank)
  expect(blank.find(({ path }) => path === 'mode-of-death')?.critical).toBe(true)
  expect(blank.find(({ path }) => path === 'birth-weight')?.critical).toBe(false)
})

function without(answers: ReturnType<typeof filled>, linkId: string): ReturnType<typeof filled> {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => name !== linkId))
}
