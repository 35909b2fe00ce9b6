import { z } from 'zod'
import { ErrorMessage, FormGroup, Hint, Label } from './form-group.ts'
import { macro } from './macro.ts'

export const TextareaOptions = z.strictObject({
  id: z.string().optional(),
  name: z.string(),
  rows: z.union([z.number(), z.string()]).optional(),
  value: z.string().optional(),
  label: Label,
  hint: Hint.optional(),
  errorMessage: ErrorMessage.optional(),
  formGroup: FormGroup.optional(),
  classes: z.string().optional(),
  autocomplete: z.string().optional(),
  spellcheck: z.boolean().optional(),
  disabled: z.boolean().optional(),
  describedBy: z.string().optional(),
})
export type TextareaOptions = z.infer<typeof TextareaOptions>

/** Several lines of text. Where there is a limit, use `characterCount`. */
export const textarea = macro<TextareaOptions>('govuk/components/textarea/macro.njk', 'govukTextarea')
