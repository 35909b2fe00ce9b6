import { type PlainDate, ReviewMeetingKind, ReviewMeetingRole } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import { TimeTyped } from '../../typed-form/typed-time.ts'

export const noDate: DateParts = { day: '', month: '', year: '' }

/** Where and when a meeting is to be, as it was typed. */
export type TypedPlan = {
  kind: string
  plannedOn: DateParts
  startsAt: string
  endsAt: string
  place: string
  chairedBy: string
}

export const noPlan: TypedPlan = {
  kind: '',
  plannedOn: noDate,
  startsAt: '',
  endsAt: '',
  place: '',
  chairedBy: '',
}

export const typedPlan = (form: PostedForm): TypedPlan => ({
  kind: form.text('kind'),
  plannedOn: typedDate(form, 'plannedOn'),
  startsAt: form.text('startsAt'),
  endsAt: form.text('endsAt'),
  place: form.text('place'),
  chairedBy: form.text('chairedBy'),
})

const line = (missing: string, name: string, most: number) =>
  z.string().trim().min(1, missing).max(most, `${name} must be ${most} characters or fewer`)

/** A meeting to be held, or one that was: any day from the death on. */
export function readPlan(typed: TypedPlan, diedOn: PlainDate) {
  const Typed = z
    .strictObject({
      kind: z.string().pipe(z.enum(ReviewMeetingKind.options, 'Select what kind of meeting it is')),
      plannedOn: DateTyped('The date of the meeting', null).refine((on) => on >= diedOn, {
        message: 'The date of the meeting must be the same as or after the date of death',
        path: ['day'],
      }),
      startsAt: TimeTyped('The time it begins'),
      endsAt: TimeTyped('The time it ends'),
      place: line('Enter where the meeting is', 'Where the meeting is', 300),
      chairedBy: line('Enter which organisation chairs it', 'The organisation that chairs it', 200),
    })
    .refine(({ startsAt, endsAt }) => endsAt > startsAt, {
      message: 'The time it ends must be after the time it begins',
      path: ['endsAt'],
    })
  return readTyped(Typed, typed)
}

/** Whom to invite, as it was typed: organisations ticked, and mailboxes one on each line. */
export type TypedInvitation = { organisations: readonly string[]; emails: string }

export const typedInvitation = (form: PostedForm): TypedInvitation => ({
  organisations: form.all('organisations'),
  emails: form.text('emails'),
})

const linesOf = (typed: string) =>
  typed
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')

const MOST_INVITED = 60

const InvitationForm = z
  .strictObject({
    organisations: z.array(z.string()),
    emails: z
      .string()
      .transform(linesOf)
      .refine((all) => all.every((one) => z.email().max(254).safeParse(one).success), {
        message: 'Enter one email address on each line, like name@example.com',
      })
      .refine((all) => all.length <= MOST_INVITED, {
        message: `Enter ${MOST_INVITED} email addresses or fewer`,
      }),
  })
  .refine(({ organisations, emails }) => organisations.length + emails.length > 0, {
    message: 'Select an organisation or enter an email address',
    path: ['emails'],
  })

export function readInvitation({ organisations, emails }: TypedInvitation) {
  return readTyped(InvitationForm, { organisations: [...organisations], emails })
}

/** When the report came. */
export function readReport(
  receivedOn: DateParts,
  { heldOn, today }: { heldOn: PlainDate; today: PlainDate },
) {
  const Typed = z.strictObject({
    receivedOn: DateTyped('The date the report came', today).refine((on) => on >= heldOn, {
      message: 'The date the report came must be the same as or after the date of the meeting',
      path: ['day'],
    }),
  })
  return readTyped(Typed, { receivedOn })
}

const ReasonForm = z.strictObject({
  reason: z.string().trim().min(1, 'Enter why').max(2_000, 'Why must be 2,000 characters or fewer'),
})

/** Why it is said anew whether a meeting was the last one. */
export const readReason = (form: PostedForm) => readTyped(ReasonForm, { reason: form.text('reason') })

/** Who was there and what was noted, as it was typed: people one on each line beside their role. */
export type TypedNotes = {
  roles: readonly string[]
  people: Readonly<Record<ReviewMeetingRole, string>>
  notes: string
}
export type TypedHeld = TypedNotes & { heldOn: DateParts; last: string }

