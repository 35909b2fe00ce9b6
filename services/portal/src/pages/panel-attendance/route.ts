import { ReportingYearCode, reportingYearFrom, reportingYearOf } from '@cdop/statistics'
import { personPage } from '../../page/page-route.ts'
import { yearChoices } from '../../reporting-year/years-to-choose.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { panelAttendanceTitle, panelAttendanceView } from './view.ts'

/** How the agencies were represented at the panel's meetings of a year: for who takes up poor attendance. */
export const panelAttendancePage = personPage('/panel-meetings/attendance', {
  permission: 'attendance:read',
  async show(visit) {
    const { areaId } = visit
    const today = visit.parts.clock.today()
    const asked = ReportingYearCode.safeParse(visit.query('year'))
    const year = asked.success ? reportingYearFrom(asked.data) : reportingYearOf(today)
    return {
      title: panelAttendanceTitle,
      ...(visit.mayDo('panel-meeting:read')
        ? { section: 'Panel meetings', backLink: '/panel-meetings' }
        : { backLink: '/scrutiny' }),
      main: panelAttendanceView({
        ...(await caseReview(visit).panelMeeting.attendanceFigures.query({ areaId, year: year.code })),
        year,
        years: yearChoices(today),
      }),
    }
  },
})
