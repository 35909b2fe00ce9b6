import { PanelMeetingId, type PlainDate, SecondCodingId } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

export type TypedDraw = {
  readonly meeting: string
  readonly agreedFrom: DateParts
  readonly percent: string
  readonly fewest: string
}

/** Buttons of the page. */
export const DRAW = 'draw'
export const WITHDRAW = 'withdraw:'

export const typedDraw = (form: PostedForm): TypedDraw => ({
  meeting: form.text('meeting'),
  agreedFrom: typedDate(form, 'agreedFrom'),
  percent: form.text('percent').trim(),
  fewest: form.text('fewest').trim(),
})

const whole = (least: number, most: number, message: string) =>
  z
    .string()
    .refine((typed) => /^\d{1,3}$/.test(typed) && Number(typed) >= least && Number(typed) <= most, message)
    .transform(Number)

/** Which cases are drawn for which meeting. */
export function readDraw(typed: TypedDraw, today: PlainDate) {
  const Typed = z.strictObject({
    meeting: z
      .string()
      .refine((one) => PanelMeetingId.safeParse(one).success, 'Select the meeting that codes them')
      .pipe(PanelMeetingId),
    agreedFrom: DateTyped('The date they were agreed from', today),
    percent: whole(1, 100, 'The share must be a whole number from 1 to 100'),
    fewest: whole(0, 200, 'The fewest cases must be a whole number from 0 to 200'),
  })
  return readTyped(Typed, typed)
}

/** Which second coding a button takes back; null for any other button. */
export function withdrawn(action: string): SecondCodingId | null {
  const read = SecondCodingId.safeParse(action.slice(WITHDRAW.length))
  return action.startsWith(WITHDRAW) && read.success ? read.data : null
}
