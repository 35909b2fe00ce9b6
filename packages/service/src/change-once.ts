import { type Db, once } from '@cdop/database'
import { type Actor, type AreaId, type Canonical, requireArea, schemaOf } from '@cdop/domain'
import { blindIndex } from '@cdop/encryption'
import { z } from 'zod'
import type { ServiceParts } from './parts.ts'

/** Minted when the form was rendered: a second click, a refresh or a retry carries the same one. */
export const AttemptKey = z.string().min(8).max(100)

/** What is to be done once: under which key, in which area. */
type Change<Outcome> = {
  procedure: string
  areaId: AreaId
  /** What was sent; of it only a keyed hash is kept. */
  input: { key: string }
  outcome: z.ZodType<Outcome>
  /** Whose rows the transaction sees, where that is not who asks: somebody without an account sees none of an area. */
  onAccountOf?: Actor
}

/**
 * Makes a change in one transaction as the actor, once for its key however often it is asked: the second click gets
 * the first answer. The outcome holds ids and codes only, for it is stored.
 * @throws Refusal `not-found` outside the actor's areas, `key-reused` when the key comes with other content
 */
export function changeOnce<Outcome extends Canonical>(
  { actor, parts }: { actor: Actor; parts: ServiceParts },
  { procedure, areaId, input, outcome, onAccountOf = actor }: Change<Outcome>,
  work: (tx: Db) => Promise<Outcome>,
): Promise<Outcome> {
  requireArea(actor, areaId)
  const attempt = {
    schema: schemaOf(parts.service),
    actor,
    areaId,
    procedure,
    key: input.key,
    bodyHash: blindIndex(parts.keys, `attempt:${procedure}`, JSON.stringify(withoutPass(input))),
    recordedAt: parts.clock.now(),
  }
  return parts.database.transaction(onAccountOf, (tx) =>
    once(
      tx,
      attempt,
      (stored) => outcome.parse(stored),
      () => work(tx),
    ),
  )
}

/** A retry comes with a new pass and with what is withheld by then; neither is part of what was sent. */
function withoutPass(input: object): object {
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'pass' && name !== 'withheld'))
}
