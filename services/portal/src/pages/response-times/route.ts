import type { CaseReviewRouter } from '@cdop/case-review/api'
import { personPage } from '../../page/page-route.ts'
import { responseTimesTitle, responseTimesView } from './view.ts'

/** How the agencies of an area answer what they are asked. */
export const responseTimesPage = personPage('/response-times', {
  permission: 'information-request:read',
  async show(visit) {
    const { areaId } = visit
    const { responseTime } = visit.call<CaseReviewRouter>('case-review')
    return {
      title: responseTimesTitle,
      section: 'Organisations',
      backLink: '/organisations',
      main: responseTimesView(await responseTime.read.query({ areaId })),
    }
  },
})
