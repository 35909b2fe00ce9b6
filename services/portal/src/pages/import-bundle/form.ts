import type { PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

export const typedFrom = (form: PostedForm): DateParts => typedDate(form, 'from')

/** From which day this system chases what came in open. */
export function readFrom(from: DateParts, today: PlainDate) {
  const Typed = z.strictObject({
    from: DateTyped('The date', null).refine((on) => on >= today, {
      message: 'The date must be today or in the future',
      path: ['day'],
    }),
  })
  return readTyped(Typed, { from })
}
