import type { CaseReviewRouter } from '@cdop/case-review/api'
import { CASES_PER_PASS, type CaseId, Refusal } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'

/** The cases of a list that case-review lets this person see: the others do not exist for them. */
export async function admittedCases(visit: PersonVisit, wanted: readonly CaseId[]): Promise<Set<CaseId>> {
  const admitted = new Set<CaseId>()
  const every = [...new Set(wanted)]
  for (let from = 0; from < every.length; from += CASES_PER_PASS) {
    const { rows } = await admit(visit, every.slice(from, from + CASES_PER_PASS))
    for (const { caseId } of rows) admitted.add(caseId)
  }
  return admitted
}

/**
 * Case-review's word that this person may see who the children of all these cases were; nothing where there is no case.
 * @throws Refusal `not-found` when it is not to be had for every one
 */
export async function passForAll(
  visit: PersonVisit,
  wanted: readonly (CaseId | null)[],
): Promise<{ pass?: string }> {
  const cases = [...new Set(wanted.flatMap((caseId) => (caseId === null ? [] : [caseId])))]
  if (cases.length === 0) return {}
  const { rows, pass } = await admit(visit, cases)
  if (pass === null || rows.length < cases.length) throw new Refusal('not-found')
  return { pass }
}

/** Of up to 50 cases those this person may see the child of, without names, and a pass for the names. */
export function admit(visit: PersonVisit, caseIds: CaseId[]) {
  const asked = { areaId: visit.areaId, caseIds, fieldClasses: ['identity' as const] }
  return visit.call<CaseReviewRouter>('case-review').case.admit.query(asked)
}
