import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, type Person, Refusal } from '@cdop/domain'
import { type CaseRow, findCase } from '../case/case-store.ts'

/**
 * A case that was reported in error, for a coordinator without a conflict of interest in it.
 * @throws Refusal `not-found` for every other case
 */
export async function seeTrace(
  tx: Db,
  person: Person,
  areaId: AreaId,
  caseId: CaseId,
  options: { lock?: boolean } = {},
): Promise<CaseRow> {
  const found = await findCase(tx, areaId, caseId, options)
  if (found?.state !== 'reported-in-error') throw new Refusal('not-found')
  const conflicts = await tx`
    select from case_review.withdrawals
    where area_id = ${areaId} and case_id = ${caseId} and person_id = ${person.personId}
  `
  if (conflicts.length > 0) throw new Refusal('not-found')
  return found
}
