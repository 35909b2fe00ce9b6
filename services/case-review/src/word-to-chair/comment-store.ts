import type { Db } from '@cdop/database'
import { type AreaId, CaseId, Instant, type PanelMeetingId, PersonId, text } from '@cdop/domain'
import type { SubjectCipher } from '@cdop/encryption'
import { z } from 'zod'

/** What a member writes to the chair about a case. */
export const CommentText = text(5_000)

export const PanelComment = z.strictObject({
  personId: PersonId,
  text: CommentText,
  /** An identifier of the child was found in it. */
  heldBack: z.boolean(),
  sentAt: Instant,
})
export type PanelComment = z.infer<typeof PanelComment>

const sealedFor = (panelCommentId: string) => `panel_comments/${panelCommentId}`

export async function addComment(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, caseId, panelMeetingId }: { areaId: AreaId; caseId: CaseId; panelMeetingId: PanelMeetingId },
  comment: PanelComment & { panelCommentId: string },
): Promise<void> {
  const { panelCommentId, personId, text, heldBack, sentAt } = comment
  await tx`
    insert into case_review.panel_comments
      (area_id, case_id, panel_meeting_id, panel_comment_id, person_id, comment, held_back, sent_at)
    values (${areaId}, ${caseId}, ${panelMeetingId}, ${panelCommentId}, ${personId},
      ${cipher.sealJson(sealedFor(panelCommentId), 'comment', text)}, ${heldBack}, ${sentAt})
  `
}

/** What was written about a case for a meeting, opened, the oldest first: nothing by somebody who withdrew from it. */
export async function commentsOn(
  tx: Db,
  cipher: SubjectCipher,
  { areaId, caseId, panelMeetingId }: { areaId: AreaId; caseId: CaseId; panelMeetingId: PanelMeetingId },
): Promise<PanelComment[]> {
  const rows = await tx<{ panelCommentId: string; comment: Buffer }[]>`
    select p.panel_comment_id, p.person_id, p.comment, p.held_back, p.sent_at
    from case_review.panel_comments p
    join case_review.cases c on c.area_id = p.area_id and c.case_id = p.case_id
    where p.area_id = ${areaId} and p.case_id = ${caseId} and p.panel_meeting_id = ${panelMeetingId}
      and not exists (
        select from case_review.withdrawals x
        where x.area_id = p.area_id and x.case_id = any (c.case_ids) and x.person_id = p.person_id
      )
    order by p.sent_at, p.panel_comment_id
  `
  return rows.map(({ panelCommentId, comment, ...row }) =>
    PanelComment.parse({ ...row, text: cipher.openJson(sealedFor(panelCommentId), 'comment', comment) }),
  )
}

/** The cases of a meeting about which something is held back, whether or not whoever asks may see them. */
export async function casesWithHeldBack(
  tx: Db,
  areaId: AreaId,
  panelMeetingId: PanelMeetingId,
): Promise<CaseId[]> {
  const rows = await tx<{ caseId: string }[]>`
    select distinct p.case_id from case_review.panel_comments p
    where p.area_id = ${areaId} and p.panel_meeting_id = ${panelMeetingId} and p.held_back
    order by p.case_id
  `
  return rows.map(({ caseId }) => CaseId.parse(caseId))
}
