import { DocumentSubject, OrganisationId, RedactionDecision } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

/** The choice of whoever has the document from nobody of the directory. */
export const FROM_OFFICE = 'office'

export type TypedDocument = { subject: string; from: string }

export const noDocument: TypedDocument = { subject: '', from: '' }

export const typedDocument = (form: PostedForm): TypedDocument => ({
  subject: form.text('subject'),
  from: form.text('from'),
})

/** What a document is, and whose. */
export function readDocument(typed: TypedDocument) {
  const Typed = z.strictObject({
    subject: z.string().pipe(z.enum(DocumentSubject.options, 'Select what the document is')),
    from: z
      .string()
      .min(1, 'Select where the document comes from')
      .transform((from) => (from === FROM_OFFICE ? null : from))
      .pipe(z.union([z.null(), OrganisationId], 'Select where the document comes from')),
  })
  return readTyped(Typed, typed)
}

/** Why a document is taken out of a case. */
export function readTakeOut(form: PostedForm) {
  const Typed = z.strictObject({
    reason: z
      .string()
      .trim()
      .min(1, 'Enter why the document does not belong to this case')
      .max(1000, 'Why the document does not belong to this case must be 1,000 characters or fewer'),
  })
  return readTyped(Typed, { reason: form.text('reason') })
}

/** What was said of a version, and how often before, as far as whoever says it saw. */
export function readRedaction(form: PostedForm) {
  const Typed = z.strictObject({
    decision: z.string().pipe(z.enum(RedactionDecision.options, 'Select whether anything is to be redacted')),
    said: z
      .string()
      .regex(/^\d{1,6}$/)
      .transform(Number),
  })
  return readTyped(Typed, { decision: form.text('decision'), said: form.text('said') })
}

/** What a file that is added to a document is of it. */
export function readFollowing(form: PostedForm) {
  const Typed = z.strictObject({
    as: z.string().pipe(z.enum(['version', 'redacted-copy'], 'Select what the file is')),
  })
  return readTyped(Typed, { as: form.text('as') })
}
