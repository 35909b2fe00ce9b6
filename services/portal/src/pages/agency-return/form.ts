import { z } from 'zod'

/** The reporter stands by the answers. */
export const Declaration = z.literal('yes', {
  error: 'Confirm that the answers are right as far as your agency knows',
})
