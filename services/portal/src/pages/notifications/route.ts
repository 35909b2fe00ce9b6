import { NotificationState } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import { pageOf } from '../../paging/page-links.ts'
import { notificationsView } from './view.ts'

/** What to show first is what is still to decide; anything else in the query is ignored. */
const Choice = z.enum([...NotificationState.options, 'all']).catch('received')

/** The notifications of the person's area. */
export const notificationsPage = personPage('/notifications', {
  permission: 'notification:read',
  place: { text: 'Notifications', says: 'Record deaths you are told of, and decide which become cases.' },
  async show(visit) {
    const choice = Choice.parse(visit.query('state'))
    const page = pageOf(visit.query('page'))
    const intake = visit.call<IntakeRouter>('intake')
    const { areaId } = visit
    const [{ rows, total }, alerts] = await Promise.all([
      intake.notification.list.query({ areaId, page, ...(choice !== 'all' && { state: choice }) }),
      intake.response.alerts.query({ areaId }),
    ])
    const main = notificationsView({
      choice,
      rows,
      total,
      page,
      alerts,
      mayRecord: visit.mayDo('notification:submit'),
      mayImport: visit.mayDo('notification:import'),
    })
    return { title: 'Notifications', main }
  },
})
