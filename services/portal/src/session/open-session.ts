import type { Db } from '@cdop/database'
import { type Clock, Instant } from '@cdop/domain'
import {
  endSession,
  forgetEndedSessions,
  hideNames,
  hidesNames,
  insertSession,
  type SessionHolder,
} from './session-store.ts'
import { newToken, tokenHash } from './token.ts'

const MINUTE = 60_000

/**
 * Milliseconds without a request after which a session ends: while reading, while a form is open, and while somebody
 * without an account notifies a death, who may be called away in the middle and cannot sign in again.
 */
export const IDLE = { reading: 15 * MINUTE, writing: 30 * MINUTE, notifying: 60 * MINUTE } as const
/** Milliseconds after which a session ends whatever happens. */
const LONGEST = 10 * 60 * MINUTE

export function later(at: Instant, milliseconds: number): Instant {
  return Instant.parse(new Date(Date.parse(at) + milliseconds).toISOString())
}

/**
 * Opens a session under a token nobody has seen before and ends the one the browser had: a token planted before
 * sign-in is worth nothing after it.
 * @returns the token for the cookie; it is stored nowhere
 */
export async function openSession(
  tx: Db,
  clock: Clock,
  holder: SessionHolder,
  before: string | null,
): Promise<string> {
  const at = clock.now()
  const token = newToken()
  await forgetEndedSessions(tx, at)
  const hidden =
    before !== null && holder.kind === 'person' && (await hidesNames(tx, tokenHash(before), holder.personId))
  if (before !== null) await endSession(tx, tokenHash(before))
  await insertSession(tx, tokenHash(token), holder, {
    startedAt: at,
    idleUntil: later(at, holder.kind === 'draft' ? IDLE.notifying : IDLE.reading),
    endsAt: later(at, LONGEST),
  })
  if (hidden) await hideNames(tx, tokenHash(token), true)
  return token
}
