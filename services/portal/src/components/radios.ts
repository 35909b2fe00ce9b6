import { z } from 'zod'
import { ChoiceFieldset, Conditional, ErrorMessage, FormGroup, Hint } from './form-group.ts'
import { macro } from './macro.ts'

const Choice = z.strictObject({
  value: z.string(),
  text: z.string(),
  id: z.string().optional(),
  hint: Hint.optional(),
  checked: z.boolean().optional(),
  disabled: z.boolean().optional(),
  conditional: Conditional.optional(),
})
const Divider = z.strictObject({ divider: z.string() })

export const RadiosOptions = z.strictObject({
  idPrefix: z.string().optional(),
  name: z.string(),
  value: z.string().optional(),
  items: z.array(z.union([Choice, Divider])).readonly(),
  fieldset: ChoiceFieldset.optional(),
  hint: Hint.optional(),
  errorMessage: ErrorMessage.optional(),
  formGroup: FormGroup.optional(),
  classes: z.string().optional(),
})
export type RadiosOptions = z.infer<typeof RadiosOptions>

/** One answer out of several. A choice can reveal fields that only it needs. */
export const radios = macro<RadiosOptions>('govuk/components/radios/macro.njk', 'govukRadios')
