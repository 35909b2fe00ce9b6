import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, type Instant, Refusal, type TransferId } from '@cdop/domain'
import type { CaseRow } from '../case/case-store.ts'

/** Milliseconds an offer holds before intake has told of it: whoever offered it may have been cut off. */
const HOLDS_FOR = 120_000

/** Another area was asked to take the case, or is being asked. */
export function isOffered(found: Pick<CaseRow, 'offeredAt' | 'offeredBy'>, now: Instant): boolean {
  const { offeredAt, offeredBy } = found
  return offeredAt !== null && (offeredBy !== null || Date.parse(now) - Date.parse(offeredAt) < HOLDS_FOR)
}

/** @throws Refusal `transfer-open` while another area is asked to take the case: nothing of it leaves meanwhile */
export function requireNotOffered(found: Pick<CaseRow, 'offeredAt' | 'offeredBy'>, now: Instant): void {
  if (isOffered(found, now)) throw new Refusal('transfer-open')
}

/** Stops whatever would take the case further; null ends that. */
export async function saveOffer(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  offer: { at: Instant; by: TransferId | null } | null,
): Promise<void> {
  await tx`
    update case_review.cases set offered_at = ${offer?.at ?? null}, offered_by = ${offer?.by ?? null}
    where area_id = ${areaId} and case_id = ${caseId}
  `
}
