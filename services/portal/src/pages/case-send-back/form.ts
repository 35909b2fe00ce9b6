import { addDays, type PlainDate, SEND_BACK_DAYS } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

const NOTE_LENGTH = 2_000

/** What is missing, as it was typed: questions by form and path. */
export type TypedSendBack = { questions: readonly string[]; note: string; answerBy: DateParts }

export const typedSendBack = (form: PostedForm): TypedSendBack => ({
  questions: form.all('questions'),
  note: form.text('note'),
  answerBy: typedDate(form, 'answerBy'),
})

/** Reads what the agency is to send, and by when. A question the page did not offer counts for nothing. */
export function readSendBack(
  { questions, note, answerBy }: TypedSendBack,
  { offered, today }: { offered: readonly string[]; today: PlainDate },
) {
  const last = addDays(today, SEND_BACK_DAYS)
  const Typed = z
    .strictObject({
      questions: z.array(z.string()),
      note: z.string().trim().max(NOTE_LENGTH, 'What you want to say must be 2,000 characters or fewer'),
      answerBy: DateTyped('The new date', null).refine((on) => on > today && on <= last, {
        message: `The new date must be in the next ${SEND_BACK_DAYS} days`,
        path: ['day'],
      }),
    })
    .refine((typed) => typed.questions.length > 0 || typed.note !== '', {
      message: 'Select what is missing, or say what you need',
      path: ['questions'],
    })
  const asked = questions.filter((one) => offered.includes(one))
  return readTyped(Typed, { questions: asked, note, answerBy })
}
