import type { Db } from '@cdop/database'
import { type DraftHolder, type NotificationId, Refusal } from '@cdop/domain'
import type { Answers, CompiledForm } from '@cdop/forms'
import { requireUnmerged } from '../merge/merge-store.ts'
import { lockUndecided, type Undecided } from '../notification/decide.ts'
import { readArriving } from '../notification/receive-notification.ts'
import { replaceNotification } from '../notification/replace-notification.ts'
import type { Parts } from '../parts.ts'

/** The notification a draft was begun for, and the version of it that lacked the answers. */
export type Completes = { notificationId: NotificationId; version: number }

/** What another record or another person has done meanwhile, of which somebody without an account is told nothing. */
const LATE: readonly string[] = [
  'stale',
  'notification-decided',
  'transfer-under-way',
  'merge-under-way',
  'undo-merge-first',
]

/** @throws Refusal `answers-not-needed` when somebody has answered, decided or merged meanwhile */
async function stillWaiting(
  tx: Db,
  parts: Parts,
  { areaId }: DraftHolder,
  completes: Completes,
): Promise<Undecided> {
  try {
    const undecided = await lockUndecided(tx, parts.keys, { areaId, ...completes })
    await requireUnmerged(tx, areaId, completes.notificationId)
    return undecided
  } catch (thrown) {
    throw thrown instanceof Refusal && LATE.includes(thrown.code) ? new Refusal('answers-not-needed') : thrown
  }
}

/** Gives the answers of somebody who was asked to the notification that lacked them; held to all a new one is. */
export async function completeAsked(
  tx: Db,
  { holder, parts }: { holder: DraftHolder; parts: Parts },
  completes: Completes,
  { form, answers }: { form: CompiledForm; answers: Answers },
): Promise<NotificationId> {
  const { areaId } = holder
  const { notificationId } = completes
  const undecided = await stillWaiting(tx, parts, holder, completes)
  const { receivedOn } = undecided.stored
  const arriving = { areaId, door: 'public-link' as const, receivedOn, formVersion: form.version, answers }
  const read = readArriving(arriving, parts)
  const by = { areaId, notificationId, read, replacedBy: null }
  await replaceNotification(tx, { actor: holder, parts }, undecided, by)
  return notificationId
}
