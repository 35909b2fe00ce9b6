import { z } from 'zod'
import { macro } from './macro.ts'

export const GenericHeaderOptions = z.strictObject({
  url: z.string().optional(),
  logoText: z.string().optional(),
  containerClasses: z.string().optional(),
  classes: z.string().optional(),
})
export type GenericHeaderOptions = z.infer<typeof GenericHeaderOptions>

/** The header for a service that is not on GOV.UK: a name in plain text, no crown, no logotype. */
export const genericHeader = macro<GenericHeaderOptions>(
  'govuk/components/generic-header/macro.njk',
  'govukGenericHeader',
)
