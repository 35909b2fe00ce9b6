import { AreaId, text } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import { TimeTyped } from '../../typed-form/typed-time.ts'

export const LONGEST_TERMS = 2_000
const LONGEST_THEME = 200
const LONGEST_PLACE = 300

/** A regional meeting as it was typed. */
export type TypedRegional = {
  readonly theme: string
  readonly terms: string
  readonly heldOn: DateParts
  readonly startsAt: string
  readonly endsAt: string
  readonly place: string
}

export const typedRegional = (form: PostedForm): TypedRegional => ({
  theme: form.text('theme'),
  terms: form.text('terms'),
  heldOn: typedDate(form, 'heldOn'),
  startsAt: form.text('startsAt'),
  endsAt: form.text('endsAt'),
  place: form.text('place'),
})

const line = (length: number, { none, long }: { none: string; long: string }) =>
  z.string().trim().min(1, none).max(length, long).pipe(text(length))

const Plan = {
  theme: line(LONGEST_THEME, {
    none: 'Enter what the areas meet on',
    long: `The theme must be ${LONGEST_THEME} characters or fewer`,
  }),
  terms: line(LONGEST_TERMS, {
    none: 'Enter the terms of reference',
    long: `The terms of reference must be ${LONGEST_TERMS.toLocaleString('en-GB')} characters or fewer`,
  }),
  heldOn: DateTyped('The date of the meeting', null),
  startsAt: TimeTyped('The time it begins'),
  endsAt: TimeTyped('The time it ends'),
  place: line(LONGEST_PLACE, {
    none: 'Enter where the areas meet',
    long: `Where the meeting is must be ${LONGEST_PLACE} characters or fewer`,
  }),
}

const inOrder = {
  message: 'The time it ends must be after the time it begins',
  path: ['endsAt'],
}

const RegionalTyped = z.strictObject(Plan).refine(({ startsAt, endsAt }) => endsAt > startsAt, inOrder)

/** When and where, and what for. */
export const readRegionalPlan = (typed: TypedRegional) => readTyped(RegionalTyped, typed)

/** The same, with the areas that are asked; `known` are those the page named. */
export function readNewRegional(typed: TypedRegional, areas: readonly string[], known: readonly string[]) {
  const New = z
    .strictObject({
      areas: z
        .array(z.string())
        .min(1, 'Select at least one area to ask')
        .refine((ids) => ids.every((id) => known.includes(id)), 'Select areas from the list')
        .pipe(z.array(AreaId)),
      ...Plan,
    })
    .refine(({ startsAt, endsAt }) => endsAt > startsAt, inOrder)
  return readTyped(New, { areas: [...areas], ...typed })
}
