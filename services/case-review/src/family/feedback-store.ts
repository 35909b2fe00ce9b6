import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  FamilyChannel,
  FamilyFeedbackId,
  FamilyMemberId,
  FamilyQuestionId,
  FamilySupport,
  Instant,
  PersonId,
  PlainDate,
  text,
} from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'

/** What one parent or carer was told of an answer, or was given. */
export const FamilyFeedback = z.strictObject({
  familyFeedbackId: FamilyFeedbackId,
  familyMemberId: FamilyMemberId,
  /** Which question's answer, and which version of it; null for a leaflet or support. */
  familyQuestionId: FamilyQuestionId.nullable(),
  answerEntry: z.number().int().positive().nullable(),
  support: FamilySupport.nullable(),
  toldOn: PlainDate,
  channel: FamilyChannel,
  /** Who told or gave it, in words: not always who records it. */
  toldBy: text(200),
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type FamilyFeedback = z.infer<typeof FamilyFeedback>

export const feedbackTable = (familyFeedbackId: string) => `family_feedback/${familyFeedbackId}`

/** What the family of a child was told and given, the newest first. */
export async function feedbackOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<FamilyFeedback[]> {
  const rows = await tx<{ caseId: CaseId; familyFeedbackId: string; toldBy: Buffer }[]>`
    select case_id, family_feedback_id, family_member_id, family_question_id, answer_entry, support, told_on, channel,
      told_by, recorded_by, recorded_at
    from case_review.family_feedback where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
    order by told_on desc, recorded_at desc, family_feedback_id
  `
  const told: FamilyFeedback[] = []
  for (const { caseId, toldBy, ...row } of rows) {
    const cipher = await caseCipher(tx, keys, areaId, caseId)
    const by = cipher.openJson(feedbackTable(row.familyFeedbackId), 'told_by', toldBy)
    told.push(FamilyFeedback.parse({ ...row, toldBy: by }))
  }
  return told
}

export async function addFeedback(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caseId: CaseId,
  { familyFeedbackId, toldBy, ...told }: FamilyFeedback,
): Promise<void> {
  await tx`
    insert into case_review.family_feedback (area_id, family_feedback_id, case_id, family_member_id, family_question_id,
      answer_entry, support, told_on, channel, told_by, recorded_by, recorded_at)
    values (${areaId}, ${familyFeedbackId}, ${caseId}, ${told.familyMemberId}, ${told.familyQuestionId},
      ${told.answerEntry}, ${told.support}, ${told.toldOn}, ${told.channel},
      ${cipher.sealJson(feedbackTable(familyFeedbackId), 'told_by', toldBy)}, ${told.recordedBy}, ${told.recordedAt})
  `
}

/**
 * How often a parent or carer was last told an answer that has been given anew since and may be told: somebody has to tell
 * them. Nobody who must not be contacted or wishes to hear nothing, and nothing that must not be told yet, counts.
 */
export async function answersToTellAnew(tx: Db, areaId: AreaId, caseIds: readonly CaseId[]): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from (
      select f.family_member_id, f.family_question_id, max(f.answer_entry) as told
      from case_review.family_feedback f
      where f.area_id = ${areaId} and f.case_id = any (${[...caseIds]}::uuid[]) and f.family_question_id is not null
      group by f.family_member_id, f.family_question_id
    ) t
    where t.told < (
      select max(a.entry) from case_review.family_answers a
      where a.area_id = ${areaId} and a.family_question_id = t.family_question_id
    ) and exists (
      select from case_review.family_member_entries e
      where e.area_id = ${areaId} and e.family_member_id = t.family_member_id and not e.in_error and e.no_contact is null
        and not e.hears_nothing
        and e.entry = (
          select max(n.entry) from case_review.family_member_entries n
          where n.area_id = ${areaId} and n.family_member_id = t.family_member_id
        )
    ) and not exists (
      select from case_review.caveats c
      where c.area_id = ${areaId} and c.case_id = any (${[...caseIds]}::uuid[])
        and c.family_question_id = t.family_question_id and c.lifted_on is null
    )
  `
  return row?.count ?? 0
}
