import type { CaseReviewRouter } from '@cdop/case-review/api'
import { personPage } from '../../page/page-route.ts'
import { panelMeetingsTitle, panelMeetingsView } from './view.ts'

/** The panel's meetings: a coordinator arranges them, members and chair find their cases there. */
export const panelMeetingsPage = personPage('/panel-meetings', {
  permission: 'panel-meeting:read',
  place: { text: panelMeetingsTitle, says: 'Dates of the panel, and the cases on each agenda.', daily: true },
  async show(visit) {
    const { areaId } = visit
    const { rows: meetings } = await visit
      .call<CaseReviewRouter>('case-review')
      .panelMeeting.list.query({ areaId })
    return {
      title: panelMeetingsTitle,
      main: panelMeetingsView({
        meetings,
        areas: visit.visitor.areas,
        area: visit.visitor.area,
        today: visit.parts.clock.today(),
        readsForPanel: visit.mayDo('pack:read'),
        mayArrange: visit.mayDo('panel-meeting:arrange'),
        seesYear: visit.mayDo('panel-meeting:defer'),
        seesAttendance: visit.mayDo('attendance:read'),
      }),
    }
  },
})
