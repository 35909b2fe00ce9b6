import { personPage } from '../../page/page-route.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { regionalMeetingsTitle, regionalMeetingsView } from './view.ts'

/** The panel meetings of several areas this one arranges or is asked to. */
export const regionalMeetingsPage = personPage('/regional-meetings', {
  permission: 'panel-meeting:arrange',
  async show(visit) {
    const { rows } = await caseReview(visit).regionalMeeting.list.query({ areaId: visit.areaId })
    return {
      title: regionalMeetingsTitle,
      section: 'Panel meetings',
      backLink: '/panel-meetings',
      main: regionalMeetingsView(rows),
    }
  },
})
