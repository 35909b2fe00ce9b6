import { Refusal } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'

const Decision = z.strictObject({
  action: z.enum(['accept', 'out-of-scope']),
  version: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
})

/**
 * The decision on a notification. It has no field a person could fill in wrongly.
 * @throws Refusal `unreadable` for what no button of ours posts
 */
export function readDecision(posted: PostedForm): z.output<typeof Decision> {
  const read = Decision.safeParse({
    action: posted.action,
    version: posted.text('version'),
  })
  if (!read.success) throw new Refusal('unreadable')
  return read.data
}
