import type { CaseReviewRouter } from '@cdop/case-review/api'
import { personPage } from '../../page/page-route.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { panelMeetingIdOf } from './meeting-id.ts'
import { meetingTitle, type Present, panelMeetingView } from './view.ts'

/** One meeting as case-review has it. @throws Refusal `not-found` */
export function readPanelMeeting(visit: PersonVisit) {
  const { panelMeeting } = visit.call<CaseReviewRouter>('case-review')
  return panelMeeting.read.query({ areaId: visit.areaId, panelMeetingId: panelMeetingIdOf(visit) })
}
type ReadMeeting = Awaited<ReturnType<typeof readPanelMeeting>>

async function present(visit: PersonVisit, { attendance }: ReadMeeting): Promise<Present[]> {
  const names = new Map((await visit.people()).map(({ personId, displayName }) => [personId, displayName]))
  return attendance.map(({ personId, agency }) => ({ name: names.get(personId) ?? 'Former member', agency }))
}

/** One meeting: agenda and attendance for the coordinator, the cases to read for members. */
export const panelMeetingPage = personPage('/panel-meetings/:panelMeetingId', {
  permission: 'panel-meeting:read',
  async show(visit) {
    const meeting = await readPanelMeeting(visit)
    const { heldOn, agenda, panelMeetingId } = meeting
    return {
      title: meetingTitle(heldOn),
      section: 'Panel meetings',
      backLink: '/panel-meetings',
      main: panelMeetingView({
        panelMeetingId,
        heldOn,
        today: visit.parts.clock.today(),
        agenda,
        attendance: visit.mayDo('panel-meeting:arrange') ? await present(visit, meeting) : null,
        caseHref: (caseId) =>
          visit.mayDo('pack:read') ? `/panel-meetings/${panelMeetingId}/cases/${caseId}` : `/cases/${caseId}`,
        mayAnalyse: visit.mayDo('analysis:draft'),
        mayDefer: visit.mayDo('panel-meeting:defer') && heldOn <= visit.parts.clock.today(),
        conflictDeclared: visit.query('conflict') === 'declared',
      }),
    }
  },
})
