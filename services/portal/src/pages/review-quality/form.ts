import type { PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

export type TypedReviews = {
  readonly agreedFrom: DateParts
  readonly percent: string
  readonly fewest: string
}

export const typedReviews = (form: PostedForm): TypedReviews => ({
  agreedFrom: typedDate(form, 'agreedFrom'),
  percent: form.text('percent').trim(),
  fewest: form.text('fewest').trim(),
})

const whole = (least: number, most: number, message: string) =>
  z
    .string()
    .refine((typed) => /^\d{1,3}$/.test(typed) && Number(typed) >= least && Number(typed) <= most, message)
    .transform(Number)

/** Which reviews are drawn. */
export function readReviews(typed: TypedReviews, today: PlainDate) {
  const Typed = z.strictObject({
    agreedFrom: DateTyped('The date they were agreed from', today),
    percent: whole(1, 100, 'The share must be a whole number from 1 to 100'),
    fewest: whole(0, 200, 'The fewest reviews must be a whole number from 0 to 200'),
  })
  return readTyped(Typed, typed)
}
