import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

export type TypedSettling = { readonly holds: string; readonly reason: string }

export const typedSettling = (form: PostedForm): TypedSettling => ({
  holds: form.text('holds'),
  reason: form.text('reason').trim(),
})

const Settling = z.strictObject({
  holds: z
    .string()
    .refine((typed) => typed === 'first' || typed === 'second', 'Select which coding holds')
    .pipe(z.enum(['first', 'second'])),
  reason: z.string().min(1, 'Enter why it holds').max(2_000, 'The reason must be 2,000 characters or fewer'),
})

/** Which of two codings holds, and why. */
export const readSettling = (typed: TypedSettling) => readTyped(Settling, typed)
