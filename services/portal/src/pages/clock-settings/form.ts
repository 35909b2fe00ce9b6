import { type ClockLimits, DayClock, limitBounds, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import { limitFields, limitUnit } from './limit-fields.ts'

export type TypedLimits = { validFrom: DateParts; limits: Readonly<Record<DayClock, string>> }

const each = <Value>(of: (clock: DayClock) => Value): Record<DayClock, Value> => ({
  'agency-return': of('agency-return'),
  'review-meeting': of('review-meeting'),
  'review-meeting-report': of('review-meeting-report'),
  panel: of('panel'),
  'serious-incident-notification': of('serious-incident-notification'),
  'looked-after-child-notification': of('looked-after-child-notification'),
  'rapid-review': of('rapid-review'),
  'prevention-response': of('prevention-response'),
})

/** As they stand in the form when nobody has typed yet. */
export const limitsAsTyped = (limits: ClockLimits, validFrom: DateParts): TypedLimits => ({
  validFrom,
  limits: each((clock) => String(limits[clock])),
})

export const typedLimits = (form: PostedForm): TypedLimits => ({
  validFrom: typedDate(form, 'validFrom'),
  limits: each((clock) => form.text(clock).trim()),
})

/** A whole number within the bounds of its clock. */
function whole(clock: DayClock) {
  const { least, most } = limitBounds(clock)
  return z
    .string()
    .refine((typed) => /^\d{1,3}$/.test(typed) && Number(typed) >= least && Number(typed) <= most, {
      message: `${limitFields[clock].label}: enter a whole number of ${limitUnit(clock)} from ${least} to ${most}`,
    })
    .transform(Number)
}

/** New limits, and from which day to come they hold. */
export function readLimits({ validFrom, limits }: TypedLimits, today: PlainDate) {
  const Typed = z.strictObject({
    ...each(whole),
    validFrom: DateTyped('The date they hold from', null).refine((on) => on > today, {
      message: 'The date they hold from must be in the future',
      path: ['day'],
    }),
  })
  const read = readTyped(Typed, { ...limits, validFrom })
  if (!read.ok) return read
  const { validFrom: from, ...amounts } = read.value
  return { ok: true as const, value: { validFrom: from, limits: amounts } }
}

/** The clocks, in the order in which they are asked. */
export const clocksAsked = DayClock.options
