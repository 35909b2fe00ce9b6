import type { Db } from '@cdop/database'
import { type AreaId, type InformationRequestId, isAsked, mayGather, Refusal } from '@cdop/domain'
import { type CaseRow, findCase } from '../case/case-store.ts'
import { requireHere } from '../link/link-store.ts'
import { standsAt } from '../merge/merge-store.ts'
import { findRequest, type RequestRow } from './request-store.ts'

/** A request whose link works, and its case. */
export type Answerable = { request: RequestRow; found: CaseRow }

/**
 * The request and its case while its link works: it was neither recalled nor sent on, and the panel has not reviewed the
 * case, or the one it was merged into; otherwise null. With `lock` both stay as they are until the transaction ends, the case first, as whoever asks does: two never
 * wait for each other.
 * @throws Refusal `case-on-its-way` while the case is being handed to another area, `request-moved` once it has been
 */
export async function answerable(
  tx: Db,
  areaId: AreaId,
  informationRequestId: InformationRequestId,
  { lock = false }: { lock?: boolean } = {},
): Promise<Answerable | null> {
  const asked = await findRequest(tx, areaId, informationRequestId)
  const found = asked === null ? null : await findCase(tx, areaId, asked.caseId, { lock })
  const state = found === null ? null : await standsAt(tx, areaId, found.caseId, { lock })
  const request = lock ? await findRequest(tx, areaId, informationRequestId, { lock }) : asked
  if (found === null || state === null || request === null) {
    await requireHere(tx, areaId, informationRequestId)
    return null
  }
  if (found.state === 'transferred') throw new Refusal('case-on-its-way')
  if (!isAsked(request.state) || !mayGather(state)) return null
  return { request, found }
}
