import { notificationReference, Refusal } from '@cdop/domain'
import { z } from 'zod'
import { receiveNotification } from '../notification/receive-notification.ts'
import { requires } from '../rpc.ts'
import { completeAsked } from './complete-asked.ts'
import { wakeDestruction } from './destroy-drafts.ts'
import { intakeIn, requireDraftHolder } from './draft-access.ts'
import { openDraft } from './draft-answers.ts'
import { minutesAfter, RECEIPT_MINUTES } from './draft-limits.ts'
import { forgetLinks } from './draft-link-store.ts'
import { findDraft, markSent } from './draft-store.ts'
import { Receipt } from './read-draft.ts'

/**
 * Sends the notification, once: it comes in by the one path of every notification, and in the same transaction the draft
 * is marked as sent. Of one that was begun to complete a notification, the answers go to that. Asked again (a second click, a refresh, Back and send), it answers the same receipt.
 *
 * The draft itself is what makes it happen once, so no other key is needed. The path looks at what only the service may
 * see; nothing of that is answered.
 * @throws Refusal `stale` when other answers were saved than those that were checked, and those of the path
 */
export const submitDraft = requires('notification-draft:write')
  .input(z.strictObject({ version: z.int().positive() }))
  .output(Receipt)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const holder = requireDraftHolder(actor)
    const place = { areaId: holder.areaId, draftId: holder.subject }
    const { areaId, draftId } = place
    return parts.database.transaction(intakeIn(areaId, holder.requestId), async (tx) => {
      const at = parts.clock.now()
      const today = parts.clock.today()
      const draft = await findDraft(tx, place, at, { lock: true })
      if (draft.notificationId !== null && draft.submittedAt !== null) {
        return { reference: notificationReference(draft.notificationId), sentAt: draft.submittedAt }
      }
      if (draft.version !== input.version) throw new Refusal('stale')
      const { form, answers } = openDraft(parts.keys, place, draft, today)
      const { completesNotificationId: completed, completesVersion } = draft
      const notificationId =
        completed !== null && completesVersion !== null
          ? await completeAsked(
              tx,
              { holder, parts },
              { notificationId: completed, version: completesVersion },
              { form, answers },
            )
          : await receiveNotification(
              tx,
              { actor: holder, parts },
              { areaId, door: 'public-link', receivedOn: today, formVersion: form.version, answers },
            )
      await markSent(tx, place, { notificationId, at, endsAt: minutesAfter(at, RECEIPT_MINUTES) })
      await forgetLinks(tx, place)
      await wakeDestruction(tx, place, RECEIPT_MINUTES * 60)
      await parts.audit.record(tx, holder, areaId, {
        action: 'notification-draft.submit',
        object: { kind: 'notification-draft', id: draftId },
      })
      return { reference: notificationReference(notificationId), sentAt: at }
    })
  })
