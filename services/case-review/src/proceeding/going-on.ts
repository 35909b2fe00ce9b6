import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  type CaseState,
  type Person,
  type ProceedingId,
  Refusal,
} from '@cdop/domain'
import { requireClass, type SeenCase, seeCase } from '../access/see-case.ts'
import { type ProceedingRow, proceedingsOf } from './proceeding-store.ts'

/** A case that stands here for itself: what others do about a death goes on after the panel has reviewed it. */
const standsAside: readonly CaseState[] = ['reported-in-error', 'duplicate-merged', 'transferred']

/** @throws Refusal `not-allowed-in-this-state` for a case that stands for itself no longer */
export function requireStanding(state: CaseState): void {
  if (standsAside.includes(state)) throw new Refusal('not-allowed-in-this-state')
}

/** The case, locked. @throws Refusal `not-found`, `not-allowed-in-this-state` */
export async function seeStandingCase(
  tx: Db,
  person: Person,
  areaId: AreaId,
  caseId: CaseId,
): Promise<SeenCase> {
  const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
  requireClass(seen, 'agency-return')
  requireStanding(seen.found.state)
  return seen
}

/**
 * A proceeding of a case, or of one merged into it, that goes on, and all there are.
 * @throws Refusal `not-found` for another case's; `stale` when somebody has recorded something of it since
 */
export async function findGoingOn(
  tx: Db,
  areaId: AreaId,
  { found }: SeenCase,
  { proceedingId, version }: { proceedingId: ProceedingId; version: number },
): Promise<{ proceeding: ProceedingRow; all: readonly ProceedingRow[] }> {
  const all = await proceedingsOf(tx, areaId, found.caseIds)
  const proceeding = all.find((one) => one.proceedingId === proceedingId)
  if (proceeding === undefined) throw new Refusal('not-found')
  if (proceeding.outcome !== null || proceeding.version !== version) throw new Refusal('stale')
  return { proceeding, all }
}
