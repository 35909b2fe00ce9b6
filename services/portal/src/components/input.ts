import { z } from 'zod'
import { ErrorMessage, FormGroup, Hint, Label } from './form-group.ts'
import { macro } from './macro.ts'

const Affix = z.strictObject({ text: z.string(), classes: z.string().optional() })

export const InputOptions = z.strictObject({
  id: z.string().optional(),
  name: z.string(),
  type: z.enum(['text', 'email', 'tel', 'search']).optional(),
  inputmode: z.enum(['numeric', 'text', 'email', 'tel']).optional(),
  value: z.string().optional(),
  label: Label,
  hint: Hint.optional(),
  errorMessage: ErrorMessage.optional(),
  prefix: Affix.optional(),
  suffix: Affix.optional(),
  formGroup: FormGroup.optional(),
  classes: z.string().optional(),
  autocomplete: z.string().optional(),
  autocapitalize: z.string().optional(),
  spellcheck: z.boolean().optional(),
  disabled: z.boolean().optional(),
  describedBy: z.string().optional(),
})
export type InputOptions = z.infer<typeof InputOptions>

/** One line of text. Numbers are text too, with `inputmode` numeric: browsers spoil real number fields. */
export const input = macro<InputOptions>('govuk/components/input/macro.njk', 'govukInput')
