import { CancelMeetingReason, PanelMeetingKind, type PlainDate, Refusal } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import { TimeTyped } from '../../typed-form/typed-time.ts'

/** A meeting as it was typed. */
export type TypedMeeting = {
  readonly kind: string
  readonly heldOn: DateParts
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string
}

export const typedMeeting = (form: PostedForm): TypedMeeting => ({
  kind: form.text('kind'),
  heldOn: typedDate(form, 'heldOn'),
  startsAt: form.text('startsAt'),
  endsAt: form.text('endsAt'),
  place: form.text('place'),
})

const PLACE_LENGTH = 300

const Meeting = z
  .strictObject({
    kind: z.string().pipe(z.enum(PanelMeetingKind.options, 'Select a kind of panel')),
    heldOn: DateTyped('The date of the meeting', null),
    startsAt: TimeTyped('The time it begins'),
    endsAt: TimeTyped('The time it ends'),
    place: z
      .string()
      .trim()
      .max(PLACE_LENGTH, `Where the meeting is must be ${PLACE_LENGTH} characters or fewer`)
      .transform((typed) => (typed === '' ? null : typed)),
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, {
    message: 'The time it ends must be after the time it begins',
    path: ['endsAt'],
  })

export const readMeetingPlan = (typed: TypedMeeting) => readTyped(Meeting, typed)

const Cancelling = z.strictObject({
  reason: z.string().pipe(z.enum(CancelMeetingReason.options, 'Select why the meeting is cancelled')),
})

export const readCancelling = (form: PostedForm) => readTyped(Cancelling, { reason: form.text('reason') })

/** A day as its fields show it. */
export function partsOf(date: PlainDate): DateParts {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}

/** The version a page was made from. @throws Refusal `unreadable` */
export function postedVersion(form: PostedForm): number {
  const version = Number(form.text('version'))
  if (!Number.isInteger(version) || version < 1) throw new Refusal('unreadable')
  return version
}
