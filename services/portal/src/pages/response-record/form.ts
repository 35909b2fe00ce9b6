import {
  addDays,
  type Instant,
  londonDate,
  londonInstant,
  londonTime,
  type PlainDate,
  ResponseMeetingKind,
  ResponseNotHeldReason,
} from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { type ReadTyped, readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, datePartsOf, typedDate } from '../../typed-form/typed-date.ts'
import { TimeTyped } from '../../typed-form/typed-time.ts'
import type { ShownMeeting } from './view.ts'

export const WHAT_LENGTH = 1_000
export const LACKING_LENGTH = 2_000
export const NOTE_LENGTH = 2_000
const noDate: DateParts = { day: '', month: '', year: '' }

/** When a meeting is or was, as it was typed. */
export type TypedHours = { heldOn: DateParts; startsAt: string; endsAt: string }

export const noHours: TypedHours = { heldOn: noDate, startsAt: '', endsAt: '' }

export const typedHours = (form: PostedForm): TypedHours => ({
  heldOn: typedDate(form, 'heldOn'),
  startsAt: form.text('startsAt'),
  endsAt: form.text('endsAt'),
})

/** As it stands in the form again. */
export function hoursAsTyped({ startsAt, endsAt }: Pick<ShownMeeting, 'startsAt' | 'endsAt'>): TypedHours {
  if (startsAt === null || endsAt === null) return noHours
  return {
    heldOn: datePartsOf(londonDate(startsAt)),
    startsAt: londonTime(startsAt),
    endsAt: londonTime(endsAt),
  }
}

type Hours = { startsAt: Instant; endsAt: Instant }

/** From when to when. A visit may last past midnight: a time before its beginning is then on the next day. */
export function readHours(
  typed: TypedHours,
  { kind, today, now }: { kind: ResponseMeetingKind; today: PlainDate | null; now: Instant },
): ReadTyped<Hours> {
  const Typed = z.strictObject({
    heldOn: DateTyped('The date', today),
    startsAt: TimeTyped('The time it began'),
    endsAt: TimeTyped('The time it ended'),
  })
  const read = readTyped(Typed, typed)
  if (!read.ok) return read
  const { heldOn, startsAt, endsAt } = read.value
  const wrong = (text: string): ReadTyped<Hours> => ({ ok: false, errors: [{ text, href: '#endsAt' }] })
  const overnight = kind === 'scene-visit' && endsAt < startsAt
  if (endsAt <= startsAt && !overnight) return wrong('The time it ended must be after the time it began')
  const hours = {
    startsAt: londonInstant(heldOn, startsAt),
    endsAt: londonInstant(overnight ? addDays(heldOn, 1) : heldOn, endsAt),
  }
  if (today !== null && hours.endsAt > now) return wrong('The time it ended must be in the past')
  return { ok: true, value: hours }
}

/** What is done with a meeting or visit. */
export const RecordStep = z.enum(['arrange', 'held', 'not-held'])
export type RecordStep = z.infer<typeof RecordStep>

export type TypedBegin = { kind: string; step: string }
export const nothingBegun: TypedBegin = { kind: '', step: '' }
export const typedBegin = (form: PostedForm): TypedBegin => ({
  kind: form.text('kind'),
  step: form.text('step'),
})

const BeginForm = z.strictObject({
  kind: z.string().pipe(z.enum(ResponseMeetingKind.options, 'Select which meeting or visit it is')),
  step: z.string().pipe(z.enum(RecordStep.options, 'Select what you want to record')),
})
export const readBegin = (typed: TypedBegin) => readTyped(BeginForm, typed)

const PlaceForm = z.strictObject({
  place: z
    .string()
    .trim()
    .min(1, 'Enter where it is')
    .max(300, 'Where it is must be 300 characters or fewer'),
})

export const readPlace = (form: PostedForm) => readTyped(PlaceForm, { place: form.text('place') })

const NotHeldForm = z
  .strictObject({
    reason: z.string().pipe(z.enum(ResponseNotHeldReason.options, 'Select why it does not take place')),
    note: z.string().trim().max(NOTE_LENGTH, `The note must be ${NOTE_LENGTH} characters or fewer`),
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== '', {
    message: 'Enter the reason in the note',
    path: ['note'],
  })

export type TypedNotHeld = { reason: string; note: string }
export const typedNotHeld = (form: PostedForm): TypedNotHeld => ({
  reason: form.text('reason'),
  note: form.text('note'),
})
export const readNotHeld = (typed: TypedNotHeld) => readTyped(NotHeldForm, typed)

export type TypedAction = { what: string; owner: string; dueOn: DateParts }
export const noAction: TypedAction = { what: '', owner: '', dueOn: noDate }
export const typedAction = (form: PostedForm): TypedAction => ({
  what: form.text('what'),
  owner: form.text('owner'),
  dueOn: typedDate(form, 'dueOn'),
})

export function readAction(typed: TypedAction, today: PlainDate) {
  const ActionForm = z.strictObject({
    what: z
      .string()
      .trim()
      .min(1, 'Enter what is to be done')
      .max(WHAT_LENGTH, 'What is to be done must be 1,000 characters or fewer'),
    owner: z
      .string()
      .trim()
      .min(1, 'Enter who does it')
      .max(200, 'Who does it must be 200 characters or fewer'),
    dueOn: DateTyped('The date it is to be done by', null).refine((on) => on >= today, {
      message: 'The date it is to be done by must be today or in the future',
      path: ['day'],
    }),
  })
  return readTyped(ActionForm, typed)
}

export type TypedCheck = { adequate: string; lacking: string }
export const noCheck: TypedCheck = { adequate: '', lacking: '' }
export const typedCheck = (form: PostedForm): TypedCheck => ({
  adequate: form.text('adequate'),
  lacking: form.text('lacking'),
})

const CheckForm = z
  .strictObject({
    adequate: z.string().pipe(z.enum(['yes', 'no'], 'Select whether the record is adequate')),
    lacking: z.string().trim().max(LACKING_LENGTH, 'What was lacking must be 2,000 characters or fewer'),
  })
  .refine(({ adequate, lacking }) => adequate === 'yes' || lacking !== '', {
    message: 'Enter what was lacking',
    path: ['lacking'],
  })

/** Whether the record is adequate, and else what was lacking. */
export function readCheck(typed: TypedCheck) {
  const read = readTyped(CheckForm, typed)
  if (!read.ok) return read
  const adequate = read.value.adequate === 'yes'
  return { ok: true as const, value: { adequate, lacking: adequate ? null : read.value.lacking } }
}

const Count = z.coerce.number().pipe(z.int().nonnegative())

/** How often a record had been checked when its page was made; what is no number is nobody's. */
export const checkedOf = (form: PostedForm): number => Count.catch(1_000_000).parse(form.text('checked'))

/** What a path may say after the record: which kind of meeting to add, or which meeting. */
export const kindIn = (part: string): ResponseMeetingKind | null =>
  ResponseMeetingKind.safeParse(part).data ?? null
