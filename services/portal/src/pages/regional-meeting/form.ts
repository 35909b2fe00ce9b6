import { Refusal } from '@cdop/domain'
import { z } from 'zod'
import type { PostedForm } from '../../page/posted-form.ts'

const Action = z.enum(['accepted', 'declined'])

/** Which button was pressed. @throws Refusal `unreadable` for what no button of ours posts */
export function answerIn(form: PostedForm): z.infer<typeof Action> {
  const read = Action.safeParse(form.action)
  if (!read.success) throw new Refusal('unreadable')
  return read.data
}
