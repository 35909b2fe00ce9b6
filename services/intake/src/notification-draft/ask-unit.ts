import { AreaId, Instant, NotificationId, Refusal } from '@cdop/domain'
import { blindIndex, linkToken, subjectCipher, tokenHash } from '@cdop/encryption'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { lockUndecided } from '../notification/decide.ts'
import { requires } from '../rpc.ts'
import { addDraft } from './begin-draft.ts'
import { countOneMore } from './draft-count-store.ts'
import { MAILS_A_DAY, minutesAfter } from './draft-limits.ts'
import { replaceLink } from './draft-link-store.ts'
import { wakeDraftMail } from './draft-mail.ts'
import { findDraft, saveMailbox } from './draft-store.ts'

const Question = z.strictObject({
  areaId: AreaId,
  notificationId: NotificationId,
  key: AttemptKey,
  version: z.int().positive(),
  email: z.email().max(254),
})

const Asked = z.strictObject({ endsAt: Instant })

/**
 * Asks whoever has them for the answers a notification lacks: a draft with what is known, and a link to it by mail, which
 * opens with a code mailed anew. What they send completes this notification.
 * @throws Refusal `answers-not-needed` when it lacks none, `too-many-mailed`, `notification-decided`, `stale`
 */
export const askUnit = requires('notification:accept')
  .input(Question)
  .output(Asked)
  .mutation(({ ctx, input }) =>
    changeOnce(
      ctx,
      { procedure: 'notification.ask-unit', areaId: input.areaId, input, outcome: Asked },
      async (tx) => {
        const { actor, parts } = ctx
        const { keys, clock, audit } = parts
        const { areaId, notificationId, version, email } = input
        const { form, answers, unanswered } = (await lockUndecided(tx, keys, input)).read
        if (unanswered.length === 0) throw new Refusal('answers-not-needed')
        const at = clock.now()
        const whoseHash = blindIndex(keys, 'mailbox', email.toLowerCase())
        const day = { most: MAILS_A_DAY, since: minutesAfter(at, -24 * 60), at }
        if (!(await countOneMore(tx, { areaId, what: 'mailed', whoseHash }, day))) {
          throw new Refusal('too-many-mailed')
        }
        const completes = { notificationId, version }
        const draftId = await addDraft(tx, ctx, areaId, { form, answers, carried: null, completes })
        const place = { areaId, draftId }
        const { wrapped, endsAt } = await findDraft(tx, place, at)
        const mailbox = subjectCipher(keys, areaId, draftId, wrapped).sealJson(
          'notification_drafts',
          'mailbox',
          { email },
        )
        await saveMailbox(tx, place, { mailbox, linkAttempt: 1 })
        await replaceLink(tx, tokenHash(linkToken(keys, draftId, 1)), place)
        await wakeDraftMail(tx, { kind: 'link', ...place })
        await audit.record(tx, actor, areaId, {
          action: 'notification.ask-unit',
          object: { kind: 'notification', id: notificationId },
        })
        return { endsAt }
      },
    ),
  )
