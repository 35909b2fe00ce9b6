import { InformationRequestId, Refusal } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { requestView } from './view.ts'

/** The form an agency returned. */
export const caseRequestPage = personPage('/cases/:caseId/requests/:requestId', {
  permission: 'information-request:read',
  async show(visit) {
    const asked = InformationRequestId.safeParse(visit.param('requestId'))
    if (!asked.success) throw new Refusal('not-found')
    const found = await openedCase(visit)
    const read = await caseReview(visit).informationRequest.read.query({
      areaId: visit.areaId,
      informationRequestId: asked.data,
    })
    if (read.caseId !== found.caseId) throw new Refusal('not-found')
    return caseScreen(visit, found, {
      title: 'Returned form',
      current: '/requests',
      backLink: `/cases/${found.caseId}/requests`,
      main: requestView({ ...read, today: visit.parts.clock.today() }),
    })
  },
})
