import { z } from 'zod'
import type { NationalSubmissionKind } from './submission-state.ts'
import { supplementaryFields } from './supplementary-mapping.ts'

/** One field of a submission: the question its answer comes from, and what becomes of a blank one. */
export const NationalField = z.strictObject({
  field: z.string().regex(/^[a-z]+(\.[a-zA-Z0-9]+)+$/),
  /** The linkId of the question of the statutory form. */
  question: z.string(),
  /** `always`: nothing is sent without an answer, "I do not know" included. `or`: without it, that field must be there. */
  needed: z.union([z.enum(['always', 'never']), z.strictObject({ or: z.string() })]),
  /** Who the child is: never shown, kept or compared but by the audited way. */
  identifies: z.boolean(),
})
export type NationalField = z.infer<typeof NationalField>

/** What of the answers goes where, as of one version. A version that was used stays as it is. */
export type NationalMapping = {
  readonly version: string
  readonly fields: Readonly<Record<NationalSubmissionKind, readonly NationalField[]>>
}

const of = (question: string, field: string, more: Partial<NationalField> = {}): NationalField => ({
  field,
  question,
  needed: 'never',
  identifies: false,
  ...more,
})
const always = { needed: 'always' } as const
const identifies = { identifies: true } as const

/**
 * The mapping of this product. The interface of the national database is not public: field names, and what must be
 * answered, are ours. Nobody is named but the child; no free text goes along.
 */
const firstMapping: NationalMapping = {
  version: '2026-11-22',
  fields: {
    notification: [
      of('child-family-name', 'child.familyName', { ...always, ...identifies }),
      of('child-given-names', 'child.givenNames', { ...always, ...identifies }),
      of('child-nhs-number', 'child.nhsNumber', { ...identifies, needed: { or: 'child.noNhsNumberReason' } }),
      of('no-nhs-number-reason', 'child.noNhsNumberReason'),
      of('child-date-of-birth', 'child.dateOfBirth', { ...always, ...identifies }),
      of('date-of-birth-certainty', 'child.dateOfBirthIs'),
      of('child-sex', 'child.sex', always),
      of('child-ethnic-category', 'child.ethnicCategory', always),
      of('child-postcode', 'child.postcode', { ...always, ...identifies }),
      of('mother-nhs-number', 'child.motherNhsNumber', identifies),
      of('gestation-weeks', 'child.gestationWeeks'),
      of('birth-weight-grams', 'child.birthWeightGrams'),
      of('multiple-birth', 'child.multipleBirth'),
      of('birth-order', 'child.birthOrder'),
      of('flags-at-death', 'child.flags'),
      of('residence-country', 'residence.country'),
      of('local-authority', 'residence.localAuthority', always),
      of('date-of-death', 'death.dateOfDeath', { ...always, ...identifies }),
      of('date-of-death-certainty', 'death.dateOfDeathIs'),
      of('time-of-death', 'death.timeOfDeath', identifies),
      of('place-of-death', 'death.placeOfDeath', always),
      of('place-of-fatal-event', 'death.placeOfFatalEvent'),
      of('expectedness', 'death.expectedness', always),
      of('jar-triggers', 'death.jarTriggers'),
      of('coroner-referral', 'death.coronerReferral'),
      of('alert-national-database', 'notification.alert'),
    ],
    reporting: [
      of('occurrences', 'reporting.occurrences'),
      of('mode-of-death', 'reporting.modeOfDeath'),
      of('resuscitation', 'reporting.resuscitation'),
      of('known-conditions', 'reporting.knownConditions'),
      of('birth-weight', 'reporting.birthWeightGrams'),
      of('gestation', 'reporting.gestationWeeks'),
      of('height-cm', 'reporting.heightCm'),
      of('weight-grams', 'reporting.weightGrams'),
      of('gravidity', 'reporting.gravidity'),
      of('parity', 'reporting.parity'),
      of('mother-bmi', 'reporting.motherBmi'),
      of('household-smoking', 'reporting.householdSmoking'),
      of('smoking-in-pregnancy', 'reporting.smokingInPregnancy'),
      of('social-care-status', 'reporting.socialCareStatus'),
      of('domestic-abuse', 'reporting.domesticAbuse'),
      of('access-barriers', 'reporting.accessBarriers'),
      of('poverty', 'reporting.poverty'),
      of('parents-related', 'reporting.parentsRelated'),
      of('bereavement-offered', 'reporting.bereavementOffered'),
    ],
    supplementary: [],
    analysis: [
      of('reviewed-on', 'analysis.reviewedOn', always),
      of('categories', 'analysis.categories', always),
      of('primary-category', 'analysis.primaryCategory', always),
      of('modifiability', 'analysis.modifiability', always),
      of('intrinsic-factors', 'analysis.intrinsicFactors'),
      of('social-factors', 'analysis.socialFactors'),
      of('physical-factors', 'analysis.physicalFactors'),
      of('service-factors', 'analysis.serviceFactors'),
    ],
  },
}

/** The supplementary forms go along. */
const withSupplementary: NationalMapping = {
  version: '2026-11-23',
  fields: {
    ...firstMapping.fields,
    supplementary: supplementaryFields.map(({ question, field }) =>
      of(question, field, question === 'forms-returned' ? always : {}),
    ),
  },
}

/** Of category 8, which kind of event it was goes along. */
const withPerinatalKinds: NationalMapping = {
  version: '2026-11-24',
  fields: {
    ...withSupplementary.fields,
    analysis: [...withSupplementary.fields.analysis, of('perinatal-kinds', 'analysis.perinatalKinds')],
  },
}

/** Every version that was ever used, the one in use last. */
export const nationalMappings: readonly NationalMapping[] = [
  firstMapping,
  withSupplementary,
  withPerinatalKinds,
]

/** @throws RangeError for a version that never was */
export function nationalMapping(version: string): NationalMapping {
  const found = nationalMappings.find((mapping) => mapping.version === version)
  if (found === undefined) throw new RangeError('no such mapping')
  return found
}

/** The version a new submission is made by. */
export const MAPPING_IN_USE = withPerinatalKinds.version
