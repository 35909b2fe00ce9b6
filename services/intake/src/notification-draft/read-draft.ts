import { Instant, NotificationReference, notificationReference } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { requireDraftHolder } from './draft-access.ts'
import { openCarried, openDraft } from './draft-answers.ts'
import { findDraft } from './draft-store.ts'

/** What was received: said to whoever sent it, and the same whatever is known already. */
export const Receipt = z.strictObject({ reference: NotificationReference, sentAt: Instant })
export type Receipt = z.infer<typeof Receipt>

/** A notification as far as it has come, to whoever writes it. @throws Refusal `not-found` once it is destroyed */
export const readDraft = requires('notification-draft:write')
  .input(z.strictObject({}))
  .output(
    z.strictObject({
      formVersion: z.string(),
      answers: z.record(z.string(), z.unknown()),
      /** The page saved last. */
      page: z.string().nullable(),
      version: z.int().positive(),
      endsAt: Instant,
      /** Answers to offer where nothing is answered yet: of another baby of the same birth. */
      carried: z.record(z.string(), z.unknown()).nullable(),
      receipt: Receipt.nullable(),
    }),
  )
  .query(({ ctx: { actor, parts } }) => {
    const holder = requireDraftHolder(actor)
    const place = { areaId: holder.areaId, draftId: holder.subject }
    return parts.database.transaction(holder, async (tx) => {
      const draft = await findDraft(tx, place, parts.clock.now())
      await parts.audit.record(tx, holder, place.areaId, {
        action: 'notification-draft.read',
        object: { kind: 'notification-draft', id: place.draftId },
        fieldClasses: ['identity'],
      })
      const { form, answers } = openDraft(parts.keys, place, draft, parts.clock.today())
      const { page, version, endsAt, notificationId, submittedAt } = draft
      const sent = notificationId !== null && submittedAt !== null
      return {
        formVersion: form.version,
        answers,
        page,
        version,
        endsAt,
        carried: openCarried(parts.keys, place, draft),
        receipt: sent ? { reference: notificationReference(notificationId), sentAt: submittedAt } : null,
      }
    })
  })
