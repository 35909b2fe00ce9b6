import { Refusal, TransferDeclineReason } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { type ReadTyped, readTyped } from '../../typed-form/read-typed.ts'

const Action = z.enum(['accept', 'decline', 'recall'])
export type TransferAction = z.infer<typeof Action>

/** Which button was pressed. @throws Refusal `unreadable` for what no button of ours posts */
export function actionIn(form: PostedForm): TransferAction {
  const read = Action.safeParse(form.action)
  if (!read.success) throw new Refusal('unreadable')
  return read.data
}

const Declined = z.strictObject({
  reason: z.string().pipe(z.enum(TransferDeclineReason.options, 'Select why you do not take this record')),
})

/** Why a record is not taken over. */
export function readDecline(form: PostedForm): ReadTyped<z.output<typeof Declined>> {
  return readTyped(Declined, { reason: form.text('reason') })
}
