import type { Db } from '@cdop/database'
import { type Actor, type AreaId, ageBand, type NotificationId, type PersonId } from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { indexesOf } from '../identity/child-identity.ts'
import type { Undecided } from './decide.ts'
import { replaceAnswers } from './earlier-answers-store.ts'
import { followFromAnswers } from './follow-from-answers.ts'
import type { ReadAnswers } from './notification-form.ts'
import { sealAnswers } from './sealed-answers.ts'
import { standingOf } from './standing.ts'

/**
 * Puts answers that were held to everything in the place of those of a notification nobody has decided, and lets follow
 * again what follows from answers. Audited. Answers the new version.
 */
export async function replaceNotification(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: ServiceParts },
  { stored: { wrapped, receivedOn, area }, decisions }: Pick<Undecided, 'stored' | 'decisions'>,
  by: {
    areaId: AreaId
    notificationId: NotificationId
    read: ReadAnswers
    /** Null when it is somebody without an account. */
    replacedBy: PersonId | null
  },
): Promise<number> {
  const { areaId, notificationId, read, replacedBy } = by
  const { form, content } = read
  const at = parts.clock.now()
  const indexes = indexesOf(parts.keys, content)
  const version = await replaceAnswers(tx, {
    areaId,
    notificationId,
    formVersion: form.version,
    answers: sealAnswers(parts.keys, { areaId, notificationId, wrapped }, read, at),
    diedOn: content.death.dateOfDeath,
    ageBand: content.child.dateOfBirth && ageBand(content.child.dateOfBirth, content.death.dateOfDeath),
    placeOfDeath: content.death.placeOfDeath,
    indexes,
    standing: standingOf(read, { receivedOn, area, decisions }),
    replacedBy,
    replacedAt: at,
  })
  const answered = { areaId, notificationId, wrapped, content, indexes }
  await followFromAnswers(tx, { actor, parts }, { ...answered, again: true })
  await parts.audit.record(tx, actor, areaId, {
    action: 'notification.amend',
    object: { kind: 'notification', id: notificationId },
    fieldClasses: ['identity'],
  })
  return version
}
