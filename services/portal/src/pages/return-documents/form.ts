import { DocumentSubject } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

/** What a reporter says a file is. */
export function readSubject(form: PostedForm) {
  const Typed = z.strictObject({
    subject: z.string().pipe(z.enum(DocumentSubject.options, 'Select what the document is')),
  })
  return readTyped(Typed, { subject: form.text('subject') })
}
