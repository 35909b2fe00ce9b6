import { Refusal, RequestRecallReason } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseReview, caseScreen } from '../case-frame/opened-case.ts'
import { requestOf } from './request-of.ts'
import { requestTitle, requestView } from './view.ts'

/** What one agency was asked: the form it returned, or a reminder and a recall while it has not. */
export const caseRequestPage = personPage('/cases/:caseId/requests/:requestId', {
  permission: 'information-request:read',
  async show(visit, again) {
    const { found, read } = await requestOf(visit)
    return caseScreen(visit, found, {
      title: requestTitle(read.state),
      current: '/requests',
      backLink: `/cases/${found.caseId}/requests`,
      main: requestView({
        ...read,
        caseId: found.caseId,
        hidden: visit.formFields,
        today: visit.parts.clock.today(),
        maySend: visit.mayDo('information-request:send'),
        typed: { reason: again?.form.text('reason') ?? '' },
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    if (!visit.mayDo('information-request:send')) throw new Refusal('forbidden')
    const { found, read } = await requestOf(visit)
    const { informationRequest, gap } = caseReview(visit)
    const change = {
      areaId: visit.areaId,
      informationRequestId: read.informationRequestId,
      key: form.key,
    }
    if (form.action === 'remind') await informationRequest.remind.mutate(change)
    else if (form.action === 'see-late-answer') await gap.seeLateAnswer.mutate(change)
    else {
      const reason = RequestRecallReason.safeParse(form.text('reason'))
      if (!reason.success) {
        return new Problems([{ text: 'Select why the request is recalled', href: '#reason' }])
      }
      await informationRequest.recall.mutate({ ...change, reason: reason.data })
    }
    return new GoTo(`/cases/${found.caseId}/requests`)
  },
})
