import { z } from 'zod'
import { readTyped } from '../../typed-form/read-typed.ts'

const LONGEST = 10_000

const Note = z.strictObject({
  note: z
    .string()
    .transform((typed) => typed.trim())
    .refine((text) => text.length <= LONGEST, { message: 'The note must be 10,000 characters or fewer' })
    .transform((text) => (text === '' ? null : text)),
})

/** What somebody noted for themselves; null when they emptied it. */
export function readNoteTyped(note: string) {
  return readTyped(Note, { note })
}
