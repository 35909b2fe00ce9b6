import { personPage } from '../../page/page-route.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { askedYear, panelYearChoices } from './asked-year.ts'
import { panelYearTitle, panelYearView } from './view.ts'

/** The panel meetings of a year, the room they have and the cases that wait, for the coordinator and the chair. */
export const panelYearPage = personPage('/panel-meetings/year', {
  permission: 'panel-meeting:defer',
  async show(visit) {
    const { areaId } = visit
    const today = visit.parts.clock.today()
    const year = askedYear(visit)
    return {
      title: panelYearTitle,
      section: 'Panel meetings',
      backLink: '/panel-meetings',
      main: panelYearView({
        ...(await caseReview(visit).panelYear.read.query({ areaId, year: year.code })),
        year,
        years: panelYearChoices(today),
        today,
        mayPlan: visit.mayDo('panel-meeting:arrange') && year.end >= today,
        arranged: Number(/^\d{1,2}$/.exec(visit.query('arranged'))?.[0] ?? 0),
      }),
    }
  },
})
