import { AlertBody, AlertOutcome, AlertSide, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, datePartsOf, typedDate } from '../../typed-form/typed-date.ts'

/** The forms of an alert as they were typed. */
export type TypedOnAlert = {
  readonly side: string
  readonly name: string
  readonly body: string
  readonly toldOn: DateParts
  readonly outcome: string
  readonly words: string
}

export const nothingTyped = (today: PlainDate): TypedOnAlert => ({
  side: '',
  name: '',
  body: '',
  toldOn: datePartsOf(today),
  outcome: '',
  words: '',
})
export const typedOnAlert = (form: PostedForm, today: PlainDate): TypedOnAlert => ({
  side: form.text('side'),
  name: form.text('name'),
  body: form.text('body'),
  toldOn: form.action === 'told' ? typedDate(form, 'toldOn') : datePartsOf(today),
  outcome: form.text('outcome'),
  words: form.text('words'),
})

/** Who was told by telephone, and for which side. */
export const readByTelephone = ({ side, name }: TypedOnAlert) =>
  readTyped(
    z.strictObject({
      side: z.string().pipe(z.enum(AlertSide.options, 'Select for whom they speak')),
      name: z
        .string()
        .trim()
        .min(1, 'Enter the name of who knows of it')
        .max(200, 'The name must be 200 characters or fewer'),
    }),
    { side, name },
  )

/** Which body was told, and when. */
export const readBodyTold = ({ body, toldOn }: TypedOnAlert, today: PlainDate) =>
  readTyped(
    z.strictObject({
      body: z.string().pipe(z.enum(AlertBody.options, 'Select who was told')),
      toldOn: DateTyped('The date they were told', today),
    }),
    { body, toldOn },
  )

/** What the alert came to. */
export const readClosing = ({ outcome, words }: TypedOnAlert) =>
  readTyped(
    z.strictObject({
      outcome: z.string().pipe(z.enum(AlertOutcome.options, 'Select what came of it')),
      words: z
        .string()
        .trim()
        .min(1, 'Enter what came of it')
        .max(2_000, 'What came of it must be 2,000 characters or fewer'),
    }),
    { outcome, words },
  )
