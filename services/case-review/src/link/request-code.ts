import { randomBytes } from 'node:crypto'
import { type Instant, Instant as InstantSchema } from '@cdop/domain'
import { z } from 'zod'
import { caseReviewIn } from '../area/area-access.ts'
import { isAnswerable } from '../information-request/answerable.ts'
import { wakeMail } from '../mail/wake-mail.ts'
import { requires } from '../rpc.ts'
import { findLink, saveCode } from './link-store.ts'
import { LinkToken, tokenHash } from './link-token.ts'

/** Minutes a code can be used. */
const CODE_MINUTES = 10

function minutesAfter(at: Instant, minutes: number): Instant {
  return InstantSchema.parse(new Date(Date.parse(at) + minutes * 60_000).toISOString())
}

/**
 * Mails a new 6-digit code to the organisation a link was sent to. Says nothing, whether the link is good or not: the
 * mail itself is sent later by a job.
 */
export const requestCode = requires('information-request:identify')
  .input(z.strictObject({ token: LinkToken }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input: { token } }) => {
    const target = await parts.database.withoutActor((tx) => findLink(tx, tokenHash(token)))
    if (target === null) return
    const { areaId, informationRequestId } = target
    const self = caseReviewIn(areaId, actor.requestId)
    await parts.database.transaction(self, async (tx) => {
      if (!(await isAnswerable(tx, areaId, informationRequestId))) return
      await saveCode(tx, target, randomBytes(16), minutesAfter(parts.clock.now(), CODE_MINUTES))
      await wakeMail(tx, { kind: 'code', areaId, informationRequestId })
      await parts.audit.record(tx, self, areaId, {
        action: 'link.request-code',
        object: { kind: 'information-request', id: informationRequestId },
      })
    })
  })
