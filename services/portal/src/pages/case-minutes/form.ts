import { PanelMeetingKind, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

export type TypedMinutes = { readonly minutes: string; readonly validFrom: DateParts }

/** The kind of panel that is asked for; the standard one when none is. */
export const kindAsked = (asked: string): PanelMeetingKind => PanelMeetingKind.catch('standard').parse(asked)

export const typedMinutes = (form: PostedForm): TypedMinutes => ({
  minutes: form.text('minutes').trim(),
  validFrom: typedDate(form, 'validFrom'),
})

/** How many minutes a case will have, and from which day to come. */
export function readMinutes(typed: TypedMinutes, today: PlainDate) {
  const Typed = z.strictObject({
    minutes: z
      .string()
      .refine((minutes) => /^\d{1,3}$/.test(minutes) && Number(minutes) >= 1 && Number(minutes) <= 480, {
        message: 'Enter a whole number of minutes from 1 to 480',
      })
      .transform(Number),
    validFrom: DateTyped('The date it holds from', null).refine((on) => on > today, {
      message: 'The date it holds from must be in the future',
      path: ['day'],
    }),
  })
  return readTyped(Typed, typed)
}
