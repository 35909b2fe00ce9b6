import type { CaseReviewRouter } from '@cdop/case-review/api'
import { AgendaTheme, CaseId, Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { panelOf } from '../attendance/panel-people.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { readPanelMeeting } from '../panel-meeting/route.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { postedVersion } from '../panel-meeting-change/form.ts'
import { proposalView } from './view.ts'

/** Which cases a meeting could take, and why not the others. */
export const panelProposalPage = personPage('/panel-meetings/:panelMeetingId/propose', {
  permission: 'panel-meeting:arrange',
  async show(visit) {
    const { panelMeetingId, heldOn, version, cancelled } = await readPanelMeeting(visit)
    if (cancelled !== null) return new GoTo(`/panel-meetings/${panelMeetingId}`)
    const theme = AgendaTheme.catch('all').parse(visit.query('theme'))
    const expected = (await panelOf(visit)).map(({ personId, agency }) => ({ personId, agency }))
    const { panelMeeting } = visit.call<CaseReviewRouter>('case-review')
    const { areaId } = visit
    const proposal = await panelMeeting.proposeAgenda.query({ areaId, panelMeetingId, theme, expected })
    const title = 'Proposed agenda'
    return {
      title,
      section: meetingTitle(heldOn),
      backLink: `/panel-meetings/${panelMeetingId}`,
      main: proposalView({ ...proposal, hidden: visit.formFields, title, version, theme }),
    }
  },
  async post(visit, form) {
    const panelMeetingId = panelMeetingIdOf(visit)
    const caseIds = form.all('cases').map((typed) => {
      const caseId = CaseId.safeParse(typed)
      if (!caseId.success) throw new Refusal('unreadable')
      return caseId.data
    })
    await visit.call<CaseReviewRouter>('case-review').panelMeeting.keepProposal.mutate({
      areaId: visit.areaId,
      panelMeetingId,
      version: postedVersion(form),
      caseIds,
      key: form.key,
    })
    return new GoTo(`/panel-meetings/${panelMeetingId}`)
  },
})
