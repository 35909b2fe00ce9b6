import { InformationRequestId } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

/** What was typed to settle one conflict. */
export type TypedSettling = { readonly field: string; readonly whose: string; readonly why: string }

/** Names a question of a form in the page: `reporting.gestation`. */
export const fieldName = ({ form, question }: { form: string; question: string }) => `${form}.${question}`

export function typedSettling(posted: PostedForm): TypedSettling {
  return { field: posted.action, whose: posted.text('whose'), why: posted.text('why') }
}

const Settling = z.strictObject({
  whose: z
    .string()
    .refine((typed) => InformationRequestId.safeParse(typed).success, 'Select whose answer holds')
    .pipe(InformationRequestId),
  why: z
    .string()
    .trim()
    .min(1, 'Enter why this answer holds')
    .max(2000, 'Why this answer holds must be 2,000 characters or fewer'),
})

/** Whose answer holds, and why. */
export function readSettling({ whose, why }: TypedSettling) {
  return readTyped(Settling, { whose, why })
}
