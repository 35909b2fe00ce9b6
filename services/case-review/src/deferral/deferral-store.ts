import type { Db } from '@cdop/database'
import {
  type AreaId,
  type CaseId,
  DeferralId,
  InformationRequestId,
  Instant,
  type PanelMeetingId,
  PanelQuestionId,
  PersonId,
  PlainDate,
} from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { z } from 'zod'
import { caseCipher } from '../case/case-store.ts'

/** How a question of the panel was answered; `overtaken` by a decision it had come to at the same moment. */
const Settled = z.enum(['agency-asked', 'noted', 'overtaken'])

/** What the panel asked when it put a case back. */
export const PanelQuestion = z.strictObject({
  panelQuestionId: PanelQuestionId,
  deferredOn: PlainDate,
  asked: z.string(),
  settled: Settled.nullable(),
  informationRequestId: InformationRequestId.nullable(),
  note: z.string().nullable(),
  settledBy: PersonId.nullable(),
  settledAt: Instant.nullable(),
})
export type PanelQuestion = z.infer<typeof PanelQuestion>

const tableOf = (panelQuestionId: PanelQuestionId) => `panel_questions/${panelQuestionId}`

type Deferral = {
  deferralId: DeferralId
  caseId: CaseId
  panelMeetingId: PanelMeetingId
  deferredOn: PlainDate
  by: PersonId
  at: Instant
}

/** Records that the panel put a case back, and what it asked. */
export async function saveDeferral(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  { deferralId, caseId, panelMeetingId, deferredOn, by, at }: Deferral,
  questions: readonly { panelQuestionId: PanelQuestionId; asked: string }[],
): Promise<void> {
  await tx`
    insert into case_review.deferrals (area_id, deferral_id, case_id, panel_meeting_id, deferred_on, recorded_by,
      recorded_at)
    values (${areaId}, ${deferralId}, ${caseId}, ${panelMeetingId}, ${deferredOn}, ${by}, ${at})
  `
  const cipher = await caseCipher(tx, keys, areaId, caseId)
  for (const [index, { panelQuestionId, asked }] of questions.entries()) {
    await tx`
      insert into case_review.panel_questions (area_id, panel_question_id, deferral_id, case_id, place, asked)
      values (${areaId}, ${panelQuestionId}, ${deferralId}, ${caseId}, ${index + 1},
        ${cipher.sealJson(tableOf(panelQuestionId), 'asked', asked)})
    `
  }
}

/** When a case was put back, the newest first. */
export const DeferralRow = z.object({
  deferralId: DeferralId,
  deferredOn: PlainDate,
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type DeferralRow = z.infer<typeof DeferralRow>

export async function deferralsOf(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<DeferralRow[]> {
  const rows = await tx`
    select deferral_id, deferred_on, recorded_by, recorded_at from case_review.deferrals
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
    order by recorded_at desc, deferral_id
  `
  return rows.map((row) => DeferralRow.parse(row))
}

/** How many questions the panel asked of a case, and how many are open. */
export async function questionCounts(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<{ asked: number; open: number }> {
  const [row] = await tx`
    select count(*)::int as asked, count(*) filter (where settled is null)::int as open
    from case_review.panel_questions where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
  `
  return z.object({ asked: z.number().int(), open: z.number().int() }).parse(row)
}

/** What the panel asked of a case, opened; the newest deferral first. */
export async function questionsOf(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  caseIds: readonly CaseId[],
): Promise<PanelQuestion[]> {
  const rows = await tx<
    { caseId: CaseId; panelQuestionId: PanelQuestionId; asked: Buffer; note: Buffer | null }[]
  >`
    select q.case_id, q.panel_question_id, d.deferred_on, q.asked, q.settled, q.information_request_id, q.note,
      q.settled_by, q.settled_at
    from case_review.panel_questions q
    join case_review.deferrals d on d.area_id = q.area_id and d.deferral_id = q.deferral_id
    where q.area_id = ${areaId} and q.case_id = any (${[...caseIds]}::uuid[])
    order by d.recorded_at desc, d.deferral_id, q.place
  `
  const opened: PanelQuestion[] = []
  for (const { caseId, asked, note, ...row } of rows) {
    const cipher = await caseCipher(tx, keys, areaId, caseId)
    const open = (column: string, sealed: Buffer) =>
      cipher.openJson(tableOf(row.panelQuestionId), column, sealed)
    opened.push(
      PanelQuestion.parse({
        ...row,
        asked: open('asked', asked),
        note: note === null ? null : open('note', note),
      }),
    )
  }
  return opened
}

/** How the coordinator answered a question. */
export type Answer =
  | { how: 'noted'; note: string }
  | { how: 'agency-asked'; informationRequestId: InformationRequestId }

/** False when there is no such question of these cases that is open. */
export async function settle(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  { caseIds, panelQuestionId }: { caseIds: readonly CaseId[]; panelQuestionId: PanelQuestionId },
  answer: Answer & { by: PersonId; at: Instant },
): Promise<boolean> {
  const [row] = await tx<{ caseId: CaseId }[]>`
    select case_id from case_review.panel_questions
    where area_id = ${areaId} and panel_question_id = ${panelQuestionId} and settled is null
      and case_id = any (${[...caseIds]}::uuid[])
    for update
  `
  if (row === undefined) return false
  const cipher = await caseCipher(tx, keys, areaId, row.caseId)
  const note = answer.how === 'noted' ? cipher.sealJson(tableOf(panelQuestionId), 'note', answer.note) : null
  const request = answer.how === 'agency-asked' ? answer.informationRequestId : null
  await tx`
    update case_review.panel_questions
    set settled = ${answer.how}, note = ${note}, information_request_id = ${request}, settled_by = ${answer.by},
      settled_at = ${answer.at}
    where area_id = ${areaId} and panel_question_id = ${panelQuestionId}
  `
  return true
}

/** The panel had decided after all: what it asked needs no answer. */
export async function overtakeQuestions(
  tx: Db,
  areaId: AreaId,
  caseIds: readonly CaseId[],
  at: Instant,
): Promise<void> {
  await tx`
    update case_review.panel_questions set settled = 'overtaken', settled_at = ${at}
    where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[]) and settled is null
  `
}
