import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersFrom, Unbound } from './answers-from.ts'
import { bindings } from './bindings.ts'
import { formInForce } from './form-version.ts'
import { NOTIFICATION_FORM, statutoryForms } from './statutory-forms.ts'
import { sampleForms } from './testing.ts'
import { anyAnswers } from './testing-answers.ts'

const notification = formInForce(statutoryForms, NOTIFICATION_FORM, '2026-05-01')
const forms = sampleForms.map((form) => ({ title: form.title, form }))

describe('answers made from what stands under the domain paths', () => {
  test.each(forms)('$title: say the same as the answers they came from', ({ form }) => {
    fc.assert(
      fc.property(anyAnswers(form), (answers) => {
        const bound = JSON.parse(JSON.stringify(bindings(form, answers)))
        expect(JSON.parse(JSON.stringify(bindings(form, answersFrom(form, bound))))).toEqual(bound)
      }),
    )
  })

  test('answer the question that only decides what else is asked', () => {
    expect(answersFrom(notification, { child: { nhsNumber: '9990000018' } })).toEqual({
      'nhs-number-known': 'yes',
      'child-nhs-number': '9990000018',
    })
    expect(
      answersFrom(notification, { child: { noNhsNumberReason: 'non-resident', sex: 'not-known' } }),
    ).toEqual({
      'nhs-number-known': 'no',
      'no-nhs-number-reason': 'non-resident',
      'child-sex': { notKnown: true },
    })
  })

  test.each([
    ['a path no question takes', { child: { surprise: 'x' } }, 'child.surprise'],
    ['one in an entry', { agencies: [{ kind: 'gp', surprise: 'x' }] }, 'agencies.surprise'],
    ['one value where entries belong', { agencies: 'gp' }, 'agencies'],
  ])('refuse %s, and name it without its value', (_, bound, path) => {
    expect(() => answersFrom(notification, bound)).toThrow(Unbound)
    expect(() => answersFrom(notification, bound)).toThrow(path)
  })

  test('refuse a value that is not right for its question', () => {
    expect(() => answersFrom(notification, { death: { dateOfDeath: '2023-02-29' } })).toThrow()
    expect(() => answersFrom(notification, { death: { dateOfDeath: true } })).toThrow(Unbound)
  })
})
