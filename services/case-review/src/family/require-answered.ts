import type { Db } from '@cdop/database'
import { type AreaId, Refusal } from '@cdop/domain'
import type { CaseRow } from '../case/case-store.ts'
import { familyQuestionCounts, inAll } from './question-store.ts'

/**
 * @throws Refusal `family-questions-open` while the family asked something that has neither an answer nor a reason why
 * there will be none
 */
export async function requireFamilyAnswered(
  tx: Db,
  areaId: AreaId,
  { caseIds }: Pick<CaseRow, 'caseIds'>,
): Promise<void> {
  if (inAll(await familyQuestionCounts(tx, areaId, caseIds)).open > 0)
    throw new Refusal('family-questions-open')
}
