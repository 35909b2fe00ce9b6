import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { CaseId } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'
import { readListedCase } from './listed-case.ts'

/** The pack of a case. @throws Refusal `not-found`, `pack-not-open` */
export const openPack = (visit: PersonVisit, caseId: CaseId) =>
  visit.call<CaseReviewRouter>('case-review').pack.open.query({ areaId: visit.areaId, caseId })

/**
 * The pack of a case on the agenda of the meeting the path names.
 * @throws Refusal `not-found`, `pack-not-open`
 */
export async function readPack(visit: PersonVisit) {
  const { caseId, heldOn } = await readListedCase(visit)
  const { pack, narratives, reading } = await openPack(visit, caseId)
  return { caseId, heldOn, pack, narratives, reading }
}
