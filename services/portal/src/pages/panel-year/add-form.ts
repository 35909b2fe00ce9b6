import { type EveryMonths, MeetingDays, PanelMeetingKind, PlainDate, type WeekOfMonth } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { TimeTyped } from '../../typed-form/typed-time.ts'

/** Meetings of one kind over a year, as they were typed. */
export type TypedMeetings = {
  readonly kind: string
  readonly by: string
  readonly every: string
  readonly week: string
  readonly weekday: string
  readonly dates: string
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string
}

export const nothingTyped: TypedMeetings = {
  ...{ kind: '', by: '', every: '1', week: '2', weekday: '2', dates: '' },
  ...{ startsAt: '', endsAt: '', place: '' },
}

export const typedMeetings = (form: PostedForm): TypedMeetings => ({
  kind: form.text('kind'),
  by: form.text('by'),
  every: form.text('every'),
  week: form.text('week'),
  weekday: form.text('weekday'),
  dates: form.text('dates'),
  startsAt: form.text('startsAt'),
  endsAt: form.text('endsAt'),
  place: form.text('place'),
})

export const everyWords: Readonly<Record<EveryMonths, string>> = {
  1: 'Every month',
  2: 'Every second month, from April',
  3: 'Every third month, from April',
  6: 'Every sixth month, from April',
}
export const weekWords: readonly (readonly [WeekOfMonth, string])[] = [
  [1, 'First'],
  [2, 'Second'],
  [3, 'Third'],
  [4, 'Fourth'],
  [-1, 'Last'],
]
export const weekdayWords = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const

const MOST_DATES = 40
const PLACE_LENGTH = 300

/** A date of a line: "27 3 2026" or "27/3/2026"; null for anything else. */
function dateOfLine(line: string): PlainDate | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[ /.-](\d{1,2})[ /.-](\d{4})$/.exec(line) ?? []
  return PlainDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data ?? null
}

const linesOf = (typed: string) =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const Typed = z
  .strictObject({
    kind: z.string().pipe(z.enum(PanelMeetingKind.options, 'Select a kind of panel')),
    by: z.string().pipe(z.enum(['rule', 'dates'], 'Select how the days are chosen')),
    every: z.string(),
    week: z.string(),
    weekday: z.string(),
    dates: z.string(),
    startsAt: TimeTyped('The time they begin'),
    endsAt: TimeTyped('The time they end'),
    place: z
      .string()
      .trim()
      .max(PLACE_LENGTH, `Where the meetings are must be ${PLACE_LENGTH} characters or fewer`)
      .transform((typed) => (typed === '' ? null : typed)),
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, {
    message: 'The time they end must be after the time they begin',
    path: ['endsAt'],
  })
  .superRefine(({ by, dates }, context) => {
    if (by !== 'dates') return
    const lines = linesOf(dates)
    const wrong = lines.findIndex((line) => dateOfLine(line) === null)
    const message =
      lines.length === 0
        ? 'Enter the dates'
        : lines.length > MOST_DATES
          ? `Enter ${MOST_DATES} dates or fewer`
          : wrong >= 0
            ? `Line ${wrong + 1} must be a real date, like 27 3 2026`
            : null
    if (message !== null) context.addIssue({ code: 'custom', path: ['dates'], message })
  })
  .transform(({ kind, startsAt, endsAt, place, ...typed }, context) => {
    const { by, every, week, weekday, dates } = typed
    const days = MeetingDays.safeParse(
      by === 'dates'
        ? { by, dates: linesOf(dates).map(dateOfLine) }
        : { by, every: Number(every), week: Number(week), weekday: Number(weekday) },
    )
    if (days.success) return { kind, days: days.data, startsAt, endsAt, place }
    context.addIssue({ code: 'custom', path: ['every'], message: 'Select how often and on which day' })
    return z.NEVER
  })

/** What somebody wants to add to the plan of a year. */
export const readMeetings = (typed: TypedMeetings) => readTyped(Typed, { ...typed })
