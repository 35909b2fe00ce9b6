import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, OpenCaseScore } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import type { TakingIn } from './taking-in.ts'

const TABLE = 'kept_scores'

/** Keeps the scores of the older form as a bundle has them; nothing where it has none. */
export async function keepScores(
  { tx, areaId, caseId, cipher, at }: TakingIn,
  scores: readonly OpenCaseScore[],
): Promise<void> {
  if (scores.length === 0) return
  await tx`
    insert into case_review.kept_scores (area_id, case_id, content, recorded_at)
    values (${areaId}, ${caseId}, ${cipher.sealJson(TABLE, 'content', scores)}, ${at})
  `
}

/** What a case brought along, in the order of its sheet. */
export async function keptScoresOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caseId: CaseId,
): Promise<OpenCaseScore[]> {
  const [row] = await tx<{ content: Buffer }[]>`
    select content from case_review.kept_scores where area_id = ${areaId} and case_id = ${caseId}
  `
  return row === undefined ? [] : z.array(OpenCaseScore).parse(cipher.openJson(TABLE, 'content', row.content))
}
