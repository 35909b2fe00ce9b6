import { z } from 'zod'
import { macro } from './macro.ts'

/** One mistake: its message and the field it leads to (`#id`). */
export const ErrorItem = z.strictObject({ text: z.string(), href: z.string().optional() })
export type ErrorItem = z.infer<typeof ErrorItem>

export const ErrorSummaryOptions = z.strictObject({
  titleText: z.string(),
  descriptionText: z.string().optional(),
  errorList: z.array(ErrorItem).readonly().optional(),
  disableAutoFocus: z.boolean().optional(),
})
export type ErrorSummaryOptions = z.infer<typeof ErrorSummaryOptions>

/** Every mistake of a page in one place; takes the focus when the page opens. The layout puts it in. */
export const errorSummary = macro<ErrorSummaryOptions>(
  'govuk/components/error-summary/macro.njk',
  'govukErrorSummary',
)
