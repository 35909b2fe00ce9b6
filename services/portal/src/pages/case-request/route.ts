import {
  type InformationRequestId,
  Refusal,
  InformationRequestId as RequestIdSchema,
  RequestRecallReason,
} from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { caseReview, caseScreen, openedCase } from '../case-frame/opened-case.ts'
import { requestTitle, requestView } from './view.ts'

/** The case and the request of a path. @throws Refusal `not-found` also for a request of another case */
async function requestOf(visit: PersonVisit) {
  const asked = RequestIdSchema.safeParse(visit.param('requestId'))
  if (!asked.success) throw new Refusal('not-found')
  const found = await openedCase(visit)
  const informationRequestId: InformationRequestId = asked.data
  const read = await caseReview(visit).informationRequest.read.query({
    areaId: visit.areaId,
    informationRequestId,
  })
  if (read.caseId !== found.caseId) throw new Refusal('not-found')
  return { found, read }
}

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
    const { informationRequest } = caseReview(visit)
    const change = {
      areaId: visit.areaId,
      informationRequestId: read.informationRequestId,
      key: form.key,
    }
    if (form.action === 'remind') await informationRequest.remind.mutate(change)
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
