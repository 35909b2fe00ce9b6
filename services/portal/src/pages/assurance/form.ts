import { ChallengeId, Refusal } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

export const LONGEST_STATEMENT = 5_000
export const LONGEST_REASON = 500

export type TypedStatement = { readonly words: string; readonly reason: string }

export const typedStatement = (form: PostedForm): TypedStatement => ({
  words: form.text('words'),
  reason: form.text('reason'),
})

/** What is stated, and, of a correction, why. */
export const readStatement = (typed: TypedStatement, corrects: boolean) =>
  readTyped(
    z.strictObject({
      words: z
        .string()
        .trim()
        .min(1, 'Enter what you state about the year')
        .max(LONGEST_STATEMENT, 'The statement must be 5,000 characters or fewer'),
      reason: z
        .string()
        .trim()
        .max(LONGEST_REASON, 'The reason must be 500 characters or fewer')
        .refine((reason) => !corrects || reason !== '', 'Enter why the statement is corrected'),
    }),
    { ...typed },
  )

/** The challenges that stood on the form as not settled. @throws Refusal `unreadable` */
export function seenChallenges(form: PostedForm): ChallengeId[] {
  const read = z.array(ChallengeId).safeParse(form.all('challenge'))
  if (!read.success) throw new Refusal('unreadable')
  return read.data
}
