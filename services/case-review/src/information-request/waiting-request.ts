import type { Db } from '@cdop/database'
import {
  type AreaId,
  type InformationRequestId,
  isAnswered,
  mayGather,
  type Person,
  Refusal,
} from '@cdop/domain'
import { requireClass, seeCase } from '../access/see-case.ts'
import { findRequest, type RequestRow } from './request-store.ts'

/**
 * A request that has not been answered, locked with its case.
 * @throws Refusal `not-found`; `request-answered`; `not-allowed-in-this-state` when it was recalled or the panel has
 * reviewed the case
 */
export async function seeWaitingRequest(
  tx: Db,
  person: Person,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
): Promise<RequestRow> {
  const asked = await findRequest(tx, areaId, informationRequestId)
  if (asked === null) throw new Refusal('not-found')
  // The case first, as whoever answers does: two never wait for each other.
  const seen = await seeCase(tx, person, areaId, asked.caseId, { lock: true })
  requireClass(seen, 'agency-return')
  const request = await findRequest(tx, areaId, informationRequestId, { lock: true })
  if (request === null) throw new Refusal('not-found')
  if (isAnswered(request.state)) throw new Refusal('request-answered')
  const { state, stateBeforeMerge } = seen.found
  if (request.state !== 'sent' || !mayGather(stateBeforeMerge ?? state)) {
    throw new Refusal('not-allowed-in-this-state')
  }
  return request
}
