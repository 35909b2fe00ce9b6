import { StatementVersion } from '@cdop/domain'
import { z } from 'zod'

/** Name of the checkbox, and what it is worth when ticked. */
export const AGREED = 'agreed'
export const YES = 'yes'

/** The tick below the statement, and which words it was put under. */
export const Agreement = z.strictObject({
  [AGREED]: z.string().pipe(z.literal(YES, { error: 'Tick the box to say that you have read and agree' })),
  version: z.string().pipe(StatementVersion),
})
