import { z } from 'zod'
import { readTyped } from '../../typed-form/read-typed.ts'

const Comment = z.strictObject({
  comment: z
    .string()
    .transform((typed) => typed.trim())
    .refine((text) => text !== '', { message: 'Enter a comment' })
    .refine((text) => text.length <= 5_000, { message: 'The comment must be 5,000 characters or fewer' }),
})

/** What a member writes to the chair. */
export function readComment(comment: string) {
  return readTyped(Comment, { comment })
}
