import { NoReviewMeetingReason, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { DateTyped, typedDate } from '../../typed-form/typed-date.ts'

export const NOTE_LENGTH = 2_000

function ReviewMeetingForm(today: PlainDate, diedOn: PlainDate) {
  return z
    .strictObject({
      reason: z.string().pipe(z.enum(NoReviewMeetingReason.options, 'Select why no review meeting was held')),
      note: z.string().trim().max(NOTE_LENGTH, `The note must be ${NOTE_LENGTH} characters or fewer`),
      decidedOn: DateTyped('The date this was decided', today).refine((date) => date >= diedOn, {
        message: 'The date this was decided must be the same as or after the date of death',
        path: ['day'],
      }),
    })
    .refine(({ reason, note }) => reason !== 'other' || note !== '', {
      message: 'Enter the reason in the note',
      path: ['note'],
    })
}

/** Why there was no review meeting, and when that was decided. */
export function readReviewMeeting(form: PostedForm, today: PlainDate, diedOn: PlainDate) {
  return readTyped(ReviewMeetingForm(today, diedOn), {
    reason: form.text('reason'),
    note: form.text('note'),
    decidedOn: typedDate(form, 'decidedOn'),
  })
}
