import {
  AreaId,
  CaseId,
  CaseReference,
  NotificationId,
  NotificationState,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { subjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { PassToken } from '../identity/read-identity.ts'
import { openRecord } from '../merge/known-record.ts'
import { mayDisclose } from '../notification/may-disclose.ts'
import { findNotification } from '../notification/notification-store.ts'
import { requires } from '../rpc.ts'
import { confirmationsOf, RecordedConfirmation } from './confirmation-store.ts'

/** Who confirmed the death and who the child is, the newest entry first. Names only with a pass once there is a case. */
export const readConfirmation = requires('notification:read')
  .input(z.strictObject({ areaId: AreaId, notificationId: NotificationId, pass: PassToken.exactOptional() }))
  .output(
    z.strictObject({
      state: NotificationState,
      diedOn: PlainDate,
      caseId: CaseId.nullable(),
      caseReference: CaseReference.nullable(),
      entries: z.array(RecordedConfirmation),
    }),
  )
  .query(({ ctx: { actor, parts }, input: { areaId, notificationId, pass } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const stored = await findNotification(tx, areaId, notificationId)
      const { state, caseId, reference, wrapped } = stored
      const disclosed = await mayDisclose(parts.keyring, actor, caseId, pass)
      await parts.audit.record(tx, actor, areaId, {
        action: 'confirmation.read',
        object: { kind: 'notification', id: notificationId },
        fieldClasses: disclosed ? ['identity'] : [],
      })
      const cipher = disclosed ? subjectCipher(parts.keys, areaId, notificationId, wrapped) : null
      const entries = await confirmationsOf(tx, { areaId, notificationId }, cipher)
      // With records merged in, the date is the one known now: what is recorded anew is held to it.
      const { identity } = await openRecord(tx, parts.keys, areaId, notificationId)
      return { state, diedOn: identity.dateOfDeath, caseId, caseReference: reference, entries }
    })
  })
