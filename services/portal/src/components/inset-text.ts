import { z } from 'zod'
import { Html } from './html.ts'
import { macro } from './macro.ts'

export const InsetTextOptions = z.strictObject({
  text: z.string().optional(),
  html: Html.optional(),
  id: z.string().optional(),
  classes: z.string().optional(),
})
export type InsetTextOptions = z.infer<typeof InsetTextOptions>

/** A sentence set apart from the text around it. */
export const insetText = macro<InsetTextOptions>('govuk/components/inset-text/macro.njk', 'govukInsetText')
