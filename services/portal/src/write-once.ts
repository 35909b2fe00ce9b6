import { type Db, once } from '@cdop/database'
import { type Actor, type AreaId, areasOf, type Canonical, canonicalJson, Refusal } from '@cdop/domain'
import { blindIndex } from '@cdop/encryption'
import type { PortalParts } from './portal-parts.ts'

type Asked = { procedure: string; areaId: AreaId; key: string; body: Canonical }

/**
 * One change, in one transaction, once for its key.
 * @throws Refusal `not-found` when the area is none of the actor's
 */
export async function writeOnce<Outcome extends Canonical>(
  { actor, parts }: { actor: Actor; parts: PortalParts },
  { procedure, areaId, key, body }: Asked,
  parse: (stored: unknown) => Outcome,
  work: (tx: Db) => Promise<Outcome>,
): Promise<Outcome> {
  if (!areasOf(actor).includes(areaId)) throw new Refusal('not-found')
  const { database, clock, keys } = parts
  const attempt = {
    schema: 'portal',
    actor,
    areaId,
    procedure,
    key,
    bodyHash: blindIndex(keys, procedure, canonicalJson(body)),
    recordedAt: clock.now(),
  }
  return database.transaction(actor, (tx) => once(tx, attempt, parse, () => work(tx)))
}
