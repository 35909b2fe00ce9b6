import { CauseAnswer, LETTER_LIMIT, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { DateTyped, typedDate } from '../../typed-form/typed-date.ts'

const MOST_TO = 200
const MOST_ANSWER = 2_000

export const readText = (form: PostedForm) =>
  readTyped(
    z.strictObject({
      text: z
        .string()
        .trim()
        .min(1, 'Enter the letter')
        .max(LETTER_LIMIT, `The letter must be ${LETTER_LIMIT} characters or fewer`),
    }),
    { text: form.text('text') },
  )

const noDate = { day: '', month: '', year: '' }
export const noSending = { sentTo: '', sentOn: noDate }
export const typedSending = (form: PostedForm): typeof noSending => ({
  sentTo: form.text('sentTo'),
  sentOn: typedDate(form, 'sentOn'),
})
export const readSending = (form: PostedForm, today: PlainDate) =>
  readTyped(
    z.strictObject({
      sentTo: z
        .string()
        .trim()
        .min(1, 'Enter to whom it was sent')
        .max(MOST_TO, `To whom it was sent must be ${MOST_TO} characters or fewer`),
      sentOn: DateTyped('The date it was sent', today),
    }),
    typedSending(form),
  )

export const noAnswering = { answer: '', answerWords: '', answeredOn: noDate }
export const typedAnswering = (form: PostedForm): typeof noAnswering => ({
  answer: form.text('answer'),
  answerWords: form.text('answerWords'),
  answeredOn: typedDate(form, 'answeredOn'),
})
export const readAnswering = (form: PostedForm, today: PlainDate) =>
  readTyped(
    z.strictObject({
      answer: z.string().pipe(z.enum(CauseAnswer.options, 'Select what they decided')),
      answerWords: z
        .string()
        .trim()
        .min(1, 'Enter what they answered')
        .max(MOST_ANSWER, `What they answered must be ${MOST_ANSWER} characters or fewer`),
      answeredOn: DateTyped('The date they answered', today),
    }),
    typedAnswering(form),
  )
