import {
  AreaId,
  assessScope,
  CaseId,
  CaseReference,
  NotificationId,
  NotificationState,
  PlainDate,
  requireArea,
} from '@cdop/domain'
import { SummarySection, summary } from '@cdop/forms'
import { z } from 'zod'
import { casesOfSameChild, SameChild } from '../case/case-store.ts'
import { indexesOf } from '../identity/child-identity.ts'
import { requires } from '../rpc.ts'
import { findNotification } from './notification-store.ts'
import { openAnswers } from './sealed-answers.ts'

const ReadNotification = z.strictObject({
  notificationId: NotificationId,
  state: NotificationState,
  version: z.int(),
  receivedOn: PlainDate,
  formVersion: z.string(),
  sections: z.array(SummarySection),
  scope: z.strictObject({
    outcome: z.enum(['in', 'out', 'pending']),
    ruleId: z.enum(['R1', 'R2-R3', 'R5', 'R6', 'R8']),
    evidence: z.string(),
  }),
  /** Cases of this area whose child may be the same one. */
  sameChild: z.array(SameChild),
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
})

/** The whole of a notification in words, with what the rules say of it. Audited before it is answered. */
export const readNotification = requires('notification:read')
  .input(z.strictObject({ areaId: AreaId, notificationId: NotificationId }))
  .output(ReadNotification)
  .query(({ ctx: { actor, parts }, input: { areaId, notificationId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const stored = await findNotification(tx, areaId, notificationId)
      const { wrapped, caseId } = stored
      const { form, answers, content } = openAnswers(parts.keys, { areaId, notificationId, wrapped }, stored)
      await parts.audit.record(tx, actor, areaId, {
        action: 'notification.read',
        object: { kind: 'notification', id: notificationId },
        fieldClasses: ['identity'],
      })
      const sameChild = await casesOfSameChild(tx, areaId, indexesOf(parts.keys, content), caseId)
      return {
        notificationId,
        state: stored.state,
        version: stored.version,
        receivedOn: stored.receivedOn,
        formVersion: stored.formVersion,
        sections: summary(form, answers),
        scope: assessScope(content, stored.area),
        sameChild: [...sameChild],
        caseId,
        caseReference: stored.reference,
      }
    })
  })
