import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  type ChildConfirmation,
  type ImportId,
  type NotificationId,
  type PersonId,
  Refusal,
} from '@cdop/domain'
import { subjectCipher } from '@cdop/encryption'
import type { ServiceParts } from '@cdop/service'
import { addConfirmation } from '../confirmation/confirmation-store.ts'
import { acceptUndecided } from '../notification/accept-undecided.ts'
import { findNotification } from '../notification/notification-store.ts'

/**
 * What was an open case elsewhere is one here, with who confirmed the death: whoever signed the import off decided so.
 * One that may be of a child who is known, out of scope or not clear stays with the notifications to decide; accepted
 * there, it becomes the case all the same.
 */
export async function openImportedCase(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: ServiceParts },
  place: { areaId: AreaId; importId: ImportId; row: number; notificationId: NotificationId },
  { confirmation, by }: { confirmation: ChildConfirmation | null; by: PersonId },
): Promise<void> {
  const { areaId, importId, row, notificationId } = place
  await tx`
    update intake.import_rows set notification_id = ${notificationId}, received = null, rest = null,
      nhs_number_index = null
    where area_id = ${areaId} and import_id = ${importId} and row_number = ${row}
  `
  const { wrapped, version } = await findNotification(tx, areaId, notificationId)
  if (confirmation !== null) {
    const cipher = subjectCipher(parts.keys, areaId, notificationId, wrapped)
    const at = parts.clock.now()
    await addConfirmation(tx, cipher, { areaId, notificationId }, { confirmation, entry: 1, by, at })
    await parts.audit.record(tx, actor, areaId, {
      action: 'confirmation.record',
      object: { kind: 'notification', id: notificationId },
      fieldClasses: ['identity'],
    })
  }
  try {
    await acceptUndecided(tx, { actor, parts }, { areaId, notificationId, version })
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
  }
}
