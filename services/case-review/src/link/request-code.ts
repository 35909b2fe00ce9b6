import { randomBytes } from 'node:crypto'
import type { Db } from '@cdop/database'
import { type Instant, Instant as InstantSchema, SYSTEM_AREA } from '@cdop/domain'
import { tokenHash } from '@cdop/encryption'
import { z } from 'zod'
import { caseReviewIn } from '../area/area-access.ts'
import { answerable } from '../information-request/answerable.ts'
import { wakeMail } from '../mail/wake-mail.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { findLink, type LinkTarget, saveCode } from './link-store.ts'
import { LinkToken } from './link-token.ts'

/** Minutes a code can be used. */
const CODE_MINUTES = 10
/** Codes mailed for one link in a day at most: with 5 tries each, 1 chance in 20,000 to guess one. */
export const CODES_A_DAY = 10

function minutesAfter(at: Instant, minutes: number): Instant {
  return InstantSchema.parse(new Date(Date.parse(at) + minutes * 60_000).toISOString())
}

/** Until when a code mailed now can be used. */
export const codeUntil = (at: Instant): Instant => minutesAfter(at, CODE_MINUTES)
/** Since when codes are counted. */
export const dayBefore = (at: Instant): Instant => minutesAfter(at, -24 * 60)

async function sendCode(tx: Db, parts: Parts, target: LinkTarget): Promise<boolean> {
  const { areaId, informationRequestId } = target
  if ((await answerable(tx, areaId, informationRequestId, { lock: true })) === null) return false
  const at = parts.clock.now()
  const code = { nonce: randomBytes(16), at, expiresAt: codeUntil(at) }
  const allowance = { most: CODES_A_DAY, since: dayBefore(at) }
  if (!(await saveCode(tx, target, code, allowance))) return false
  await wakeMail(tx, { kind: 'code', areaId, informationRequestId })
  return true
}

/**
 * Mails a new 6-digit code to the organisation a link was sent to. Says nothing, whether the link is good or not, and
 * takes about as long: the mail itself is sent later by a job.
 */
export const requestCode = requires('information-request:identify')
  .input(z.strictObject({ token: LinkToken }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input: { token } }) => {
    const target = await parts.database.withoutActor((tx) => findLink(tx, tokenHash(token)))
    const areaId = target?.areaId ?? SYSTEM_AREA
    const self = caseReviewIn(areaId, actor.requestId)
    await parts.database.transaction(self, async (tx) => {
      const sent = target !== null && (await sendCode(tx, parts, target))
      await parts.audit.record(tx, self, areaId, {
        action: 'link.request-code',
        object: { kind: 'information-request', id: target?.informationRequestId ?? 'unknown' },
        decision: sent ? 'allowed' : 'refused',
      })
    })
  })
