import { type Db, once } from '@cdop/database'
import type { Actor, AreaId, Canonical } from '@cdop/domain'
import { blindIndex } from '@cdop/encryption'
import type { ServiceParts } from '@cdop/service'
import { z } from 'zod'
import { requireOwnArea } from './area/own-area.ts'

/** Minted when the form was rendered: a second click, a refresh or a retry carries the same one. */
export const AttemptKey = z.string().min(8).max(100)

/**
 * Makes a change in one transaction as the actor, once for its key however often it is asked. Of what was sent only a
 * keyed hash is kept.
 * @throws Refusal `not-found` outside the actor's areas, `key-reused` when the key comes with other input
 */
export function changeOnce<Outcome extends Canonical>(
  { actor, parts }: { actor: Actor; parts: ServiceParts },
  procedure: string,
  input: { areaId: AreaId; key: string },
  outcome: z.ZodType<Outcome>,
  work: (tx: Db) => Promise<Outcome>,
): Promise<Outcome> {
  requireOwnArea(actor, input.areaId)
  const attempt = {
    schema: 'intake',
    actor,
    areaId: input.areaId,
    procedure,
    key: input.key,
    bodyHash: blindIndex(parts.keys, 'attempt', JSON.stringify(input)),
    recordedAt: parts.clock.now(),
  }
  return parts.database.transaction(actor, (tx) =>
    once(
      tx,
      attempt,
      (stored) => outcome.parse(stored),
      () => work(tx),
    ),
  )
}
