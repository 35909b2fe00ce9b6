import { once } from '@cdop/database'
import { Refusal } from '@cdop/domain'
import { blindIndex } from '@cdop/encryption'
import { AttemptKey } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { addDraft, Begun, countBeginning } from './begin-draft.ts'
import { intakeIn, requireDraftHolder } from './draft-access.ts'
import { openDraft, stillRight } from './draft-answers.ts'
import { findDraft } from './draft-store.ts'
import { sharedByBirth } from './shared-by-birth.ts'

/**
 * Begins a notification about another baby of the same birth, from one that was sent: what the two have in common is
 * there already, what is the child's own is asked. The answers never leave the service for it.
 * @throws Refusal `not-found` before it was sent and once its time is over, `too-many-begun`
 */
export const beginTwin = requires('notification-draft:write')
  .input(z.strictObject({ key: AttemptKey }))
  .output(Begun)
  .mutation(({ ctx, input: { key } }) => {
    const holder = requireDraftHolder(ctx.actor)
    const { parts } = ctx
    const { areaId, subject: draftId } = holder
    const attempt = {
      schema: 'intake',
      actor: holder,
      areaId,
      procedure: 'notification-draft.begin-twin',
      key,
      bodyHash: blindIndex(parts.keys, 'attempt:begin-twin', draftId),
      recordedAt: parts.clock.now(),
    }
    // On the service's own account: the holder of one draft sees no other, not even the one that begins.
    return parts.database.transaction(intakeIn(areaId, holder.requestId), (tx) =>
      once(
        tx,
        attempt,
        (stored) => Begun.parse(stored),
        async () => {
          const place = { areaId, draftId }
          const sent = await findDraft(tx, place, attempt.recordedAt)
          if (sent.notificationId === null) throw new Refusal('not-found')
          await countBeginning(tx, parts, areaId, draftId)
          const { form, answers } = openDraft(parts.keys, place, sent, parts.clock.today())
          const carried = sharedByBirth(form, answers)
          const begun = { form, answers: stillRight(form, carried), carried }
          return { areaId, notificationDraftId: await addDraft(tx, ctx, areaId, begun) }
        },
      ),
    )
  })
