import type { PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import type { Directory, ReadRecommendation } from '../recommendations/services.ts'

export type TypedSending = { readonly organisations: readonly string[]; readonly on: DateParts }
export type TypedReading = { readonly organisation: string; readonly readOn: DateParts }

export const typedSending = (form: PostedForm): TypedSending => ({
  organisations: form.all('organisations'),
  on: typedDate(form, 'on'),
})
export const typedReading = (form: PostedForm): TypedReading => ({
  organisation: form.text('organisation'),
  readOn: typedDate(form, 'readOn'),
})

/** To which organisations it was sent, and when. */
export function readSending(typed: TypedSending, directory: Directory, today: PlainDate) {
  return readTyped(
    z.strictObject({
      organisations: z
        .array(z.string())
        .transform((ids) => [...new Set(ids)].flatMap((id) => directory.kindOf(id) ?? []))
        .refine((found) => found.length > 0, 'Select at least one organisation')
        .refine((found) => found.length <= 100, 'Select 100 organisations or fewer'),
      on: DateTyped('The date it was sent', today),
    }),
    { ...typed, organisations: [...typed.organisations] },
  )
}

/** Who says that they read it, and when. */
export function readReading(
  typed: TypedReading,
  recipients: ReadRecommendation['recipients'],
  today: PlainDate,
) {
  return readTyped(
    z.strictObject({
      organisation: z.string().transform((id, context) => {
        const found = recipients.find(({ organisationId }) => organisationId === id)
        if (found !== undefined) return found.organisationId
        context.addIssue({ code: 'custom', message: 'Select who has read it' })
        return z.NEVER
      }),
      readOn: DateTyped('The date it was read', today),
    }),
    typed,
  )
}
