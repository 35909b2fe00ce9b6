import { z } from 'zod'
import { ErrorMessage, FormGroup, Hint, Label } from './form-group.ts'
import { macro } from './macro.ts'

export const FileUploadOptions = z.strictObject({
  id: z.string().optional(),
  name: z.string(),
  label: Label,
  hint: Hint.optional(),
  errorMessage: ErrorMessage.optional(),
  formGroup: FormGroup.optional(),
  classes: z.string().optional(),
  disabled: z.boolean().optional(),
  describedBy: z.string().optional(),
  multiple: z.boolean().optional(),
})
export type FileUploadOptions = z.infer<typeof FileUploadOptions>

/** One file, or several, chosen with the browser's own control. Its form posts `multipart/form-data` to a page that takes one. */
export const fileUpload = macro<FileUploadOptions>(
  'govuk/components/file-upload/macro.njk',
  'govukFileUpload',
)
