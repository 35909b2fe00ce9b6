import { AgeBand, AreaId, NotificationId, NotificationState, PlainDate, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { undecidedAmong } from '../notification/notification-store.ts'
import { openAnswers } from '../notification/sealed-answers.ts'
import { requires } from '../rpc.ts'

/** As many as a search finds. */
const MOST = 50

const FoundNotification = z.strictObject({
  notificationId: NotificationId,
  state: NotificationState,
  receivedOn: PlainDate,
  diedOn: PlainDate,
  ageBand: AgeBand.nullable(),
  familyName: z.string(),
  givenNames: z.string(),
})

/**
 * Who the children of some notifications are that became no case; of one that became a case, case-review decides. What
 * is no notification of the area is left out. One audit entry each, before the answer.
 */
export const readFound = requires('identity:search')
  .input(z.strictObject({ areaId: AreaId, notificationIds: z.array(NotificationId).max(MOST) }))
  .output(z.array(FoundNotification))
  .query(({ ctx: { actor, parts }, input: { areaId, notificationIds } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => {
      const stored = await undecidedAmong(tx, areaId, notificationIds)
      if (stored.length === 0) return []
      await parts.audit.record(
        tx,
        actor,
        areaId,
        ...stored.map(({ notificationId: id }) => ({
          action: 'notification.found',
          object: { kind: 'notification', id },
          fieldClasses: ['identity' as const],
        })),
      )
      return stored.map(({ answers: sealed, wrapped, formVersion, ...shown }) => {
        const { notificationId } = shown
        const { content } = openAnswers(
          parts.keys,
          { areaId, notificationId, wrapped },
          { answers: sealed, formVersion },
        )
        const { familyName, givenNames } = content.child
        return { ...shown, familyName, givenNames: givenNames ?? '' }
      })
    })
  })
