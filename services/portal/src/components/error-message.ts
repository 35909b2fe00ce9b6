import { z } from 'zod'
import { ErrorMessage } from './form-group.ts'
import { macro } from './macro.ts'

export const ErrorMessageOptions = z.strictObject({ ...ErrorMessage.shape, id: z.string().optional() })
export type ErrorMessageOptions = z.infer<typeof ErrorMessageOptions>

/** What is wrong with one field, beside it, in the same words as in the error summary. */
export const errorMessage = macro<ErrorMessageOptions>(
  'govuk/components/error-message/macro.njk',
  'govukErrorMessage',
)
