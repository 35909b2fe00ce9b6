import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  type Instant,
  type PersonId,
  PlainDate,
  ReviewMeetingId,
  text,
} from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** Why what was sent to the panel is corrected. */
export const CorrectionReason = text(2_000)

const kept = {
  reviewMeetingId: ReviewMeetingId,
  /** The case whose meeting it is. */
  caseId: CaseId,
  /** Which sending to the panel it is, or will be. */
  revision: z.number().int().positive(),
  /** Counts every saving, of all of them. */
  version: z.number().int().positive(),
  formVersion: z.string(),
  sealedAnswers: z.instanceof(Buffer),
}

const StoredMeetingDraft = z.discriminatedUnion('state', [
  z.object({ state: z.literal('draft'), ...kept, finishedOn: z.null(), sealedReason: z.null() }),
  z.object({
    state: z.literal('finished'),
    ...kept,
    finishedOn: PlainDate,
    sealedReason: z.instanceof(Buffer).nullable(),
  }),
])
export type StoredMeetingDraft = z.infer<typeof StoredMeetingDraft>
export type FinishedMeetingDraft = Extract<StoredMeetingDraft, { state: 'finished' }>

/** A review meeting of an area, and the case whose meeting it is. */
export type MeetingOf = { areaId: AreaId; caseId: CaseId; reviewMeetingId: ReviewMeetingId }

/** Every draft of a meeting, the newest first. `lock` holds them for the transaction. */
export async function meetingDraftsOf(
  tx: Db,
  { areaId, caseId, reviewMeetingId }: MeetingOf,
  options: { lock: boolean } = { lock: false },
): Promise<StoredMeetingDraft[]> {
  const rows = await tx`
    select review_meeting_id, case_id, revision, state, version, form_version, sealed_answers, finished_on, sealed_reason
    from factor_analysis.meeting_drafts
    where area_id = ${areaId} and review_meeting_id = ${reviewMeetingId} and case_id = ${caseId}
    order by revision desc
    ${options.lock ? tx`for update` : tx``}
  `
  return rows.map((row) => StoredMeetingDraft.parse(row))
}

/** Bound to its meeting and revision: it opens as no other's. */
const tableOf = ({ reviewMeetingId, revision }: { reviewMeetingId: ReviewMeetingId; revision: number }) =>
  `meeting_drafts/${reviewMeetingId}/${revision}`

type Of = { reviewMeetingId: ReviewMeetingId; revision: number }

export const sealDraft = (cipher: SubjectCipher, of: Of, answers: unknown): Buffer =>
  cipher.sealJson(tableOf(of), 'sealed_answers', answers)

export const openDraft = (cipher: SubjectCipher, draft: StoredMeetingDraft): unknown =>
  cipher.openJson(tableOf(draft), 'sealed_answers', draft.sealedAnswers)

/** Why it corrects the one before, opened; null of the first. */
export function openReason(cipher: SubjectCipher, draft: FinishedMeetingDraft): string | null {
  if (draft.sealedReason === null) return null
  return z.string().parse(cipher.openJson(tableOf(draft), 'sealed_reason', draft.sealedReason))
}

export type WrittenDraft = {
  revision: number
  version: number
  formVersion: string
  sealedAnswers: Buffer
  savedBy: PersonId
  savedAt: Instant
}

/** Begins a draft, the first or a correction; false when somebody has begun it already. */
export async function beginMeetingDraft(tx: Db, of: MeetingOf, draft: WrittenDraft): Promise<boolean> {
  const { revision, version, formVersion, sealedAnswers, savedBy, savedAt } = draft
  const rows = await tx`
    insert into factor_analysis.meeting_drafts (area_id, review_meeting_id, revision, case_id, state, version,
      form_version, sealed_answers, saved_by, saved_at)
    values (${of.areaId}, ${of.reviewMeetingId}, ${revision}, ${of.caseId}, 'draft', ${version}, ${formVersion},
      ${sealedAnswers}, ${savedBy}, ${savedAt})
    on conflict do nothing returning revision
  `
  return rows.length === 1
}

/** @returns false when somebody else saved the version this one was made from */
export async function saveMeetingDraft(tx: Db, of: MeetingOf, draft: WrittenDraft): Promise<boolean> {
  const { revision, version, formVersion, sealedAnswers, savedBy, savedAt } = draft
  const rows = await tx`
    update factor_analysis.meeting_drafts
    set version = ${version}, form_version = ${formVersion}, sealed_answers = ${sealedAnswers}, saved_by = ${savedBy},
      saved_at = ${savedAt}
    where area_id = ${of.areaId} and review_meeting_id = ${of.reviewMeetingId} and revision = ${revision}
      and version = ${version - 1} and state = 'draft'
    returning version
  `
  return rows.length === 1
}

/** Sends it to the panel: from now on it is as it is. */
export async function finishMeetingDraft(
  tx: Db,
  cipher: SubjectCipher,
  areaId: AreaId,
  of: Of,
  finished: { on: PlainDate; by: PersonId; at: Instant; reason: string | null },
): Promise<void> {
  const { on, by, at, reason } = finished
  const sealedReason = reason === null ? null : cipher.sealJson(tableOf(of), 'sealed_reason', reason)
  await tx`
    update factor_analysis.meeting_drafts
    set state = 'finished', version = version + 1, saved_by = ${by}, saved_at = ${at}, finished_on = ${on},
      finished_by = ${by}, sealed_reason = ${sealedReason}
    where area_id = ${areaId} and review_meeting_id = ${of.reviewMeetingId} and revision = ${of.revision}
      and state = 'draft'
  `
}
