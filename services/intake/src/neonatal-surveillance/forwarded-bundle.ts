import { formInForce, NOTIFICATION_FORM, statutoryForms } from '@cdop/forms'
import type { SurveillanceRecord } from './surveillance-record.ts'

const PATIENT = 'urn:uuid:7d6a0d3e-3f0b-4b7e-9b4e-5b1d00000001'

/** Sex as FHIR has it. */
const genderOf = { male: 'male', female: 'female', indeterminate: 'other', 'not-known': 'unknown' } as const

const post = <Resource extends { resourceType: string }>(resource: Resource, fullUrl?: string) => ({
  ...(fullUrl !== undefined && { fullUrl }),
  resource,
  request: { method: 'POST', url: resource.resourceType },
})

function patientOf(record: SurveillanceRecord) {
  const { familyName, givenNames, nhsNumber, sex, bornOn, diedOn, birthOrder } = record
  return {
    resourceType: 'Patient',
    ...(nhsNumber !== undefined && {
      identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: nhsNumber }],
    }),
    name: [{ family: familyName, ...(givenNames !== undefined && { given: givenNames.split(' ') }) }],
    ...(sex !== undefined && { gender: genderOf[sex] }),
    birthDate: bornOn,
    deceasedDateTime: diedOn,
    ...(birthOrder !== undefined && { multipleBirthInteger: birthOrder }),
  }
}

/** The pregnancy, by the questions of the notification form. */
function responseOf(record: SurveillanceRecord, questionnaire: string) {
  const { gestationWeeks, birthWeightGrams, multipleBirth } = record
  const item = [
    ...(gestationWeeks === undefined
      ? []
      : [{ linkId: 'gestation-weeks', answer: [{ valueInteger: gestationWeeks }] }]),
    ...(birthWeightGrams === undefined
      ? []
      : [{ linkId: 'birth-weight-grams', answer: [{ valueInteger: birthWeightGrams }] }]),
    ...(multipleBirth === undefined
      ? []
      : [{ linkId: 'multiple-birth', answer: [{ valueCoding: { code: multipleBirth } }] }]),
  ]
  return {
    resourceType: 'QuestionnaireResponse',
    questionnaire,
    status: 'completed',
    subject: { reference: PATIENT },
    ...(item.length > 0 && { item: [{ linkId: 'pregnancy', item }] }),
  }
}

/**
 * A record as the FHIR transaction in which it is forwarded, with no more in it than the programme knows. Sent again it
 * carries the same identifier, by which the door takes it once.
 */
export function forwardedBundle(record: SurveillanceRecord, today: string): object {
  const form = formInForce(statutoryForms, NOTIFICATION_FORM, today)
  const { recordId, unit } = record
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    identifier: { system: 'urn:cdop:local-surveillance', value: recordId },
    entry: [
      post(patientOf(record), PATIENT),
      post(responseOf(record, `${form.url}|${form.version}`)),
      ...(unit === undefined ? [] : [post({ resourceType: 'Organization', name: unit })]),
    ],
  }
}
