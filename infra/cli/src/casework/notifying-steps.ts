import type { CaseReviewRouter } from '@cdop/case-review/api'
import {
  type AgeBand,
  type CaseId,
  type NotificationId,
  type PlainDate,
  Refusal,
  whoMustBeTold,
} from '@cdop/domain'
import { answersFrom, formInForce, NOTIFICATION_FORM, statutoryForms } from '@cdop/forms'
import type { IntakeRouter } from '@cdop/intake/api'
import type { InventedNotification } from '../invented/invented-child.ts'
import type { CaseGround } from './case-ground.ts'
import { sayDifferentChildren } from './different-children.ts'
import { eventually } from './eventually.ts'

/** What an area's people do with a notification until it is a case, and when it was wrong. */
export function notifyingSteps({ client, areaId, coordinator, keyOf }: CaseGround) {
  return {
    async notify(name: string, notification: InventedNotification, receivedOn: PlainDate) {
      const form = formInForce(statutoryForms, NOTIFICATION_FORM, receivedOn)
      const request = await client.onBehalfOf(coordinator)
      const { notificationId } = await request.to<IntakeRouter>('intake').notification.submit.mutate({
        areaId,
        key: keyOf('notify', name),
        formVersion: form.version,
        answers: answersFrom(form, notification),
        receivedOn,
      })
      return notificationId
    },

    /** Who confirmed the death and the child, on the day it was notified. Waits until intake knows the area. */
    async confirm(name: string, notificationId: NotificationId, on: PlainDate): Promise<void> {
      const word = {
        by: 'hospital-doctor' as const,
        name: 'Dr Invented Example',
        organisation: 'Example Hospital',
        on,
        time: null,
      }
      await eventually(['not-found'], async () => {
        const request = await client.onBehalfOf(coordinator)
        await request.to<IntakeRouter>('intake').confirmation.record.mutate({
          areaId,
          notificationId,
          key: keyOf('confirm', name),
          version: 0,
          death: word,
          identity: word,
        })
      })
    },

    /** Waits until intake knows the area. Invented children are different ones, however alike. */
    accept(name: string, notificationId: NotificationId): Promise<CaseId> {
      return eventually(['not-found', 'duplicate-undecided'], async () => {
        const request = await client.onBehalfOf(coordinator)
        try {
          const { caseId } = await request.to<IntakeRouter>('intake').notification.accept.mutate({
            areaId,
            notificationId,
            key: keyOf('accept', name),
            version: 1,
          })
          return caseId
        } catch (thrown) {
          if (thrown instanceof Refusal && thrown.code === 'duplicate-undecided') {
            await sayDifferentChildren(request, areaId, notificationId)
          }
          throw thrown
        }
      })
    },

    /** Everybody who must be told of the death has been. */
    async tell(caseId: CaseId, ageBand: AgeBand, on: PlainDate): Promise<void> {
      const told = { outcome: 'told' as const, by: 'Sam Example', on }
      const entries = whoMustBeTold(ageBand).map((recipient) => ({ recipient, version: 0, told }))
      const request = await client.onBehalfOf(coordinator)
      await request
        .to<CaseReviewRouter>('case-review')
        .toldList.record.mutate({ areaId, caseId, entries, key: keyOf('tell', caseId) })
    },

    /** The report was wrong: everything sent about the case is recalled. */
    async reportInError(notificationId: NotificationId, caseId: CaseId): Promise<void> {
      const request = await client.onBehalfOf(coordinator)
      const fieldClasses = ['identity' as const]
      const { pass } = await request.to<CaseReviewRouter>('case-review').case.open.query({
        areaId,
        caseId,
        fieldClasses,
      })
      await request.to<IntakeRouter>('intake').notification.reportInError.mutate({
        areaId,
        notificationId,
        key: keyOf('in-error', notificationId),
        version: 2,
        reason: 'wrong-child-named',
        nationalDatabaseTold: true,
        confirmedTwice: true,
        ...(pass !== null && { pass }),
      })
    },
  }
}
