import { DuplicateDecision, DuplicateReviewState, MergeSource, NotificationId, Refusal } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'
import { type IdentityField, identityFields } from './side-by-side.ts'

const Decision = z.strictObject({
  decision: z
    .string()
    .pipe(z.enum(DuplicateDecision.options, 'Select whether the records are of the same child')),
})

/** The decision a person took, and the one they saw before it. @throws Refusal `unreadable` for what no page of ours posts */
export function readDecision(form: PostedForm) {
  const seen = DuplicateReviewState.safeParse(form.text('seen'))
  if (!seen.success) throw new Refusal('unreadable')
  const read = readTyped(Decision, { decision: form.text('decision') })
  return read.ok ? { ok: true as const, value: { ...read.value, seen: seen.data } } : read
}

/** Which record is to go on, and from which each field of the identity is kept. @throws Refusal `unreadable` */
export function readProposal(form: PostedForm, records: readonly [string, string]) {
  const surviving = NotificationId.safeParse(form.text('surviving'))
  if (!surviving.success || !records.includes(surviving.data)) {
    return { ok: false as const, errors: [{ text: 'Select which record goes on', href: '#surviving' }] }
  }
  const kept = Object.fromEntries(
    identityFields.map((field) => [field, sourceOf(form.text(`keep-${field}`), surviving.data)]),
  )
  return {
    ok: true as const,
    value: {
      surviving: surviving.data,
      provenance: z.record(z.enum<readonly IdentityField[]>(identityFields), MergeSource).parse(kept),
    },
  }
}

/** A field that was not asked, because both say the same, is kept from the record that goes on. */
function sourceOf(notificationId: string, surviving: string): MergeSource {
  return notificationId === '' || notificationId === surviving ? 'surviving' : 'merged'
}
