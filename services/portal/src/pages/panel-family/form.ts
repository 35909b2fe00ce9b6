import { PanelLeftOpenReason } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

export const ANSWER_LENGTH = 5_000
/** Elements a mistake leads to. */
export const ANSWER = 'answer'
export const REASON = 'reason'
export const WHY = 'why'

/** What was typed about one question, to be shown again. */
export type TypedAnswer = { readonly answer: string; readonly reason: string; readonly why: string }
export const typedAnswer = (form: PostedForm): TypedAnswer => ({
  answer: form.text(ANSWER),
  reason: form.text(REASON),
  why: form.text(WHY),
})

const words = (missing: string, name: string) =>
  z.string().trim().min(1, missing).max(ANSWER_LENGTH, `${name} must be 5,000 characters or fewer`)

/** What the panel answers. */
export function readAnswer({ answer }: TypedAnswer) {
  const Typed = z.strictObject({ answer: words('Enter what the panel answers', 'What the panel answers') })
  return readTyped(Typed, { answer })
}

/** Why the panel gives no answer. */
export function readWhyNot({ reason, why }: TypedAnswer) {
  const Typed = z.strictObject({
    reason: z.string().pipe(z.enum(PanelLeftOpenReason.options, 'Select why the panel gives no answer')),
    why: words('Enter why the panel gives no answer, in words', 'Why the panel gives no answer'),
  })
  return readTyped(Typed, { reason, why })
}

/** How many versions of the answer the chair saw. */
export const SeenVersion = z
  .string()
  .regex(/^[0-9]{1,4}$/)
  .transform(Number)
