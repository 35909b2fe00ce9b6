import { z } from 'zod'
import type { AgeBand } from '../age/age.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { text } from '../text/text.ts'

/** Who has to hear that a child died, so that nobody writes to the parents as if the child lived. */
export const ToldRecipient = z.enum([
  'general-practitioner',
  'child-health-information-service',
  'health-visitor',
  'school-nurse',
  'school-or-nursery',
  'mothers-midwife',
  'outpatient-clinics',
  'social-care',
  'coroner-or-medical-examiner',
])
export type ToldRecipient = z.infer<typeof ToldRecipient>

const everyChild: readonly ToldRecipient[] = [
  'general-practitioner',
  'child-health-information-service',
  'outpatient-clinics',
  'social-care',
  'coroner-or-medical-examiner',
]
const underOne: readonly ToldRecipient[] = ['health-visitor', 'mothers-midwife']
const underFive: readonly ToldRecipient[] = ['health-visitor', 'school-or-nursery']
const ofSchoolAge: readonly ToldRecipient[] = ['school-nurse', 'school-or-nursery']

const byAge: Record<AgeBand, readonly ToldRecipient[]> = {
  '0-27d': underOne,
  '28-364d': underOne,
  '1-4y': underFive,
  '5-9y': ofSchoolAge,
  '10-14y': ofSchoolAge,
  '15-17y': ofSchoolAge,
}

/**
 * Who must be told of the death of a child of this age, in one order: a health visitor until five and a school nurse
 * after, the mother's midwife of an infant, a school or nursery from the first birthday.
 */
export function whoMustBeTold(ageBand: AgeBand): readonly ToldRecipient[] {
  return ToldRecipient.options.filter((one) => everyChild.includes(one) || byAge[ageBand].includes(one))
}

/** Why somebody need not be told. */
export const NotNeededReason = z.enum([
  'none-for-this-child',
  'not-involved',
  'told-us-of-the-death',
  'lived-abroad',
])
export type NotNeededReason = z.infer<typeof NotNeededReason>

/** What became of telling one of them: by whom and when, or why it is not needed. */
export const Told = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('told'), by: text(200), on: PlainDate }),
  z.strictObject({ outcome: z.literal('not-needed'), reason: NotNeededReason }),
])
export type Told = z.infer<typeof Told>
