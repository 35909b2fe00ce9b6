import type { Db } from '@cdop/database'
import type { AreaId, CaseId, FamilyLetterId, FamilyQuestionId, Instant } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { openLetter, withdrawKept } from './letter-store.ts'

/**
 * Withdraws every letter that was not given yet and has an answer in it from across the cut between some cases and those
 * they were one with: what another family asked is no part of it any more. Answers with the cases whose letters those were.
 * To be called while the records are one still; done again it does nothing.
 */
export async function withdrawAcross(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  { ones, at }: { ones: readonly CaseId[]; at: Instant },
): Promise<CaseId[]> {
  const joined = tx`
    select unnest(c.case_ids) from case_review.cases c
    where c.area_id = ${areaId} and c.case_ids && ${[...ones]}::uuid[]
  `
  const asked = await tx<{ familyQuestionId: FamilyQuestionId; caseId: CaseId }[]>`
    select family_question_id, case_id from case_review.family_questions
    where area_id = ${areaId} and case_id in (${joined})
  `
  const letters = await tx<{ familyLetterId: FamilyLetterId; caseId: CaseId }[]>`
    select family_letter_id, case_id from case_review.family_letters
    where area_id = ${areaId} and case_id in (${joined}) and state in ('draft', 'final')
    order by family_letter_id
  `
  const withdrawnOf = new Set<CaseId>()
  for (const { familyLetterId, caseId } of letters) {
    const { content } = await openLetter(tx, keys, areaId, [caseId], familyLetterId)
    const acrossTheCut = asked
      .filter((one) => ones.includes(one.caseId) !== ones.includes(caseId))
      .map((one) => one.familyQuestionId)
    if (!content.answers.some((one) => acrossTheCut.includes(one.familyQuestionId))) continue
    await withdrawKept(tx, { areaId, familyLetterId }, { by: null, at })
    withdrawnOf.add(caseId)
  }
  return [...withdrawnOf]
}
