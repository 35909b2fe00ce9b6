import type { Db } from '@cdop/database'
import { type AreaId, type InformationRequestId, mayGather } from '@cdop/domain'
import { findCase } from '../case/case-store.ts'
import { findRequest } from './request-store.ts'

/** True while the link of a request works: it was not recalled and the panel has not reviewed the case. */
export async function isAnswerable(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
): Promise<boolean> {
  const request = await findRequest(tx, areaId, informationRequestId)
  if (request === null || request.state === 'recalled') return false
  const found = await findCase(tx, areaId, request.caseId)
  return found !== null && mayGather(found.stateBeforeMerge ?? found.state)
}
