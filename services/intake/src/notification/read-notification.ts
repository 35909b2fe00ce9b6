import {
  type Actor,
  AreaId,
  assessScope,
  CaseId,
  CaseReference,
  NotificationId,
  NotificationState,
  PlainDate,
  Refusal,
  requireArea,
  ScopeAssessment,
} from '@cdop/domain'
import { SummarySection, summary } from '@cdop/forms'
import { acceptPass, type Keyring } from '@cdop/rpc'
import { z } from 'zod'
import { casesOfSameChild, SameChild } from '../case/case-store.ts'
import { indexesOf } from '../identity/child-identity.ts'
import { PassToken } from '../identity/read-identity.ts'
import { requires } from '../rpc.ts'
import { findNotification } from './notification-store.ts'
import { openAnswers } from './sealed-answers.ts'

const ReadNotification = z.strictObject({
  notificationId: NotificationId,
  state: NotificationState,
  version: z.int(),
  receivedOn: PlainDate,
  formVersion: z.string(),
  /** What was notified; nothing once there is a case and no pass for it came with the question. */
  sections: z.array(SummarySection),
  scope: ScopeAssessment,
  /** Cases of this area whose child may be the same one. */
  sameChild: z.array(SameChild),
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
})

/**
 * Before there is a case, intake decides alone. Afterwards who may see the child is case-review's to say, so that a
 * declared conflict counts here too.
 * @throws Refusal `not-found` when the pass is not for this case
 */
async function mayDisclose(
  keyring: Keyring,
  actor: Actor,
  caseId: CaseId | null,
  token: string | undefined,
): Promise<boolean> {
  if (caseId === null) return true
  if (token === undefined) return false
  const pass = await acceptPass(keyring, actor, token)
  const covered = pass.caseIds.includes(caseId) && pass.fieldClasses.includes('identity')
  if (!covered) throw new Refusal('not-found')
  return true
}

/**
 * A notification in words, with what the rules say of it. What was notified of a child who has become a case is shown
 * only with a pass for that case. Audited before it is answered.
 */
export const readNotification = requires('notification:read')
  .input(z.strictObject({ areaId: AreaId, notificationId: NotificationId, pass: PassToken.exactOptional() }))
  .output(ReadNotification)
  .query(({ ctx: { actor, parts }, input: { areaId, notificationId, pass } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const stored = await findNotification(tx, areaId, notificationId)
      const { wrapped, caseId } = stored
      const disclosed = await mayDisclose(parts.keyring, actor, caseId, pass)
      const { form, answers, content } = openAnswers(parts.keys, { areaId, notificationId, wrapped }, stored)
      await parts.audit.record(tx, actor, areaId, {
        action: 'notification.read',
        object: { kind: 'notification', id: notificationId },
        fieldClasses: disclosed ? ['identity'] : [],
      })
      const sameChild = disclosed
        ? await casesOfSameChild(tx, areaId, indexesOf(parts.keys, content), caseId)
        : []
      return {
        notificationId,
        state: stored.state,
        version: stored.version,
        receivedOn: stored.receivedOn,
        formVersion: stored.formVersion,
        sections: disclosed ? summary(form, answers) : [],
        scope: assessScope(content, stored.area),
        sameChild: [...sameChild],
        caseId,
        caseReference: stored.reference,
      }
    })
  })
