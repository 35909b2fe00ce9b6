import { once } from '@cdop/database'
import { Refusal } from '@cdop/domain'
import { blindIndex, linkToken, subjectCipher, tokenHash } from '@cdop/encryption'
import { AttemptKey } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { intakeIn, requireDraftHolder } from './draft-access.ts'
import { countOneMore } from './draft-count-store.ts'
import { MAILS_A_DAY, minutesAfter } from './draft-limits.ts'
import { replaceLink } from './draft-link-store.ts'
import { wakeDraftMail } from './draft-mail.ts'
import { findDraft, saveMailbox } from './draft-store.ts'

/**
 * Mails its writer a link by which to come back, in place of any mailed before. The address is kept only for this, and
 * is destroyed with the draft.
 * @throws Refusal `notification-sent`, `too-many-mailed`, `not-found`
 */
export const mailReturnLink = requires('notification-draft:write')
  .input(z.strictObject({ email: z.email().max(254), key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input: { email, key } }) => {
    const holder = requireDraftHolder(actor)
    const { keys, clock, audit } = parts
    const { areaId, subject: draftId } = holder
    const place = { areaId, draftId }
    const at = clock.now()
    const attempt = {
      schema: 'intake',
      actor: holder,
      areaId,
      procedure: 'notification-draft.mail-return-link',
      key,
      bodyHash: blindIndex(keys, 'attempt:mail-return-link', email),
      recordedAt: at,
    }
    // On the service's own account: how much was mailed to an address is not for whoever writes this one draft.
    await parts.database.transaction(intakeIn(areaId, holder.requestId), (tx) =>
      once(
        tx,
        attempt,
        () => null,
        async () => {
          const draft = await findDraft(tx, place, at, { lock: true })
          if (draft.notificationId !== null) throw new Refusal('notification-sent')
          const whoseHash = blindIndex(keys, 'mailbox', email.toLowerCase())
          const day = { most: MAILS_A_DAY, since: minutesAfter(at, -24 * 60), at }
          if (!(await countOneMore(tx, { areaId, what: 'mailed', whoseHash }, day))) {
            throw new Refusal('too-many-mailed')
          }
          const cipher = subjectCipher(keys, areaId, draftId, draft.wrapped)
          const mailbox = cipher.sealJson('notification_drafts', 'mailbox', { email })
          const linkAttempt = draft.linkAttempt + 1
          await saveMailbox(tx, place, { mailbox, linkAttempt })
          await replaceLink(tx, tokenHash(linkToken(keys, draftId, linkAttempt)), place)
          await wakeDraftMail(tx, { kind: 'link', ...place })
          await audit.record(tx, holder, areaId, {
            action: 'notification-draft.mail-return-link',
            object: { kind: 'notification-draft', id: draftId },
          })
          return null
        },
      ),
    )
  })
