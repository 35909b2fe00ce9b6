import type { Db } from '@cdop/database'
import { type AreaId, type InformationRequestId, mayGather, type Person, Refusal } from '@cdop/domain'
import { requireClass, seeCase } from '../access/see-case.ts'
import type { CaseRow } from '../case/case-store.ts'
import { findRequest, type RequestRow } from '../information-request/request-store.ts'
import { standsAt } from '../merge/merge-store.ts'
import { lastEntry } from './returned-form-store.ts'

/**
 * A request with the version of its forms somebody has read, locked with its case: two who decide go one after the other.
 * @throws Refusal `not-found`; `stale` when a newer version came, or somebody else decided, since it was read;
 * `not-allowed-in-this-state` once the panel has reviewed the case, or the one it was merged into
 */
export async function seeReturn(
  tx: Db,
  person: Person,
  areaId: AreaId,
  read: { informationRequestId: InformationRequestId; entry: number; from: RequestRow['state'] },
): Promise<{ request: RequestRow; found: CaseRow }> {
  const { informationRequestId, entry, from } = read
  const asked = await findRequest(tx, areaId, informationRequestId)
  if (asked === null) throw new Refusal('not-found')
  // The case first, as whoever answers does: two never wait for each other.
  const seen = await seeCase(tx, person, areaId, asked.caseId, { lock: true })
  requireClass(seen, 'agency-return')
  const state = await standsAt(tx, areaId, asked.caseId, { lock: true })
  const request = await findRequest(tx, areaId, informationRequestId, { lock: true })
  if (request === null) throw new Refusal('not-found')
  if (!mayGather(state)) throw new Refusal('not-allowed-in-this-state')
  const newest = Math.max(1, await lastEntry(tx, { areaId, informationRequestId }))
  if (request.state !== from || newest !== entry) throw new Refusal('stale')
  return { request, found: seen.found }
}
