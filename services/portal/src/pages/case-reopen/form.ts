import { CaseReference, type PlainDate, ReopeningReason } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

export type TypedReopening = { reason: string; note: string; reopenedOn: DateParts }

export const noReopening: TypedReopening = {
  reason: '',
  note: '',
  reopenedOn: { day: '', month: '', year: '' },
}

export const typedReopening = (form: PostedForm): TypedReopening => ({
  reason: form.text('reason'),
  note: form.text('note'),
  reopenedOn: typedDate(form, 'reopenedOn'),
})

export const NOTE_LENGTH = 2_000
const dateName = 'The date of the decision'

/** The decision to begin a finished review again: not before the national database was told of it. */
export function readReopening(
  form: PostedForm,
  { today, finishedOn }: { today: PlainDate; finishedOn: PlainDate | null },
) {
  const Reopening = z.strictObject({
    reason: z.string().pipe(z.enum(ReopeningReason.options, 'Select why the review begins again')),
    note: z
      .string()
      .trim()
      .min(1, 'Enter what has become known')
      .max(NOTE_LENGTH, `What has become known must be ${NOTE_LENGTH} characters or fewer`),
    reopenedOn: DateTyped(dateName, today).refine((on) => finishedOn === null || on >= finishedOn, {
      message: `${dateName} must be the same as or after the day the national database was told`,
      path: ['day'],
    }),
  })
  return readTyped(Reopening, typedReopening(form))
}

/** The reference of a case, as somebody typed it. */
export const readReference = (form: PostedForm) =>
  readTyped(
    z.strictObject({
      reference: z
        .string()
        .trim()
        .toUpperCase()
        .refine((typed) => CaseReference.safeParse(typed).success, 'Enter the whole reference of the case')
        .pipe(CaseReference),
    }),
    { reference: form.text('reference') },
  )
