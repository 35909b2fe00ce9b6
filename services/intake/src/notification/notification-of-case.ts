import { AreaId, CaseId, NotificationId, Refusal, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { notificationOfCase as find } from '../case/case-store.ts'
import { PassToken } from '../identity/read-identity.ts'
import { requires } from '../rpc.ts'
import { mayDisclose } from './may-disclose.ts'

/** The notification a case was made of, for whoever has a pass for the case. */
export const notificationOfCase = requires('notification:read')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, pass: PassToken }))
  .output(z.strictObject({ notificationId: NotificationId }))
  .query(({ ctx: { actor, parts }, input: { areaId, caseId, pass } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      await mayDisclose(parts.keyring, actor, caseId, pass)
      const notificationId = await find(tx, areaId, caseId)
      if (notificationId === null) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'notification.of-case',
        object: { kind: 'case', id: caseId },
      })
      return { notificationId }
    })
  })
