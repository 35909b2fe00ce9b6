import { LeftOutReason } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

/** The choice of whoever takes back what was said or sent for a row. */
export const AGAIN = 'again'

export type TypedSettling = { row: string; reason: string }

export const typedSettling = (form: PostedForm): TypedSettling => ({
  row: form.text('row'),
  reason: form.text('reason'),
})

/** Of which row, and why its file is not taken in; null takes back what was said or sent for it. */
export function readSettling(typed: TypedSettling) {
  const Typed = z.strictObject({
    row: z
      .string()
      .regex(/^\d{1,6}$/, 'Select the row')
      .transform(Number)
      .pipe(z.int().min(2)),
    reason: z
      .string()
      .pipe(z.enum([...LeftOutReason.options, AGAIN], 'Select what becomes of the row'))
      .transform((reason) => (reason === AGAIN ? null : reason)),
  })
  return readTyped(Typed, typed)
}
