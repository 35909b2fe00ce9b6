import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Db } from '@cdop/database'
import { Refusal, type RefusalCode, SYSTEM_AREA } from '@cdop/domain'
import { linkCode, tokenHash } from '@cdop/encryption'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { Begun } from './begin-draft.ts'
import { intakeIn } from './draft-access.ts'
import { CODE_MINUTES, CODE_TRIES, CODES_A_DAY, minutesAfter, SECOND_CLICK_MS } from './draft-limits.ts'
import { countTry, findLink, lockCode, markEntered, saveCode } from './draft-link-store.ts'
import { wakeDraftMail } from './draft-mail.ts'
import { type DraftPlace, findDraft } from './draft-store.ts'

/** What the mailed link ends with. */
const ReturnToken = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/** True while the draft can be gone on with. */
async function isOpen(tx: Db, { clock }: Parts, place: DraftPlace): Promise<boolean> {
  try {
    return (await findDraft(tx, place, clock.now())).notificationId === null
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === 'not-found') return false
    throw thrown
  }
}

async function sendCode(tx: Db, parts: Parts, place: DraftPlace): Promise<boolean> {
  if (!(await isOpen(tx, parts, place))) return false
  const at = parts.clock.now()
  const code = { nonce: randomBytes(16), at, expiresAt: minutesAfter(at, CODE_MINUTES) }
  const allowance = { most: CODES_A_DAY, since: minutesAfter(at, -24 * 60) }
  if (!(await saveCode(tx, place, code, allowance))) return false
  await wakeDraftMail(tx, { kind: 'code', ...place })
  return true
}

/**
 * Mails a new 6-digit code to the mailbox a link was sent to. Says nothing, whether the link is good or not, and takes
 * about as long: the mail itself is sent later by a job.
 */
export const requestReturnCode = requires('notification-draft:open')
  .input(z.strictObject({ token: ReturnToken }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input: { token } }) => {
    const place = await parts.database.withoutActor((tx) => findLink(tx, tokenHash(token)))
    const areaId = place?.areaId ?? SYSTEM_AREA
    const self = intakeIn(areaId, actor.requestId)
    await parts.database.transaction(self, async (tx) => {
      const sent = place !== null && (await sendCode(tx, parts, place))
      await parts.audit.record(tx, self, areaId, {
        action: 'notification-draft.request-code',
        object: { kind: 'notification-draft', id: place?.draftId ?? 'unknown' },
        decision: sent ? 'allowed' : 'refused',
      })
    })
  })

/** Null when the code opens the draft; otherwise why not. A wrong code counts, so this must be committed. */
async function tryCode(tx: Db, parts: Parts, place: DraftPlace, code: string): Promise<RefusalCode | null> {
  if (!(await isOpen(tx, parts, place))) return 'link-dead'
  const stored = await lockCode(tx, place)
  const now = parts.clock.now()
  if (stored === null || stored.expiresAt <= now) return 'code-expired'
  if (stored.tries >= CODE_TRIES) return 'code-tries-used'
  const right = Buffer.from(linkCode(parts.keys, place.draftId, stored.nonce))
  if (!timingSafeEqual(right, Buffer.from(code))) {
    await countTry(tx, place)
    return 'code-wrong'
  }
  if (stored.enteredAt === null) await markEntered(tx, place, now)
  else if (Date.parse(now) - Date.parse(stored.enteredAt) > SECOND_CLICK_MS) return 'code-expired'
  return null
}

/**
 * Opens a draft by its mailed link with the code mailed for it, once.
 * @throws Refusal `link-dead`, `code-expired`, `code-tries-used` or `code-wrong`
 */
export const enterReturn = requires('notification-draft:open')
  .input(z.strictObject({ token: ReturnToken, code: z.string().regex(/^\d{6}$/) }))
  .output(Begun)
  .mutation(async ({ ctx: { actor, parts }, input: { token, code } }) => {
    const place = await parts.database.withoutActor((tx) => findLink(tx, tokenHash(token)))
    const areaId = place?.areaId ?? SYSTEM_AREA
    const self = intakeIn(areaId, actor.requestId)
    const refused = await parts.database.transaction(self, async (tx) => {
      const reason = place === null ? 'link-dead' : await tryCode(tx, parts, place, code)
      await parts.audit.record(tx, self, areaId, {
        action: 'notification-draft.enter',
        object: { kind: 'notification-draft', id: place?.draftId ?? 'unknown' },
        decision: reason === null ? 'allowed' : 'refused',
      })
      return reason
    })
    if (place === null || refused !== null) throw new Refusal(refused ?? 'link-dead')
    return { areaId, notificationDraftId: place.draftId }
  })
