import { groundsOf, Refusal, RelatedDecision, RelatedGround, RelatedState } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

const Decision = z.strictObject({
  ground: z
    .string()
    .pipe(z.enum(RelatedGround.options, 'Select whether the children are related, and how you know')),
})

/** The decision a person took, on what ground, and what they saw before it. @throws Refusal `unreadable` for what no page of ours posts */
export function readRelatedDecision(form: PostedForm) {
  const seen = RelatedState.safeParse(form.text('seen'))
  if (!seen.success) throw new Refusal('unreadable')
  const read = readTyped(Decision, { ground: form.text('ground') })
  if (!read.ok) return read
  const { ground } = read.value
  const decision = groundsOf.confirmed.includes(ground)
    ? RelatedDecision.enum.confirmed
    : RelatedDecision.enum.dismissed
  return { ok: true as const, value: { seen: seen.data, decision, ground } }
}
