import type { Db } from '@cdop/database'
import { type AreaId, type CaseId, InformationRequestId, Instant, PersonId, text } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** Which question of which form; `reporting`, or the kind of a supplementary form. */
export const Question = z.strictObject({
  form: z
    .string()
    .max(64)
    .regex(/^[a-z]+(-[a-z]+)*$/),
  question: z
    .string()
    .max(64)
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
})
type Question = z.infer<typeof Question>

/** Whose answer holds, what it was then, and why. */
const Content = z.strictObject({ whose: InformationRequestId, answer: z.string(), why: text(2000) })

/** How a conflict was settled last. */
export const Settled = Question.extend({
  ...Content.shape,
  entry: z.number().int().positive(),
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type Settled = z.infer<typeof Settled>

/** Bound to its question and entry. */
const tableOf = ({ form, question }: Question, entry: number) =>
  `settled_conflicts/${form}/${question}/${entry}`

/** How each conflict of a case was settled last. */
export async function settledOf(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  caseId: CaseId,
): Promise<Settled[]> {
  const rows = await tx<
    { form: string; question: string; entry: number; content: Buffer; recordedBy: string; recordedAt: Date }[]
  >`
    select distinct on (form, question) form, question, entry, content, recorded_by, recorded_at
    from case_review.settled_conflicts
    where area_id = ${areaId} and case_id = ${caseId}
    order by form, question, entry desc
  `
  return rows.map(({ content, ...row }) => {
    const opened = Content.parse(cipher.openJson(tableOf(row, row.entry), 'content', content))
    return Settled.parse({ ...row, ...opened })
  })
}

/** A further entry for a question; the earlier ones stay. */
export async function addSettled(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, caseId }: { areaId: AreaId; caseId: CaseId },
  { form, question, entry, whose, answer, why, recordedBy, recordedAt }: Settled,
): Promise<void> {
  const sealed = cipher.sealJson(tableOf({ form, question }, entry), 'content', { whose, answer, why })
  await tx`
    insert into case_review.settled_conflicts (
      area_id, case_id, form, question, entry, content, recorded_by, recorded_at
    ) values (
      ${areaId}, ${caseId}, ${form}, ${question}, ${entry}, ${sealed}, ${recordedBy}, ${recordedAt}
    )
  `
}