const peopleIn = (read: (role: ReviewMeetingRole) => string): TypedNotes['people'] => {
  const pairs = ReviewMeetingRole.options.map((role) => [role, read(role)])
  return z.record(ReviewMeetingRole, z.string()).parse(Object.fromEntries(pairs))
}

export const typedHeld = (form: PostedForm): TypedHeld => ({
  roles: form.all('roles'),
  people: peopleIn((role) => form.text(`people-${role}`)),
  notes: form.text('notes'),
  heldOn: typedDate(form, 'heldOn'),
  last: form.text('last'),
})

type Attendee = { role: ReviewMeetingRole; name: string; organisation: string }

/** What was recorded, as it stands in the form again. */
export function notesAsTyped(attendees: readonly Attendee[], notes: string | null): TypedNotes {
  const of = (role: ReviewMeetingRole) => attendees.filter((one) => one.role === role)
  return {
    roles: ReviewMeetingRole.options.filter((role) => of(role).length > 0),
    people: peopleIn((role) =>
      of(role)
        .map(({ name, organisation }) => `${name}, ${organisation}`)
        .join('\n'),
    ),
    notes: notes ?? '',
  }
}

export const NOTES_LENGTH = 20_000
const MOST_THERE = 60
const NAME_LENGTH = 200

function attendeesIn(role: ReviewMeetingRole, typed: string): Attendee[] | null {
  const read: Attendee[] = []
  for (const one of linesOf(typed)) {
    const comma = one.indexOf(',')
    const name = one.slice(0, Math.max(comma, 0)).trim()
    const organisation = comma < 0 ? '' : one.slice(comma + 1).trim()
    if (name === '' || organisation === '') return null
    if (name.length > NAME_LENGTH || organisation.length > NAME_LENGTH) return null
    read.push({ role, name, organisation })
  }
  return read.length === 0 ? null : read
}

/** Who was there, by the roles that were ticked; what stands beside others does not count. */
export function readNotes({ roles, people, notes }: TypedNotes) {
  const ticked = ReviewMeetingRole.options.filter((role) => roles.includes(role))
  const read = ticked.map((role) => ({ role, attendees: attendeesIn(role, people[role]) }))
  const errors = read.flatMap(({ role, attendees }) =>
    attendees === null
      ? [
          {
            text: 'Enter each person on a line of their own: a name, a comma and an organisation',
            href: `#people-${role}`,
          },
        ]
      : [],
  )
  if (ticked.length === 0) errors.push({ text: 'Select who was there', href: '#roles' })
  const attendees = read.flatMap((one) => one.attendees ?? [])
  if (attendees.length > MOST_THERE) {
    errors.push({ text: `Enter ${MOST_THERE} people or fewer`, href: '#roles' })
  }
  if (notes.trim().length > NOTES_LENGTH) {
    errors.push({ text: 'The notes must be 20,000 characters or fewer', href: '#notes' })
  }
  if (errors.length > 0) return { ok: false as const, errors }
  return { ok: true as const, value: { attendees, notes: notes.trim() === '' ? null : notes.trim() } }
}

/** A meeting that was held. */
export function readHeld(typed: TypedHeld, { diedOn, today }: { diedOn: PlainDate; today: PlainDate }) {
  const Typed = z.strictObject({
    heldOn: DateTyped('The date it was held', today).refine((on) => on >= diedOn, {
      message: 'The date it was held must be the same as or after the date of death',
      path: ['day'],
    }),
    last: z.string().pipe(z.enum(['yes', 'no'], 'Select yes if no other review meeting is expected')),
  })
  const held = readTyped(Typed, { heldOn: typed.heldOn, last: typed.last })
  const noted = readNotes(typed)
  if (held.ok && noted.ok) {
    return {
      ok: true as const,
      value: { heldOn: held.value.heldOn, last: held.value.last === 'yes', ...noted.value },
    }
  }
  const errors = [...(held.ok ? [] : held.errors), ...(noted.ok ? [] : noted.errors)]
  return { ok: false as const, errors }
}
