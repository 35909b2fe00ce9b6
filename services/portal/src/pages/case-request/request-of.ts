import { type InformationRequestState, Refusal, InformationRequestId as RequestIdSchema } from '@cdop/domain'
import type { PersonVisit } from '../../page/visit.ts'
import { caseReview, openedCase } from '../case-frame/opened-case.ts'

/**
 * The case and the request of a path.
 * @throws Refusal `not-found` also for a request of another case, or in another state than the one that is asked for
 */
export async function requestOf(visit: PersonVisit, { state }: { state?: InformationRequestState } = {}) {
  const asked = RequestIdSchema.safeParse(visit.param('requestId'))
  if (!asked.success) throw new Refusal('not-found')
  const found = await openedCase(visit)
  const read = await caseReview(visit).informationRequest.read.query({
    areaId: visit.areaId,
    informationRequestId: asked.data,
  })
  if (read.caseId !== found.caseId) throw new Refusal('not-found')
  if (state !== undefined && read.state !== state) throw new Refusal('not-found')
  return { found, read }
}
