import type { Db } from '@cdop/database'
import {
  type AnnualReportId,
  type AreaId,
  Instant,
  PersonId,
  Refusal,
  ReleaseId,
  ReportCommentId,
  ReportHoldId,
  text,
} from '@cdop/domain'
import type { AreaCipher } from '@cdop/service'
import { ReportSectionId } from '@cdop/statistics'
import { z } from 'zod'

export const CommentWords = text(2_000)

/** What a reviewer remarks on a section, open until somebody settles it. */
export const ReportComment = z.strictObject({
  commentId: ReportCommentId,
  section: ReportSectionId,
  words: CommentWords,
  madeBy: PersonId,
  madeAt: Instant,
  settledBy: PersonId.nullable(),
  settledAt: Instant.nullable(),
})
export type ReportComment = z.infer<typeof ReportComment>

const ofComment = (reportId: AnnualReportId, commentId: string) =>
  `annual_report_comments/${reportId}/${commentId}`

/** The comments on a report, oldest first. */
export async function commentsOn(
  tx: Db,
  cipher: AreaCipher,
  areaId: AreaId,
  reportId: AnnualReportId,
): Promise<ReportComment[]> {
  const rows = await tx<{ commentId: string; sealedWords: Buffer }[]>`
    select comment_id, section, sealed_words, made_by, made_at, settled_by, settled_at
    from reporting.annual_report_comments where area_id = ${areaId} and report_id = ${reportId}
    order by made_at, comment_id
  `
  return rows.map(({ sealedWords, ...row }) =>
    ReportComment.parse({
      ...row,
      words: cipher.openJson(ofComment(reportId, row.commentId), 'sealed_words', sealedWords),
    }),
  )
}

export async function addComment(
  tx: Db,
  cipher: AreaCipher,
  areaId: AreaId,
  reportId: AnnualReportId,
  { commentId, section, words, madeBy, madeAt }: ReportComment,
): Promise<void> {
  const sealed = cipher.sealJson(ofComment(reportId, commentId), 'sealed_words', words)
  await tx`
    insert into reporting.annual_report_comments (area_id, report_id, comment_id, section, sealed_words, made_by, made_at)
    values (${areaId}, ${reportId}, ${commentId}, ${section}, ${sealed}, ${madeBy}, ${madeAt})
  `
}

/** @throws Refusal `not-found` where there is no such open comment */
export async function settle(
  tx: Db,
  areaId: AreaId,
  reportId: AnnualReportId,
  commentId: ReportCommentId,
  made: { by: PersonId; at: Instant },
): Promise<void> {
  const settled = await tx`
    update reporting.annual_report_comments set settled_by = ${made.by}, settled_at = ${made.at}
    where area_id = ${areaId} and report_id = ${reportId} and comment_id = ${commentId} and settled_by is null
    returning comment_id
  `
  if (settled.length === 0) throw new Refusal('not-found')
}

/**
 * What somebody who knows of a death from the news would learn from a sentence: nothing they do not know, or what the family
 * has agreed to.
 */
export const KnownFactsTest = z.enum(['nothing-new', 'agreed-with-the-family'])

/** A sentence that tells of few children: why it should stand, and what a second person decided. */
export const ReportHold = z.strictObject({
  holdId: ReportHoldId,
  section: ReportSectionId,
  /** A decision is of the figures of this release. */
  releaseId: ReleaseId,
  sentence: text(20_000),
  learnt: KnownFactsTest,
  reason: text(1_000),
  askedBy: PersonId,
  askedAt: Instant,
  outcome: z.enum(['may-stand', 'must-go']).nullable(),
  decidedBy: PersonId.nullable(),
  decidedAt: Instant.nullable(),
})
export type ReportHold = z.infer<typeof ReportHold>

const SealedHold = ReportHold.pick({ sentence: true, reason: true })
const ofHold = (reportId: AnnualReportId, holdId: string) => `annual_report_holds/${reportId}/${holdId}`

/** The held sentences of a report somebody asked about, the newest first. */
export async function holdsOf(
  tx: Db,
  cipher: AreaCipher,
  areaId: AreaId,
  reportId: AnnualReportId,
): Promise<ReportHold[]> {
  const rows = await tx<{ holdId: string; sealedHold: Buffer }[]>`
    select hold_id, section, release_id, learnt, sealed_hold, asked_by, asked_at, outcome, decided_by, decided_at
    from reporting.annual_report_holds where area_id = ${areaId} and report_id = ${reportId}
    order by asked_at desc, hold_id
  `
  return rows.map(({ sealedHold, ...row }) =>
    ReportHold.parse({
      ...row,
      ...SealedHold.parse(cipher.openJson(ofHold(reportId, row.holdId), 'sealed_hold', sealedHold)),
    }),
  )
}

export async function addHold(
  tx: Db,
  cipher: AreaCipher,
  areaId: AreaId,
  reportId: AnnualReportId,
  { holdId, section, releaseId, learnt, sentence, reason, askedBy, askedAt }: ReportHold,
): Promise<void> {
  const sealed = cipher.sealJson(ofHold(reportId, holdId), 'sealed_hold', { sentence, reason })
  await tx`
    insert into reporting.annual_report_holds (area_id, report_id, hold_id, section, release_id, learnt, sealed_hold, asked_by, asked_at)
    values (${areaId}, ${reportId}, ${holdId}, ${section}, ${releaseId}, ${learnt}, ${sealed}, ${askedBy}, ${askedAt})
  `
}

export async function decideHold(
  tx: Db,
  areaId: AreaId,
  reportId: AnnualReportId,
  {
    holdId,
    outcome,
    decidedBy,
    decidedAt,
  }: Pick<ReportHold, 'holdId' | 'outcome' | 'decidedBy' | 'decidedAt'>,
): Promise<void> {
  await tx`
    update reporting.annual_report_holds
    set outcome = ${outcome}, decided_by = ${decidedBy}, decided_at = ${decidedAt}
    where area_id = ${areaId} and report_id = ${reportId} and hold_id = ${holdId}
  `
}
