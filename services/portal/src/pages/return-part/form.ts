import { LaterReason, type PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type DateParts, DateTyped, typedDate } from '../../typed-form/typed-date.ts'
import { writtenDate } from '../../wording/written-date.ts'

/** The promise as it is typed. */
export type TypedPart = { readonly promisedOn: DateParts; readonly reason: string }

export const typedPart = (form: PostedForm | undefined): TypedPart =>
  form === undefined
    ? { promisedOn: { day: '', month: '', year: '' }, reason: '' }
    : { promisedOn: typedDate(form, 'promisedOn'), reason: form.text('reason') }

/**
 * By when the rest comes, and why; every mistake at once. Without a last day whoever keeps the promise decides: a second click
 * comes after the last promise.
 */
export function readPart(typed: TypedPart, today: PlainDate, latest: PlainDate | null) {
  const until = latest === null ? '' : `, and ${writtenDate(latest)} at the latest`
  const Part = z.strictObject({
    promisedOn: DateTyped('The day you will send the rest by', null).refine(
      (on) => on > today && (latest === null || on <= latest),
      { message: `The day you will send the rest by must be after today${until}`, path: ['day'] },
    ),
    reason: z.string().transform((typed, context): LaterReason => {
      const chosen = LaterReason.safeParse(typed)
      if (chosen.success) return chosen.data
      context.addIssue({ code: 'custom', message: 'Select why the rest comes later' })
      return z.NEVER
    }),
  })
  return readTyped(Part, typed)
}
