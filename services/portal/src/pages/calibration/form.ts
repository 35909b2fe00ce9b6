import { CalibrationKey } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

export type TypedRound = { readonly cases: readonly string[]; readonly closesOn: DateParts }

export const typedRound = (form: PostedForm): TypedRound => ({
  cases: form.all('cases'),
  closesOn: typedDate(form, 'closesOn'),
})

/** Which invented cases are to be coded, and by when. */
export function readRound(typed: TypedRound) {
  const Typed = z.strictObject({
    cases: z.array(CalibrationKey).min(1, 'Select the cases to code').readonly(),
    closesOn: DateTyped('The day they are coded by', null),
  })
  return readTyped(Typed, typed)
}
