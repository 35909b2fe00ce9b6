import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  decisionRefusal,
  type PersonId,
  Refusal,
  type ReleaseId,
} from '@cdop/domain'
import { buildAlone } from './earlier-release-store.ts'
import type { ReleaseHead } from './release.ts'
import { findRelease } from './release-head-store.ts'

/** Who decides. @throws Refusal `forbidden` for whoever is no person */
export function decider(actor: Actor): PersonId {
  if (actor.kind !== 'person') throw new Refusal('forbidden')
  return actor.personId
}

/**
 * A release somebody else built and nobody decided on, as it was looked at; nothing is built or decided beside it.
 * @throws Refusal `not-found`, `own-release`, `release-decided`, `release-superseded`, `stale` when other tables were looked at
 */
export async function releaseToDecide(
  tx: Db,
  areaId: AreaId,
  { releaseId, hash, by }: { releaseId: ReleaseId; hash: string; by: PersonId },
): Promise<ReleaseHead> {
  await buildAlone(tx, areaId)
  const head = await findRelease(tx, areaId, releaseId)
  const refused = decisionRefusal(head, by)
  if (refused !== null) throw new Refusal(refused)
  if (head.hash !== hash) throw new Refusal('stale')
  return head
}
