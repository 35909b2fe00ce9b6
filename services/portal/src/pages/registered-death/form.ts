import { NoNotificationReason } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'
import { readTyped } from '../../typed-form/read-typed.ts'

const Said = z
  .strictObject({
    is: z.string().pipe(z.enum(['same-child', 'other-child', 'not-for-panel'], 'Select what you found')),
    reason: z.string(),
  })
  .transform(({ is, reason }, context) => {
    if (is !== 'not-for-panel') return { is }
    const read = NoNotificationReason.safeParse(reason)
    if (read.success) return { is, reason: read.data }
    context.addIssue({ code: 'custom', path: ['reason'], message: 'Select why it is not for this panel' })
    return z.NEVER
  })

/** What a person found out about a registered death. */
export const readSaid = (form: PostedForm) =>
  readTyped(Said, { is: form.text('is'), reason: form.text('reason') })
