import { timingSafeEqual } from 'node:crypto'
import type { Db } from '@cdop/database'
import { type Instant, Refusal, type RefusalCode, SYSTEM_AREA } from '@cdop/domain'
import { linkCode, tokenHash } from '@cdop/encryption'
import { z } from 'zod'
import { caseReviewIn } from '../area/area-access.ts'
import { answerable } from '../information-request/answerable.ts'
import { markOpened } from '../information-request/request-steps.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { type CodeRow, countTry, findLink, LinkTarget, lockCode, markEntered } from './link-store.ts'
import { LinkToken } from './link-token.ts'

/** Wrong entries before a code is worthless. */
const TRIES = 5
/** Milliseconds within which the same entry is a second click and not a second use. */
const SECOND_CLICK = 30_000

/** Why a typed code does not open what it was mailed for; null when it does. */
export function whyNot(
  stored: CodeRow | null,
  now: Instant,
  codeOf: (nonce: Uint8Array) => string,
  typed: string,
): RefusalCode | null {
  if (stored === null || stored.expiresAt <= now) return 'code-expired'
  if (stored.tries >= TRIES) return 'code-tries-used'
  if (!timingSafeEqual(Buffer.from(codeOf(stored.nonce)), Buffer.from(typed))) return 'code-wrong'
  const { enteredAt } = stored
  return enteredAt !== null && Date.parse(now) - Date.parse(enteredAt) > SECOND_CLICK ? 'code-expired' : null
}

/** Null when the code opens the link; otherwise why not. A wrong code counts, so this must be committed. */
async function tryCode(tx: Db, parts: Parts, target: LinkTarget, code: string): Promise<RefusalCode | null> {
  const { areaId, informationRequestId } = target
  if ((await answerable(tx, areaId, informationRequestId, { lock: true })) === null) return 'link-dead'
  const stored = await lockCode(tx, areaId, informationRequestId)
  const now = parts.clock.now()
  const refused = whyNot(stored, now, (nonce) => linkCode(parts.keys, informationRequestId, nonce), code)
  if (refused === 'code-wrong') await countTry(tx, target)
  if (refused === null && stored?.enteredAt === null) {
    await markEntered(tx, target, now)
    await markOpened(tx, areaId, informationRequestId, now)
  }
  return refused
}

/**
 * Opens a link with its mailed code, once.
 * @throws Refusal `link-dead`, `code-expired`, `code-tries-used` or `code-wrong`; `case-on-its-way`, `request-moved`
 */
export const enterLink = requires('information-request:identify')
  .input(z.strictObject({ token: LinkToken, code: z.string().regex(/^\d{6}$/) }))
  .output(LinkTarget)
  .mutation(async ({ ctx: { actor, parts }, input: { token, code } }) => {
    const target = await parts.database.withoutActor((tx) => findLink(tx, tokenHash(token)))
    const areaId = target?.areaId ?? SYSTEM_AREA
    const self = caseReviewIn(areaId, actor.requestId)
    const refused = await parts.database.transaction(self, async (tx) => {
      const reason = target === null ? 'link-dead' : await tryCode(tx, parts, target, code)
      await parts.audit.record(tx, self, areaId, {
        action: 'link.enter',
        object: { kind: 'information-request', id: target?.informationRequestId ?? 'unknown' },
        decision: reason === null ? 'allowed' : 'refused',
      })
      return reason
    })
    if (target === null || refused !== null) throw new Refusal(refused ?? 'link-dead')
    return target
  })
