import { z } from 'zod'
import { macro } from './macro.ts'

export const WarningTextOptions = z.strictObject({
  text: z.string(),
  iconFallbackText: z.string().optional(),
  classes: z.string().optional(),
})
export type WarningTextOptions = z.infer<typeof WarningTextOptions>

/** A consequence the person must know before going on. */
export const warningText = macro<WarningTextOptions>(
  'govuk/components/warning-text/macro.njk',
  'govukWarningText',
)
