import type { Db } from '@cdop/database'
import { type AreaId, type PayloadOf, Refusal, type ServiceActor } from '@cdop/domain'
import { overtakeQuestions } from '../deferral/deferral-store.ts'
import { keepAnalysis } from '../national-submission/agreed-analysis-store.ts'
import { findListing } from '../panel-meeting/listing-store.ts'
import type { Parts } from '../parts.ts'
import { reopeningsOf } from '../reopening/reopening-store.ts'
import { replaceSubmission } from '../reopening/replace-submission.ts'
import { markReviewed, markReviewedAside, stepCase } from './case-steps.ts'
import { type CaseRow, findCase, setNextClock } from './case-store.ts'

/** The panel agreed its analysis: the case is reviewed. A later correction of the analysis is kept for the national database. */
export async function reviewOnAgreement(
  tx: Db,
  { actor, parts, agreed }: { actor: ServiceActor; parts: Parts; agreed: PayloadOf<'analysis.agreed.v1'> },
): Promise<void> {
  const { areaId } = actor
  const { caseId, panelMeetingId, reviewedOn } = agreed
  let found = await findCase(tx, areaId, caseId, { lock: true })
  if (found === null) throw new Refusal('not-found')
  // Agreed a moment before the case was found to be none.
  if (found.state === 'reported-in-error') return
  await keepAnalysis(tx, areaId, agreed)
  // A later version, or told once more because the first telling was before analyses were kept.
  if (found.reviewedOn !== null) return
  // Agreed before its review began again: what is agreed there is not this.
  const standsAt = found.stateBeforeMerge ?? found.state
  if (standsAt === 'reopened' && !(await listedSince(tx, areaId, found))) return
  // Agreed a moment before the case was merged into another: that is where it will be when the merge is undone.
  if (found.mergedInto !== null) return markReviewedAside(tx, areaId, found, reviewedOn, parts.clock.now())
  // Agreed a moment before it was put back: the decision stands, and what was asked needs no answer.
  if (found.state === 'deferred' || found.state === 'reopened') {
    await overtakeQuestions(tx, areaId, found.caseIds, parts.clock.now())
    found = await stepCase(tx, areaId, found, 'listed')
  }
  await markReviewed(tx, areaId, found, reviewedOn, parts.clock.now())
  await setNextClock(tx, areaId, caseId)
  await replaceSubmission(tx, parts, areaId, caseId)
  await parts.audit.record(tx, actor, areaId, { action: 'case.review', object: { kind: 'case', id: caseId } })
  await parts.publisher.publish(tx, actor, areaId, {
    type: 'case.reviewed.v1',
    subject: caseId,
    payload: { caseId, panelMeetingId, reviewedOn },
  })
}

/** The case came before the panel since its review began again. */
async function listedSince(tx: Db, areaId: AreaId, { caseId }: CaseRow): Promise<boolean> {
  const [reopening] = await reopeningsOf(tx, areaId, caseId)
  const listing = await findListing(tx, areaId, caseId)
  return reopening !== undefined && listing !== null && listing.listedAt > reopening.recordedAt
}
