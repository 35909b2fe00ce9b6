import type { CaseReviewRouter } from '@cdop/case-review/api'
import { type CaseId, Refusal } from '@cdop/domain'
import { isUnavailable } from '../../page/refusal-in.ts'
import type { PersonVisit } from '../../page/visit.ts'

/** The cases that are not there for this person because they declared a conflict of interest in the child. */
export function withheldFrom(visit: PersonVisit): Promise<CaseId[]> {
  return visit.call<CaseReviewRouter>('case-review').case.withheld.query({ areaId: visit.areaId })
}

/**
 * The same for pages that must work at night: null while case-review does not answer. A death nobody has decided about yet is
 * no case, so that nobody can be in conflict with it.
 */
export async function withheldAsFarAsKnown(visit: PersonVisit): Promise<CaseId[] | null> {
  try {
    return await withheldFrom(visit)
  } catch (thrown) {
    if (isUnavailable(thrown)) return null
    throw thrown
  }
}

/**
 * What of a response was asked with whatever is known of what is withheld. While that is not known, what is not there may be
 * there: then it is case-review that is missing, and the page says so.
 */
export async function askedWithheld<Answer>(
  visit: PersonVisit,
  ask: (withheld: CaseId[] | null) => Promise<Answer>,
): Promise<Answer> {
  const withheld = await withheldAsFarAsKnown(visit)
  try {
    return await ask(withheld)
  } catch (thrown) {
    const isMissing = thrown instanceof Refusal && thrown.code === 'not-found'
    if (isMissing && withheld === null) await withheldFrom(visit)
    throw thrown
  }
}
