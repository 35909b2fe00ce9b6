import { z } from 'zod'

/** True for text PostgreSQL can hold and every reader can decode: no NUL, no lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

/** Text a person typed: trimmed, storable, 1 to `max` characters. Length is checked before anything that costs. */
export function text(max: number) {
  return z
    .string()
    .max(max)
    .refine(isStorable, { message: 'contains characters that cannot be stored' })
    .transform((typed) => typed.trim().normalize('NFC'))
    .refine((typed) => typed.length > 0, { message: 'is empty' })
}
