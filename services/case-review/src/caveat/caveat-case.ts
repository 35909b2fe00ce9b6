import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  type CaveatId,
  type CaveatOwner,
  type Person,
  PersonId,
  Refusal,
} from '@cdop/domain'
import { requireClass, type SeenCase, seeCase } from '../access/see-case.ts'
import { isInConflict } from '../assignment/assignment-store.ts'
import { type CaveatRow, caveatsOf } from './caveat-store.ts'

/**
 * The case, locked, to keep its caveats: at any stage, for what they keep back stays there after a case is closed.
 * @throws Refusal `not-found`; `not-allowed-in-this-state` when the child's case is another one since
 */
export async function seeCaveatedCase(
  tx: Db,
  person: Person,
  areaId: AreaId,
  caseId: CaseId,
): Promise<SeenCase> {
  const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
  requireClass(seen, 'agency-return')
  if (seen.found.state === 'duplicate-merged') throw new Refusal('not-allowed-in-this-state')
  return seen
}

/**
 * A caveat of a case, or of one merged into it, that stands.
 * @throws Refusal `not-found` for another case's; `stale` when somebody looked at it or lifted it since
 */
export async function findStanding(
  tx: Db,
  areaId: AreaId,
  { found }: SeenCase,
  { caveatId, version }: { caveatId: CaveatId; version: number },
): Promise<CaveatRow> {
  const caveat = (await caveatsOf(tx, areaId, found.caseIds)).find((one) => one.caveatId === caveatId)
  if (caveat === undefined) throw new Refusal('not-found')
  if (caveat.liftedOn !== null || caveat.version !== version) throw new Refusal('stale')
  return caveat
}

/** Who withdrew from a case is given nothing of it to do. @throws Refusal `part-of-somebody-in-conflict` */
export async function refuseOwnerInConflict(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
  owner: CaveatOwner,
): Promise<void> {
  const person = PersonId.safeParse(owner)
  if (person.success && (await isInConflict(tx, areaId, caseIds, person.data))) {
    throw new Refusal('part-of-somebody-in-conflict', ['owner'])
  }
}
