import { z } from 'zod'
import { readTyped } from '../../typed-form/read-typed.ts'

const Reason = z.strictObject({
  reason: z
    .string()
    .transform((typed) => typed.trim())
    .refine((text) => text !== '', { message: 'Enter the reason' })
    .refine((text) => text.length <= 1_000, { message: 'The reason must be 1,000 characters or fewer' }),
})

/** Why a legal hold is put on or taken off. */
export function readHoldReason(reason: string) {
  return readTyped(Reason, { reason })
}
