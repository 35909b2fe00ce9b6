import { expect, test } from 'vitest'
import { completeness } from './completeness.ts'
import { partOf } from './form-part.ts'
import { formRules } from './form-rules.ts'
import { formInForce } from './form-version.ts'
import { fromQuestionnaireResponse, toQuestionnaireResponse } from './questionnaire-response.ts'
import { statutoryForms } from './statutory-forms.ts'
import { supplementaryForm } from './supplementary-forms.ts'

const pathway = formInForce(statutoryForms, supplementaryForm('care-pathway'), '2026-05-01')
const ambulance = partOf(pathway, ['stage-ambulance'])
const answers = { 'ambulance-held': 'yes', 'ambulance-minutes': 11 }

test('a stage of the care pathway is complete without the others, and its answers are the whole form’s', () => {
  expect(new Set(formRules(ambulance).map(({ section }) => section))).toEqual(new Set(['stage-ambulance']))
  expect(ambulance.schema.parse(answers)).toEqual(answers)
  expect(pathway.schema.safeParse(answers).success).toBe(false)
  const stored = toQuestionnaireResponse(ambulance, answers, { authored: '2026-05-01T09:00:00Z' })
  expect(fromQuestionnaireResponse(pathway, stored)).toEqual(answers)
  expect(completeness(ambulance, answers).every(({ section }) => section === 'stage-ambulance')).toBe(true)
})

test('an answer to a stage that was not sent is refused, and so is a stage there is not', () => {
  expect(ambulance.draftSchema.safeParse({ ...answers, 'ward-held': 'yes' }).success).toBe(false)
  expect(() => partOf(pathway, ['stage-nowhere'])).toThrow(RangeError)
})
