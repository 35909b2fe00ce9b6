import type { RefusalCode } from '@cdop/domain'
import { z } from 'zod'

/** What every mailed link ends with; anything else leads nowhere, and nobody is told. */
export const LinkToken = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/** The mailed code as people type or paste it: spaces and dashes between the digits do no harm. */
export const Code = z
  .string()
  .max(40, { error: 'The code must be 6 digits' })
  .transform((typed) => typed.replaceAll(/[\s-]/g, ''))
  .pipe(
    z
      .string()
      .min(1, { error: 'Enter the 6-digit code', abort: true })
      .regex(/^\d{6}$/, { error: 'The code must be 6 digits' }),
  )

/** What may be wrong with a code that is not a fault of the page. */
export const aboutTheCode: readonly RefusalCode[] = [
  'code-wrong',
  'code-expired',
  'code-tries-used',
  'link-dead',
]
