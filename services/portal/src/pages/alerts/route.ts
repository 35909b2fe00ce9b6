import { type PageRoute, personPage } from '../../page/page-route.ts'
import { alertPage } from '../alert/route.ts'
import { newAlertPage } from '../alert-new/route.ts'
import { factorAnalysis } from '../recommendations/services.ts'
import { alertsTitle, alertsView } from './view.ts'

/** Every urgent alert of the area, what not everybody knows of first. */
const alertsPage = personPage('/alerts', {
  permission: 'urgent-alert:read',
  place: { text: alertsTitle, says: 'Tell of a danger to other children, and see who knows of it.' },
  async show(visit) {
    const { rows } = await factorAnalysis(visit).urgentAlert.list.query({ areaId: visit.areaId })
    return { title: alertsTitle, main: alertsView({ rows, mayRaise: visit.mayDo('urgent-alert:raise') }) }
  },
})

/** The pages of urgent alerts. Of two paths that fit, the first answers. */
export const alertPages: readonly PageRoute[] = [alertsPage, newAlertPage, alertPage]
