import { Refusal } from '@cdop/domain'
import { copyResponse } from '../../form-copy/copy-response.ts'
import { askedCopy, formCopy } from '../../form-copy/form-copy.ts'
import { personPage } from '../../page/page-route.ts'
import { caseReview } from '../case-frame/opened-case.ts'
import { requestOf, versionAsked } from '../case-request/request-of.ts'

/** A form an agency returned, to be kept outside. */
export const caseRequestCopyPage = personPage('/cases/:caseId/requests/:requestId/copies/:form/:as', {
  permission: 'information-request:read',
  async show(visit) {
    const asked = askedCopy(visit.param)
    const { read } = await requestOf(visit)
    if (read.entry === null) throw new Refusal('not-found')
    const sent = await caseReview(visit).returnedForm.copy.query({
      areaId: visit.areaId,
      informationRequestId: read.informationRequestId,
      ...versionAsked(visit),
      ...asked,
    })
    return copyResponse(formCopy(sent), asked.as, visit.parts.clock.now())
  },
})
