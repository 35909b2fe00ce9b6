import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { PersonVisit } from '../../page/visit.ts'
import { caseIdOf, panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'

/** The comments on a case that are for this visitor, with who wrote them. @throws Refusal `not-found` */
export async function readComments(visit: PersonVisit) {
  const { panelComment } = visit.call<CaseReviewRouter>('case-review')
  const { reference, comments, heldBack } = await panelComment.read.query({
    areaId: visit.areaId,
    caseId: caseIdOf(visit),
    panelMeetingId: panelMeetingIdOf(visit),
  })
  const names = new Map((await visit.people()).map(({ personId, displayName }) => [personId, displayName]))
  return {
    reference,
    heldBack,
    comments: comments.map(({ personId, text, sentAt }) => ({
      by: names.get(personId) ?? 'Former member',
      text,
      sentAt,
    })),
  }
}
