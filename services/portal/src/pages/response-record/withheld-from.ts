import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { CaseId } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'

/** The cases that are not there for this person because they declared a conflict of interest in the child. */
export function withheldFrom(visit: PersonVisit): Promise<CaseId[]> {
  return visit.call<CaseReviewRouter>('case-review').case.withheld.query({ areaId: visit.areaId })
}
