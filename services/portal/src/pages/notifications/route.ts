import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { choiceOf, queueViews } from './choice.ts'
import { notificationsView } from './view.ts'

/** The queue of notifications of the person's area, without what case-review withholds from this person. */
export const notificationsPage = personPage('/notifications', {
  permission: 'notification:read',
  place: {
    text: 'Notifications',
    says: 'Record deaths you are told of, and decide which become cases.',
    daily: true,
  },
  async show(visit) {
    const choice = choiceOf(visit.url.searchParams)
    const { view, sort, page, filter } = choice
    const { areaId } = visit
    const intake = visit.call<IntakeRouter>('intake')
    const withheld = await visit.call<CaseReviewRouter>('case-review').case.withheld.query({ areaId })
    const queue = () =>
      intake.notification.list.query({
        areaId,
        view,
        sort,
        page,
        filter: {
          waitingFor: [...filter.waiting],
          received: [...filter.received],
          national: [...filter.ncmd],
          doors: [...filter.door],
        },
        withheld,
      })
    const [listed, alerts] = await Promise.all([queue(), intake.response.alerts.query({ areaId, withheld })])
    const main = notificationsView({
      ...listed,
      choice,
      alerts,
      now: visit.parts.clock.now(),
      mayReadYearEnd: visit.mayDo('national-submission:read'),
      mayRecord: visit.mayDo('notification:submit'),
      mayImport: visit.mayDo('notification:import'),
    })
    if (view === 'to-decide') return { title: 'Notifications', main }
    return { title: queueViews[view].text, section: 'Notifications', main }
  },
})
