import { z } from 'zod'
import { Legend } from './form-group.ts'
import { Html } from './html.ts'
import { macro } from './macro.ts'

export const FieldsetOptions = z.strictObject({
  legend: Legend.optional(),
  classes: z.string().optional(),
  describedBy: z.string().optional(),
  role: z.string().optional(),
  html: Html.optional(),
})
export type FieldsetOptions = z.infer<typeof FieldsetOptions>

/** Several fields that answer one question. */
export const fieldset = macro<FieldsetOptions>('govuk/components/fieldset/macro.njk', 'govukFieldset')
