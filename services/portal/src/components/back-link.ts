import { z } from 'zod'
import { macro } from './macro.ts'

export const BackLinkOptions = z.strictObject({
  href: z.string().optional(),
  text: z.string().optional(),
  classes: z.string().optional(),
})
export type BackLinkOptions = z.infer<typeof BackLinkOptions>

/** Back to the page before, as a real link. The layout puts it above `main`. */
export const backLink = macro<BackLinkOptions>('govuk/components/back-link/macro.njk', 'govukBackLink')
