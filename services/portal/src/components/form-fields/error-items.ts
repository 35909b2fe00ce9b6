import type { FieldError } from '@cdop/forms'
import type { ErrorItem } from '../error-summary.ts'

/** The mistakes of a statutory form as the error summary takes them: each leads to its field. */
export function errorItems(errors: readonly FieldError[]): ErrorItem[] {
  return errors.map(({ message, fieldId }) =>
    fieldId === '' ? { text: message } : { text: message, href: `#${fieldId}` },
  )
}
