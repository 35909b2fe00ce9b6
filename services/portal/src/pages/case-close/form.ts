import type { PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { DateTyped, typedDate } from '../../typed-form/typed-date.ts'

/** When the completed forms went to the national database; not before the panel reviewed the case. */
export function readSubmissionDate(form: PostedForm, today: PlainDate, reviewedOn: PlainDate | null) {
  const name = 'The date the forms were sent'
  const submittedOn = DateTyped(name, today).refine((date) => reviewedOn === null || date >= reviewedOn, {
    message: `${name} must be the same as or after the date of the panel’s review`,
    path: ['day'],
  })
  return readTyped(z.strictObject({ submittedOn }), { submittedOn: typedDate(form, 'submittedOn') })
}
