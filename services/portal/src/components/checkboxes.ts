import { z } from 'zod'
import { ChoiceFieldset, Conditional, ErrorMessage, FormGroup, Hint } from './form-group.ts'
import { Html } from './html.ts'
import { macro } from './macro.ts'

const Choice = z.strictObject({
  value: z.string(),
  text: z.string().optional(),
  html: Html.optional(),
  id: z.string().optional(),
  name: z.string().optional(),
  hint: Hint.optional(),
  checked: z.boolean().optional(),
  disabled: z.boolean().optional(),
  behaviour: z.literal('exclusive').optional(),
  conditional: Conditional.optional(),
})
const Divider = z.strictObject({ divider: z.string() })

export const CheckboxesOptions = z.strictObject({
  idPrefix: z.string().optional(),
  name: z.string(),
  values: z.array(z.string()).readonly().optional(),
  items: z.array(z.union([Choice, Divider])).readonly(),
  fieldset: ChoiceFieldset.optional(),
  hint: Hint.optional(),
  errorMessage: ErrorMessage.optional(),
  formGroup: FormGroup.optional(),
  describedBy: z.string().optional(),
  classes: z.string().optional(),
})
export type CheckboxesOptions = z.infer<typeof CheckboxesOptions>

/** Any number of answers. `behaviour: 'exclusive'` makes "none of these" clear the others. */
export const checkboxes = macro<CheckboxesOptions>('govuk/components/checkboxes/macro.njk', 'govukCheckboxes')
