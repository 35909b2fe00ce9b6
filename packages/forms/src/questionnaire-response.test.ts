import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formInForce } from './form-version.ts'
import {
  fromQuestionnaireResponse,
  ResponseMismatch,
  toQuestionnaireResponse,
} from './questionnaire-response.ts'
import { NOTIFICATION_FORM, statutoryForms } from './statutory-forms.ts'
import { sampleForms } from './testing.ts'
import { anyAnswers } from './testing-answers.ts'

const authored = '2026-05-01T09:30:00Z'
const notification = formInForce(statutoryForms, NOTIFICATION_FORM, '2026-05-01')
const forms = sampleForms.map((form) => ({ title: form.title, form }))

describe('answers as a FHIR QuestionnaireResponse', () => {
  test.each(forms)('$title: come back exactly as they went, through JSON', ({ form }) => {
    fc.assert(
      fc.property(anyAnswers(form), (answers) => {
        const stored = JSON.parse(JSON.stringify(toQuestionnaireResponse(form, answers, { authored })))
        expect(fromQuestionnaireResponse(form, stored)).toEqual(answers)
      }),
    )
  })

  test('name the form and its version, and use the types of FHIR', () => {
    const answers = {
      'child-sex': 'male',
      'child-date-of-birth': '2024-02-29',
      'child-postcode': { notKnown: true as const },
      'time-of-death': '09:30',
      'gestation-weeks': 38,
    }
    const response = toQuestionnaireResponse(notification, answers, { authored })
    expect(response.questionnaire).toBe(`${NOTIFICATION_FORM}|2026-04-01`)
    expect(response.item).toMatchObject([
      {
        linkId: 'dates',
        item: [
          { linkId: 'child-date-of-birth', answer: [{ valueDate: '2024-02-29' }] },
          { linkId: 'time-of-death', answer: [{ valueTime: '09:30:00' }] },
        ],
      },
      { linkId: 'pregnancy', item: [{ linkId: 'gestation-weeks', answer: [{ valueInteger: 38 }] }] },
      {
        linkId: 'sex-and-ethnic-group',
        item: [{ linkId: 'child-sex', answer: [{ valueCoding: { code: 'male', display: 'Male' } }] }],
      },
      {
        linkId: 'residence',
        item: [{ linkId: 'child-postcode', extension: [{ valueCode: 'asked-unknown' }] }],
      },
    ])
  })

  test('are not read with another version of the form', () => {
    const response = toQuestionnaireResponse(notification, {}, { authored })
    expect(() => fromQuestionnaireResponse({ ...notification, version: '2027-04-01' }, response)).toThrow(
      ResponseMismatch,
    )
  })

  test.each([
    ['an item the form does not have', [{ linkId: 'surprise', answer: [{ valueString: 'x' }] }]],
    [
      'an item twice',
      [
        { linkId: 'circumstances', answer: [{ valueString: 'x' }] },
        { linkId: 'circumstances', answer: [{ valueString: 'y' }] },
      ],
    ],
    [
      'two answers to one question',
      [{ linkId: 'circumstances', answer: [{ valueString: 'x' }, { valueString: 'y' }] }],
    ],
    ['the wrong type', [{ linkId: 'circumstances', answer: [{ valueInteger: 5 }] }]],
    ['a code that is not offered', [{ linkId: 'place-of-death', answer: [{ valueCoding: { code: 'x' } }] }]],
  ])('with %s are refused', (_, item) => {
    const response = {
      ...toQuestionnaireResponse(notification, {}, { authored }),
      item: [{ linkId: 'death', item }],
    }
    expect(() => fromQuestionnaireResponse(notification, response)).toThrow()
  })
})
