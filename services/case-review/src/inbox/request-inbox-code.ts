import { randomBytes } from 'node:crypto'
import type { Db } from '@cdop/database'
import { SYSTEM_AREA } from '@cdop/domain'
import { tokenHash } from '@cdop/encryption'
import { z } from 'zod'
import { caseReviewIn } from '../area/area-access.ts'
import { LinkToken } from '../link/link-token.ts'
import { CODES_A_DAY, codeUntil, dayBefore } from '../link/request-code.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { saveInboxCode } from './inbox-code-store.ts'
import { inboxMailbox } from './inbox-organisations.ts'
import { findInbox, type InboxTarget } from './inbox-store.ts'
import { wakeInboxCode } from './mail-inbox-code.ts'

async function sendCode(tx: Db, parts: Parts, target: InboxTarget): Promise<boolean> {
  // An empty inbox has no mailbox to send it to, and nothing to show.
  if ((await inboxMailbox(tx, parts, target)) === null) return false
  const at = parts.clock.now()
  const code = { nonce: randomBytes(16), at, expiresAt: codeUntil(at) }
  if (!(await saveInboxCode(tx, target, code, { most: CODES_A_DAY, since: dayBefore(at) }))) return false
  await wakeInboxCode(tx, target)
  return true
}

/**
 * Mails a new 6-digit code to the mailbox an inbox is of. Says nothing, whether the link is good or not, and takes
 * about as long: the mail itself is sent later by a job.
 */
export const requestInboxCode = requires('information-request:identify')
  .input(z.strictObject({ token: LinkToken }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input: { token } }) => {
    const target = await parts.database.withoutActor((tx) => findInbox(tx, tokenHash(token)))
    const areaId = target?.areaId ?? SYSTEM_AREA
    const self = caseReviewIn(areaId, actor.requestId)
    await parts.database.transaction(self, async (tx) => {
      const sent = target !== null && (await sendCode(tx, parts, target))
      await parts.audit.record(tx, self, areaId, {
        action: 'inbox.request-code',
        object: { kind: 'inbox', id: target?.inboxId ?? 'unknown' },
        decision: sent ? 'allowed' : 'refused',
      })
    })
  })
