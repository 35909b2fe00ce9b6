import type { CaseReviewRouter } from '@cdop/case-review/api'
import { Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseIdOf, panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { readComment } from './form.ts'
import { readComments } from './read-comments.ts'
import { commentsTitle, commentsView } from './view.ts'

/** What members write to the chair about a case, and what of it is held back, for whoever looks after that. */
export const caseCommentsPage = personPage('/panel-meetings/:panelMeetingId/cases/:caseId/comments', {
  permission: 'panel-meeting:read',
  async show(visit, again) {
    const { reference, comments, heldBack } = await readComments(visit)
    const at = `/panel-meetings/${panelMeetingIdOf(visit)}`
    const reads = visit.mayDo('pack:read')
    return {
      title: commentsTitle,
      section: 'Panel meetings',
      backLink: reads ? `${at}/cases/${caseIdOf(visit)}` : at,
      main: commentsView({
        reference,
        comments,
        heldBack,
        sent: again === null && visit.query('sent') === 'yes',
        form: reads
          ? {
              hidden: visit.formFields,
              typed: again?.form.text('comment') ?? '',
              errors: again?.errors ?? [],
            }
          : null,
      }),
    }
  },
  async post(visit, form) {
    if (!visit.mayDo('pack:read')) throw new Refusal('forbidden')
    const read = readComment(form.text('comment'))
    if (!read.ok) return new Problems(read.errors)
    const which = { areaId: visit.areaId, caseId: caseIdOf(visit), panelMeetingId: panelMeetingIdOf(visit) }
    const { panelComment } = visit.call<CaseReviewRouter>('case-review')
    await panelComment.send.mutate({ ...which, text: read.value.comment, key: form.key })
    return new GoTo(`/panel-meetings/${which.panelMeetingId}/cases/${which.caseId}/comments?sent=yes`)
  },
})
