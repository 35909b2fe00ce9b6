import { z } from 'zod'

/** Why what was returned has to be changed. */
export const CorrectionWhy = z
  .string()
  .trim()
  .min(1, 'Enter what has to be corrected, and why')
  .max(2000, 'What has to be corrected must be 2,000 characters or fewer')

/** The reporter stands by the answers. */
export const Declaration = z.literal('yes', {
  error: 'Confirm that the answers are right as far as your agency knows',
})
