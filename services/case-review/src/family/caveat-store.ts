import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  FamilyCaveatId,
  FamilyQuestionId,
  Instant,
  PersonId,
  PlainDate,
  text,
} from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'

/** Why an answer must not be told yet, and who asked for that. */
export const CaveatWords = z.strictObject({ why: text(1_000), owner: text(200) })
export type CaveatWords = z.infer<typeof CaveatWords>

/** An answer that must not be told yet, until it is lifted. */
export const FamilyCaveat = z.strictObject({
  familyCaveatId: FamilyCaveatId,
  familyQuestionId: FamilyQuestionId,
  ...CaveatWords.shape,
  /** When to ask its owner again. */
  reviewOn: PlainDate,
  recordedBy: PersonId,
  recordedAt: Instant,
  liftedOn: PlainDate.nullable(),
})
export type FamilyCaveat = z.infer<typeof FamilyCaveat>

const tableOf = (familyCaveatId: string) => `family_caveats/${familyCaveatId}`

/** What must not be told to a family yet, and what must not have been, the newest first. */
export async function caveatsOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<FamilyCaveat[]> {
  const rows = await tx<{ caseId: CaseId; familyCaveatId: string; caveat: Buffer }[]>`
    select case_id, family_caveat_id, family_question_id, caveat, review_on, recorded_by, recorded_at, lifted_on
    from case_review.family_caveats where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
    order by recorded_at desc, family_caveat_id
  `
  const caveats: FamilyCaveat[] = []
  for (const { caseId, caveat, ...row } of rows) {
    const cipher = await caseCipher(tx, keys, areaId, caseId)
    const words = CaveatWords.parse(cipher.openJson(tableOf(row.familyCaveatId), 'caveat', caveat))
    caveats.push(FamilyCaveat.parse({ ...row, ...words }))
  }
  return caveats
}

/** Whether the answer to a question must not be told yet. */
export async function isWithheld(
  tx: Db,
  areaId: AreaId,
  familyQuestionId: FamilyQuestionId,
): Promise<boolean> {
  const rows = await tx`
    select from case_review.family_caveats
    where area_id = ${areaId} and family_question_id = ${familyQuestionId} and lifted_at is null
  `
  return rows.length > 0
}

export async function addCaveat(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caseId: CaseId,
  {
    familyCaveatId,
    familyQuestionId,
    why,
    owner,
    reviewOn,
    recordedBy,
    recordedAt,
  }: Omit<FamilyCaveat, 'liftedOn'>,
): Promise<void> {
  await tx`
    insert into case_review.family_caveats (area_id, family_caveat_id, case_id, family_question_id, caveat, review_on,
      recorded_by, recorded_at)
    values (${areaId}, ${familyCaveatId}, ${caseId}, ${familyQuestionId},
      ${cipher.sealJson(tableOf(familyCaveatId), 'caveat', { why, owner })}, ${reviewOn}, ${recordedBy}, ${recordedAt})
  `
}

/** False when nothing of the question is withheld. */
export async function liftCaveats(
  tx: Db,
  areaId: AreaId,
  familyQuestionId: FamilyQuestionId,
  { on, by, at }: { on: PlainDate; by: PersonId; at: Instant },
): Promise<boolean> {
  const lifted = await tx`
    update case_review.family_caveats set lifted_on = ${on}, lifted_by = ${by}, lifted_at = ${at}
    where area_id = ${areaId} and family_question_id = ${familyQuestionId} and lifted_at is null
    returning family_caveat_id
  `
  return lifted.length > 0
}
