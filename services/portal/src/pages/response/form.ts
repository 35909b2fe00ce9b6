import type { Instant } from '@cdop/domain'
import { type Clock, NoResponseReason, NotificationId, type ResponseDecision } from '@cdop/domain'
import { z } from 'zod'
import type { ErrorItem } from '../../components/error-summary.ts'
import type { PostedForm } from '../../page/posted-form.ts'
import { type ReadTyped, readTyped } from '../../typed-form/read-typed.ts'
import { nowAsTyped, readWhen, type TypedWhen, typedWhen } from './decided-when.ts'

export type TypedDecision = TypedWhen & { decision: string; reason: string }

export const noDecision: TypedDecision = { ...nowAsTyped, decision: '', reason: '' }

export const typedDecision = (form: PostedForm): TypedDecision => ({
  ...typedWhen(form),
  decision: form.text('decision'),
  reason: form.text('reason'),
})

/** What was decided and when. Both halves say what is wrong with them at once. */
export function readDecision(
  form: PostedForm,
  clock: Clock,
): ReadTyped<{ what: ResponseDecision; decidedAt: Instant | null }> {
  const typed = typedDecision(form)
  const errors: ErrorItem[] = []
  const reason = NoResponseReason.safeParse(typed.reason)
  let what: ResponseDecision | null = null
  if (typed.decision === 'start') what = { decision: 'start' }
  else if (typed.decision !== 'not-start') {
    errors.push({ text: 'Select what was decided', href: '#decision' })
  } else if (reason.success) what = { decision: 'not-start', reason: reason.data }
  else errors.push({ text: 'Select why no response is started', href: '#reason' })
  const when = readWhen(form, clock)
  if (!when.ok) errors.push(...when.errors)
  if (what === null || !when.ok) return { ok: false, errors }
  return { ok: true, value: { what, decidedAt: when.value } }
}

const Version = z.coerce.number().pipe(z.int().positive())

/** The version the page showed; one that is no number is nobody's. */
export const versionOf = (form: PostedForm): number => Version.catch(1_000_000).parse(form.text('version'))

const Joining = z.strictObject({
  notification: z
    .string()
    .refine((typed) => NotificationId.safeParse(typed).success, 'Select the notification of this child')
    .pipe(NotificationId),
})

export const readJoining = (form: PostedForm) =>
  readTyped(Joining, { notification: form.text('notification') })
