import { createHash } from 'node:crypto'
import type { NotificationId, PlainDate } from '@cdop/domain'
import { heldToForm, Wrong, wrongByRefusal } from '../notifying/found-wrong.ts'
import type { MachineVisit } from '../notifying/machine-door.ts'
import { KeyMissing } from '../notifying/not-taken.ts'
import { refusalIn } from '../page/refusal-in.ts'
import { IdempotencyKey } from '../rest/notification-resource.ts'
import { filledAnswers } from './filled-answers.ts'
import type { ReadBundle } from './received-bundle.ts'
import { located, readResponse } from './received-response.ts'

const KEY_CURE =
  'Send an Idempotency-Key header of 8 to 100 visible characters, or an identifier on the QuestionnaireResponse or the Bundle: new for each notification and the same when you retry'

type Identifier = { system?: string | undefined; value: string }

/**
 * Under what a notification is taken once: the header, else the sender's own identifier of it.
 * @throws KeyMissing
 */
export function attemptKey(header: string | undefined, identifier: Identifier | undefined): string {
  if (header === undefined && identifier !== undefined) {
    const named = JSON.stringify([identifier.system ?? '', identifier.value])
    return `identifier-${createHash('sha256').update(named).digest('hex')}`
  }
  const key = IdempotencyKey.safeParse(header)
  if (!key.success) throw new KeyMissing(KEY_CURE)
  return key.data
}

/**
 * Sends the answers of a response on, with what the other resources of its Bundle fill in.
 * @throws Wrong with where in the document each thing at fault stands
 */
export async function sendResponse(
  { intake, actor }: MachineVisit,
  key: string,
  { response, root, said }: Pick<ReadBundle, 'response' | 'root' | 'said'>,
  today: PlainDate,
): Promise<NotificationId> {
  const read = readResponse(response, today, root)
  const formVersion = read.form.version
  try {
    const answers = heldToForm(formVersion, filledAnswers(read, said), actor.door)
    const { notificationId } = await intake.notification.send.mutate({ key, formVersion, answers })
    return notificationId
  } catch (thrown) {
    if (thrown instanceof Wrong) throw new Wrong(located(read, root, thrown.found), thrown.code)
    const refusal = refusalIn(thrown)
    if (refusal === null || refusal.fields.length === 0) throw thrown
    throw new Wrong(located(read, root, wrongByRefusal(refusal)), refusal.code)
  }
}
