import { CasePart, PersonId, Refusal } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import type { PartPerson } from './part-people.ts'

/** Chosen where nobody is to have the part. */
export const NOBODY = 'nobody'

/** Which part a form of the page is about. @throws Refusal `unreadable` for a form that is not ours */
export function partOf(form: PostedForm): CasePart {
  const read = CasePart.safeParse(form.action)
  if (!read.success) throw new Refusal('unreadable')
  return read.data
}

/** Who had the part when the page was shown. @throws Refusal `unreadable` for a form that is not ours */
export function insteadOf(form: PostedForm): PersonId | null {
  const said = form.text('instead')
  if (said === '') return null
  const read = PersonId.safeParse(said)
  if (!read.success) throw new Refusal('unreadable')
  return read.data
}

/** Who is chosen of those who can have the part; null for nobody. */
export function readPerson(part: CasePart, typed: string, people: readonly PartPerson[]) {
  const known = people.map(({ personId }) => String(personId))
  const Typed = z.strictObject({
    [part]: z.string().refine((chosen) => chosen === NOBODY || known.includes(chosen), {
      message: 'Select who has the case, or nobody',
    }),
  })
  const read = readTyped(Typed, { [part]: typed })
  if (!read.ok) return read
  return { ok: true as const, value: typed === NOBODY ? null : PersonId.parse(typed) }
}
