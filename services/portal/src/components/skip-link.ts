import { z } from 'zod'
import { macro } from './macro.ts'

export const SkipLinkOptions = z.strictObject({
  text: z.string(),
  href: z.string().optional(),
  classes: z.string().optional(),
})
export type SkipLinkOptions = z.infer<typeof SkipLinkOptions>

/** The first tab stop of every page. */
export const skipLink = macro<SkipLinkOptions>('govuk/components/skip-link/macro.njk', 'govukSkipLink')
