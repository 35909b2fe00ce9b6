import { z } from 'zod'
import { readTyped } from '../../typed-form/read-typed.ts'

const written = (missing: string, longest: number) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(longest, `What you write must be ${longest.toLocaleString('en-GB')} characters or fewer`)

export const LONGEST = { measure: 200, breakdown: 500, reason: 1_000 } as const

/** Which table somebody asks for, by what, and why. */
export const readWish = (typed: { measure: string; breakdown: string; reason: string }) =>
  readTyped(
    z.strictObject({
      measure: written('Enter which figures you need', LONGEST.measure),
      breakdown: written('Enter by what, and of which period', LONGEST.breakdown),
      reason: written('Enter what you need them for', LONGEST.reason),
    }),
    typed,
  )
