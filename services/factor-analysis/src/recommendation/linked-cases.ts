import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  type CaseId,
  type CaseReference,
  mayDo,
  type RecommendationId,
  Refusal,
} from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { casesLinkedTo } from '../case-link/case-links.ts'

/** Who asks, on whose authority. */
export type Asking = { actor: Actor; assertion: string | null; parts: ServiceParts }

/** case-review, on the authority of whoever asks. @throws Refusal `not-found` */
function caseReviewFor({ assertion, parts }: Asking) {
  if (assertion === null) throw new Refusal('not-found')
  return parts.call<CaseReviewRouter>('case-review', { kind: 'assertion', assertion })
}

/** Of some cases those this person has sight of; the others do not exist for them. */
export async function visibleCases(
  asking: Asking,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<{ caseId: CaseId; reference: CaseReference }[]> {
  if (caseIds.length === 0 || !mayDo(asking.actor, 'case:read')) return []
  const asked = { areaId, caseIds: [...caseIds], fieldClasses: ['agency-return' as const] }
  const { rows } = await caseReviewFor(asking).case.admit.query(asked)
  return rows.map(({ caseId, reference }) => ({ caseId, reference }))
}

/** @throws Refusal `not-found` unless the person has sight of every one of the cases */
export async function requireSightOf(
  asking: Asking,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<void> {
  const seen = new Set((await visibleCases(asking, areaId, caseIds)).map(({ caseId }) => caseId))
  if (!caseIds.every((caseId) => seen.has(caseId))) throw new Refusal('not-found')
}

/**
 * Has what was written looked through for the identifiers of the children it may be about: of the linked cases the person
 * has sight of. @throws Refusal `identifiers-in-note` naming the kinds found, never what was found
 */
export async function screenWords(
  asking: Asking,
  areaId: AreaId,
  caseIds: readonly CaseId[],
  texts: readonly (string | null)[],
): Promise<void> {
  const written = texts.filter((one) => one !== null).join('\n\n')
  if (caseIds.length === 0 || written === '') return
  await caseReviewFor(asking).case.screenWords.query({ areaId, caseIds: [...caseIds], text: written })
}

/** The cases a recommendation came from, for this service alone: nobody is told of one before they may see it. */
export const linkedCases = (tx: Db, areaId: AreaId, recommendationId: RecommendationId): Promise<CaseId[]> =>
  casesLinkedTo(tx, 'recommendation', areaId, recommendationId)
