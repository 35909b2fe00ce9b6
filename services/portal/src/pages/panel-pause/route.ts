import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { panelMeetingIdOf } from '../panel-meeting/meeting-id.ts'
import { readPanelMeeting } from '../panel-meeting/route.ts'
import { meetingTitle } from '../panel-meeting/view.ts'
import { pauseTitle, pauseView } from './view.ts'

/** The end of a meeting: a pause, where to find support, and that both were. */
export const panelPausePage = personPage('/panel-meetings/:panelMeetingId/pause', {
  permission: 'panel-meeting:defer',
  async show(visit) {
    const { heldOn, pause } = await readPanelMeeting(visit)
    return {
      title: pauseTitle,
      section: meetingTitle(heldOn),
      backLink: `/panel-meetings/${panelMeetingIdOf(visit)}`,
      main: pauseView({
        formFields: visit.formFields,
        mayRecord: pause === null && heldOn <= visit.parts.clock.today(),
        recorded: pause !== null,
      }),
    }
  },
  async post(visit, { key }) {
    const panelMeetingId = panelMeetingIdOf(visit)
    await caseReview(visit).panelMeeting.recordPause.mutate({ areaId: visit.areaId, panelMeetingId, key })
    return new GoTo(`/panel-meetings/${panelMeetingId}`)
  },
})
