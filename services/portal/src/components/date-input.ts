import { z } from 'zod'
import { ChoiceFieldset, ErrorMessage, FormGroup, Hint } from './form-group.ts'
import { macro } from './macro.ts'

const DateItem = z.strictObject({
  id: z.string().optional(),
  name: z.string(),
  label: z.string().optional(),
  value: z.string().optional(),
  classes: z.string().optional(),
  error: z.boolean().optional(),
  autocomplete: z.string().optional(),
})

export const DateInputOptions = z.strictObject({
  id: z.string(),
  namePrefix: z.string().optional(),
  items: z.array(DateItem).readonly().optional(),
  fieldset: ChoiceFieldset.optional(),
  hint: Hint.optional(),
  errorMessage: ErrorMessage.optional(),
  formGroup: FormGroup.optional(),
  classes: z.string().optional(),
})
export type DateInputOptions = z.infer<typeof DateInputOptions>

/** A date people know by heart, as three text fields. `error` marks the parts that are wrong. */
export const dateInput = macro<DateInputOptions>('govuk/components/date-input/macro.njk', 'govukDateInput')
