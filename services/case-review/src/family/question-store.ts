import type { Db } from '@cdop/database'
import {
  AnswerBody,
  type AreaId,
  type CaseId,
  countQuestions,
  FamilyChannel,
  FamilyMemberId,
  FamilyQuestionId,
  Instant,
  LeftOpenReason,
  PersonId,
  PlainDate,
  type QuestionCount,
  text,
} from '@cdop/domain'
import type { KeyProvider, SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'

/** What a family asks, and what it is answered, in words. */
export const FamilyWords = text(5_000)

const FamilyAnswer = z.strictObject({
  entry: z.number().int().positive(),
  body: AnswerBody,
  answeredOn: PlainDate,
  answer: FamilyWords,
  recordedBy: PersonId,
  recordedAt: Instant,
})

/** A question in the family's own words, with every version of its answer, the newest first. */
export const FamilyQuestion = z.strictObject({
  familyQuestionId: FamilyQuestionId,
  /** Who is to answer it. */
  body: AnswerBody,
  /** Which parent or carer asked; null for the family together. */
  askedBy: FamilyMemberId.nullable(),
  askedOn: PlainDate,
  channel: FamilyChannel,
  asked: FamilyWords,
  recordedBy: PersonId,
  recordedAt: Instant,
  /** Why it stays without an answer, once that was decided. */
  leftOpen: z
    .strictObject({ reason: LeftOpenReason, why: FamilyWords, by: PersonId, at: Instant })
    .nullable(),
  answers: z.array(FamilyAnswer),
})
export type FamilyQuestion = z.infer<typeof FamilyQuestion>

const tableOf = (familyQuestionId: string) => `family_questions/${familyQuestionId}`
const answerTable = (familyQuestionId: string, entry: number) => `family_answers/${familyQuestionId}/${entry}`

/** What a family asked, opened, the oldest question first. */
export async function familyQuestionsOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<FamilyQuestion[]> {
  const answers = await tx<{ familyQuestionId: string; entry: number; answer: Buffer }[]>`
    select a.family_question_id, a.entry, a.body, a.answered_on, a.answer, a.recorded_by, a.recorded_at
    from case_review.family_questions q
    join case_review.family_answers a on a.area_id = q.area_id and a.family_question_id = q.family_question_id
    where q.area_id = ${areaId} and q.case_id = any (${[...caseIds]}::uuid[])
    order by a.entry desc
  `
  const rows = await tx<
    {
      caseId: CaseId
      familyQuestionId: string
      asked: Buffer
      leftOpen: string | null
      leftOpenWhy: Buffer | null
      leftOpenBy: string | null
      leftOpenAt: string | null
    }[]
  >`
    select case_id, family_question_id, body, asked_by, asked_on, channel, asked, recorded_by, recorded_at, left_open,
      left_open_why, left_open_by, left_open_at
    from case_review.family_questions
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
    order by asked_on, recorded_at, family_question_id
  `
  const opened: FamilyQuestion[] = []
  for (const { caseId, asked, leftOpen, leftOpenWhy, leftOpenBy: by, leftOpenAt: at, ...row } of rows) {
    const id = row.familyQuestionId
    const cipher = await caseCipher(tx, keys, areaId, caseId)
    opened.push(
      FamilyQuestion.parse({
        ...row,
        asked: cipher.openJson(tableOf(id), 'asked', asked),
        leftOpen:
          leftOpenWhy === null
            ? null
            : { reason: leftOpen, why: cipher.openJson(tableOf(id), 'left_open_why', leftOpenWhy), by, at },
        answers: answers
          .filter(({ familyQuestionId }) => familyQuestionId === id)
          .map(({ familyQuestionId: _which, answer, ...rest }) => ({
            ...rest,
            answer: cipher.openJson(answerTable(id, rest.entry), 'answer', answer),
          })),
      }),
    )
  }
  return opened
}

const Standing = z.object({ body: AnswerBody, answered: z.boolean(), leftOpen: LeftOpenReason.nullable() })

/** How many questions a family put to whom, and how many are open: nothing of what it asked. */
export async function familyQuestionCounts(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<QuestionCount[]> {
  const rows = await tx`
    select q.body, q.left_open, exists (
      select from case_review.family_answers a
      where a.area_id = q.area_id and a.family_question_id = q.family_question_id
    ) as answered
    from case_review.family_questions q
    where q.area_id = ${areaId} and q.case_id = any (${[...caseIds]}::uuid[])
  `
  return countQuestions(rows.map((row) => Standing.parse(row)))
}

/** The counts of every body together. */
export function inAll(counts: readonly QuestionCount[]): { asked: number; open: number } {
  return {
    asked: counts.reduce((sum, { asked }) => sum + asked, 0),
    open: counts.reduce((sum, { open }) => sum + open, 0),
  }
}

type Asked = Pick<FamilyQuestion, 'familyQuestionId' | 'body' | 'askedBy' | 'askedOn' | 'channel' | 'asked'>
type Recorded = { by: PersonId; at: Instant }

export async function addQuestion(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caseId: CaseId,
  { familyQuestionId, body, askedBy, askedOn, channel, asked }: Asked,
  { by, at }: Recorded,
): Promise<void> {
  await tx`
    insert into case_review.family_questions (area_id, family_question_id, case_id, body, asked_by, asked_on, channel,
      asked, recorded_by, recorded_at)
    values (${areaId}, ${familyQuestionId}, ${caseId}, ${body}, ${askedBy}, ${askedOn}, ${channel},
      ${cipher.sealJson(tableOf(familyQuestionId), 'asked', asked)}, ${by}, ${at})
  `
}

/** A question of some cases of one child, with its key and how far it is. */
export async function findQuestion(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
  familyQuestionId: FamilyQuestionId,
): Promise<{ caseId: CaseId; askedOn: PlainDate; leftOpen: string | null; version: number } | null> {
  const [row] = await tx<{ caseId: CaseId; askedOn: PlainDate; leftOpen: string | null; version: number }[]>`
    select q.case_id, q.asked_on, q.left_open, coalesce((
      select max(a.entry) from case_review.family_answers a
      where a.area_id = q.area_id and a.family_question_id = q.family_question_id
    ), 0) as version
    from case_review.family_questions q
    where q.area_id = ${areaId} and q.family_question_id = ${familyQuestionId}
      and q.case_id = any (${[...caseIds]}::uuid[])
  `
  return row ?? null
}

export async function addAnswer(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, familyQuestionId }: { areaId: AreaId; familyQuestionId: FamilyQuestionId },
  {
    entry,
    body,
    answeredOn,
    answer,
  }: Pick<z.infer<typeof FamilyAnswer>, 'entry' | 'body' | 'answeredOn' | 'answer'>,
  { by, at }: Recorded,
): Promise<void> {
  await tx`
    insert into case_review.family_answers (area_id, family_question_id, entry, body, answered_on, answer, recorded_by,
      recorded_at)
    values (${areaId}, ${familyQuestionId}, ${entry}, ${body}, ${answeredOn},
      ${cipher.sealJson(answerTable(familyQuestionId, entry), 'answer', answer)}, ${by}, ${at})
  `
}

export async function saveLeftOpen(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, familyQuestionId }: { areaId: AreaId; familyQuestionId: FamilyQuestionId },
  { reason, why }: { reason: LeftOpenReason; why: string },
  { by, at }: Recorded,
): Promise<void> {
  await tx`
    update case_review.family_questions set left_open = ${reason},
      left_open_why = ${cipher.sealJson(tableOf(familyQuestionId), 'left_open_why', why)}, left_open_by = ${by},
      left_open_at = ${at}
    where area_id = ${areaId} and family_question_id = ${familyQuestionId}
  `
}
