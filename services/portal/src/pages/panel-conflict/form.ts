import { ConflictLifted, ConflictOutcome, PersonId, Refusal } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import type { Visit } from '../../page/visit.ts'

/** What is recorded of somebody, and why they are let in further where they are. */
export const RecordedInterest = z.strictObject({
  outcome: z.string().pipe(z.enum(ConflictOutcome.options, { error: 'Select what is recorded' })),
  because: z
    .string()
    .transform((chosen) => (chosen === '' ? null : chosen))
    .pipe(z.enum(ConflictLifted.options, { error: 'Select a reason from the list' }).nullable()),
})

/** What held when the page was shown. @throws Refusal `unreadable` for a form that is not ours */
export function insteadOf(form: PostedForm): ConflictOutcome | null {
  const said = form.text('instead')
  if (said === '') return null
  const read = ConflictOutcome.safeParse(said)
  if (!read.success) throw new Refusal('unreadable')
  return read.data
}

/** The person a path means. @throws Refusal `not-found` when it can be none */
export function personIdOf(visit: Pick<Visit, 'param'>): PersonId {
  const read = PersonId.safeParse(visit.param('personId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}
