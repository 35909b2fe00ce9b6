import { z } from 'zod'
import { Html } from './html.ts'
import { macro } from './macro.ts'

export const DetailsOptions = z.strictObject({
  summaryText: z.string(),
  text: z.string().optional(),
  html: Html.optional(),
  id: z.string().optional(),
  open: z.boolean().optional(),
  classes: z.string().optional(),
})
export type DetailsOptions = z.infer<typeof DetailsOptions>

/** Help that only some people need, folded away. Opens without JavaScript. */
export const details = macro<DetailsOptions>('govuk/components/details/macro.njk', 'govukDetails')
