import type { Db } from '@cdop/database'
import {
  type AreaId,
  type InformationRequestId,
  isAnswered,
  isWaitedFor,
  mayGather,
  type Person,
  Refusal,
} from '@cdop/domain'
import { requireClass, seeCase } from '../access/see-case.ts'
import { standsAt } from '../merge/merge-store.ts'
import { sentAPart } from '../returned-form/partial-return-store.ts'
import { findRequest, type RequestRow } from './request-store.ts'

/**
 * A request that has not been answered, or was sent back, locked with its case.
 * @throws Refusal `not-found`; `request-answered`; `not-allowed-in-this-state` when it was recalled or the panel has
 * reviewed the case, or the one it was merged into
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
  const state = await standsAt(tx, areaId, asked.caseId, { lock: true })
  const request = await findRequest(tx, areaId, informationRequestId, { lock: true })
  if (request === null) throw new Refusal('not-found')
  if (isAnswered(request.state)) throw new Refusal('request-answered')
  if (!isWaitedFor(request.state) || !mayGather(state)) throw new Refusal('not-allowed-in-this-state')
  return request
}

/**
 * A request nothing has come of yet, as `seeWaitingRequest`.
 * @throws Refusal `not-allowed-in-this-state` also when it was sent back, and `part-received` when a part came: what came before
 * stays this agency's
 */
export async function seeUnansweredRequest(
  tx: Db,
  person: Person,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
): Promise<RequestRow> {
  const request = await seeWaitingRequest(tx, person, areaId, informationRequestId)
  if (request.state !== 'sent') throw new Refusal('not-allowed-in-this-state')
  if (await sentAPart(tx, { areaId, informationRequestId })) throw new Refusal('part-received')
  return request
}
