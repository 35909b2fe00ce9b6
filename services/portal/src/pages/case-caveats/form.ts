import { CaveatKind, CaveatOwner, type PersonId, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'

/** Why, who asked, who asks again and when: the same of a new caveat and of one that is looked at again. */
export type TypedCaveat = { kind: string; why: string; askedBy: string; owner: string; reviewOn: DateParts }

const noDate = { day: '', month: '', year: '' }
export const noCaveat: TypedCaveat = {
  kind: '',
  why: '',
  askedBy: '',
  owner: 'coordinator',
  reviewOn: noDate,
}

export const typedCaveat = (form: PostedForm): TypedCaveat => ({
  kind: form.text('kind'),
  why: form.text('why'),
  askedBy: form.text('askedBy'),
  owner: form.text('owner'),
  reviewOn: typedDate(form, 'reviewOn'),
})

/** The longest reason. */
export const WHY_LENGTH = 1_000

const why = (missing: string) =>
  z.string().trim().min(1, missing).max(WHY_LENGTH, 'The reason must be 1,000 characters or fewer')

function said(owners: readonly PersonId[], today: PlainDate) {
  const people: readonly string[] = owners
  return {
    why: why('Enter why it must be withheld'),
    askedBy: z
      .string()
      .trim()
      .min(1, 'Enter who asked for it')
      .max(200, 'Who asked for it must be 200 characters or fewer'),
    owner: z.string().transform((value, context) => {
      const read = CaveatOwner.safeParse(value)
      const isRole = value === 'coordinator' || value === 'designated-doctor'
      if (read.success && (isRole || people.includes(value))) return read.data
      context.addIssue({ code: 'custom', message: 'Select who asks again' })
      return z.NEVER
    }),
    reviewOn: DateTyped('The date to ask again', null).refine((on) => on > today, {
      message: 'The date to ask again must be in the future',
      path: ['day'],
    }),
  }
}

/** A new caveat. */
export function readCaveat(typed: TypedCaveat, owners: readonly PersonId[], today: PlainDate) {
  const kind = z.string().pipe(z.enum(CaveatKind.options, 'Select why it must be withheld'))
  return readTyped(z.strictObject({ kind, ...said(owners, today) }), typed)
}

/** A caveat that is still needed. */
export function readReview(
  { kind: _stays, ...typed }: TypedCaveat,
  owners: readonly PersonId[],
  today: PlainDate,
) {
  return readTyped(z.strictObject(said(owners, today)), typed)
}

/** Why a caveat is lifted. */
export function readLift(liftWhy: string) {
  return readTyped(z.strictObject({ liftWhy: why('Enter why it may be shown now') }), { liftWhy })
}
