import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  type CaseState,
  type HoldId,
  holdsOf,
  type Person,
  Refusal,
} from '@cdop/domain'
import { requireClass, type SeenCase, seeCase } from '../access/see-case.ts'
import { type HoldRow, holdsOfCases } from './hold-store.ts'

/** From its opening until the panel has reviewed it, and while it reviews anew, a case can have to wait (domain reference 0). */
const canWait: readonly CaseState[] = [
  'gathering',
  'review-meeting-held',
  'review-meeting-not-held',
  'deferred',
  'reopened',
  'listed',
]

/** The case, locked, if it can have to wait. @throws Refusal `not-found`, `not-allowed-in-this-state` */
export async function seeWaitingCase(
  tx: Db,
  person: Person,
  areaId: AreaId,
  caseId: CaseId,
): Promise<SeenCase> {
  const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
  requireClass(seen, 'agency-return')
  requireCanWait(seen.found)
  return seen
}

/** @throws Refusal `not-allowed-in-this-state` once the panel has reviewed the case, or when it is no longer here */
export function requireCanWait({ state }: SeenCase['found']): void {
  if (!canWait.includes(state)) throw new Refusal('not-allowed-in-this-state')
}

/**
 * A hold of a case, or of one merged into it, that is not over.
 * @throws Refusal `not-found` for another case's; `stale` when somebody ended or checked it since
 */
export async function findOpenHold(
  tx: Db,
  areaId: AreaId,
  { found }: SeenCase,
  { holdId, version }: { holdId: HoldId; version: number },
): Promise<HoldRow> {
  const hold = (await holdsOfCases(tx, areaId, found.caseIds)).find((one) => one.holdId === holdId)
  if (hold === undefined) throw new Refusal('not-found')
  if (hold.until !== null || hold.version !== version) throw new Refusal('stale')
  return hold
}

/** @throws Refusal `case-on-hold` while something that is not over keeps the panel waiting */
export async function refuseHeld(tx: Db, areaId: AreaId, { caseIds }: SeenCase['found']): Promise<void> {
  const holds = holdsOf('panel', await holdsOfCases(tx, areaId, caseIds))
  if (holds.some(({ until }) => until === null)) throw new Refusal('case-on-hold')
}
