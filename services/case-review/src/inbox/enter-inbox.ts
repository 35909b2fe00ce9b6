import type { Db } from '@cdop/database'
import { Refusal, type RefusalCode, SYSTEM_AREA } from '@cdop/domain'
import { linkCode, tokenHash } from '@cdop/encryption'
import { z } from 'zod'
import { caseReviewIn } from '../area/area-access.ts'
import { whyNot } from '../link/enter-link.ts'
import { LinkToken } from '../link/link-token.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { countInboxTry, lockInboxCode, markInboxEntered } from './inbox-code-store.ts'
import { inboxMailbox } from './inbox-organisations.ts'
import { findInbox, InboxTarget } from './inbox-store.ts'

/** Null when the code opens the inbox; otherwise why not. A wrong code counts, so this must be committed. */
async function tryCode(tx: Db, parts: Parts, target: InboxTarget, code: string): Promise<RefusalCode | null> {
  if ((await inboxMailbox(tx, parts, target)) === null) return 'link-dead'
  const stored = await lockInboxCode(tx, target)
  const now = parts.clock.now()
  const refused = whyNot(stored, now, (nonce) => linkCode(parts.keys, target.inboxId, nonce), code)
  if (refused === 'code-wrong') await countInboxTry(tx, target)
  if (refused === null && stored?.enteredAt === null) await markInboxEntered(tx, target, now)
  return refused
}

/**
 * Opens an inbox with its mailed code, once.
 * @throws Refusal `link-dead`, `code-expired`, `code-tries-used` or `code-wrong`
 */
export const enterInbox = requires('information-request:identify')
  .input(z.strictObject({ token: LinkToken, code: z.string().regex(/^\d{6}$/) }))
  .output(InboxTarget)
  .mutation(async ({ ctx: { actor, parts }, input: { token, code } }) => {
    const target = await parts.database.withoutActor((tx) => findInbox(tx, tokenHash(token)))
    const areaId = target?.areaId ?? SYSTEM_AREA
    const self = caseReviewIn(areaId, actor.requestId)
    const refused = await parts.database.transaction(self, async (tx) => {
      const reason = target === null ? 'link-dead' : await tryCode(tx, parts, target, code)
      await parts.audit.record(tx, self, areaId, {
        action: 'inbox.enter',
        object: { kind: 'inbox', id: target?.inboxId ?? 'unknown' },
        decision: reason === null ? 'allowed' : 'refused',
      })
      return reason
    })
    if (target === null || refused !== null) throw new Refusal(refused ?? 'link-dead')
    return target
  })
