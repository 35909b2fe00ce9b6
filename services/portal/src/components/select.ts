import { z } from 'zod'
import { ErrorMessage, FormGroup, Hint, Label } from './form-group.ts'
import { macro } from './macro.ts'

export const SelectOptions = z.strictObject({
  id: z.string().optional(),
  name: z.string(),
  value: z.string().optional(),
  items: z
    .array(
      z.strictObject({
        value: z.union([z.string(), z.number()]).optional(),
        text: z.string(),
        selected: z.boolean().optional(),
        disabled: z.boolean().optional(),
      }),
    )
    .readonly(),
  label: Label,
  hint: Hint.optional(),
  errorMessage: ErrorMessage.optional(),
  formGroup: FormGroup.optional(),
  describedBy: z.string().optional(),
  disabled: z.boolean().optional(),
  classes: z.string().optional(),
})
export type SelectOptions = z.infer<typeof SelectOptions>

/** One answer out of a long list. Up to about ten answers, radios serve people better. */
export const select = macro<SelectOptions>('govuk/components/select/macro.njk', 'govukSelect')
