import { mayGather, Refusal, RequestRecallReason } from '@cdop/domain'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { caseReview, caseScreen } from '../case-frame/opened-case.ts'
import { addressees } from '../case-requests/addressees.ts'
import { readRedirect, Seen, typedOf } from './form.ts'
import { missingWords } from './missing-words.ts'
import { requestOf } from './request-of.ts'
import { requestTitle, requestView } from './view.ts'

/** What one agency was asked: the form it returned, or a reminder and a recall while it has not. */
export const caseRequestPage = personPage('/cases/:caseId/requests/:requestId', {
  permission: 'information-request:read',
  async show(visit, again) {
    const { found, read } = await requestOf(visit)
    const maySend = visit.mayDo('information-request:send')
    const today = visit.parts.clock.today()
    const directory =
      maySend && read.state === 'sent'
        ? await caseReview(visit).organisation.list.query({ areaId: visit.areaId })
        : { rows: [], contacts: [] }
    return caseScreen(visit, found, {
      title: requestTitle(read.state),
      current: '/requests',
      backLink: `/cases/${found.caseId}/requests`,
      main: requestView({
        ...read,
        caseId: found.caseId,
        hidden: visit.formFields,
        today,
        maySend,
        mayCaveat: visit.mayDo('caveat:record'),
        missingWords: missingWords(read),
        mayGather: mayGather(found.state),
        addressees: addressees(directory, today),
        typed: typedOf(again?.form),
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    if (!visit.mayDo('information-request:send')) throw new Refusal('forbidden')
    const { found, read } = await requestOf(visit)
    const { informationRequest, gap, returnedForm } = caseReview(visit)
    const change = {
      areaId: visit.areaId,
      informationRequestId: read.informationRequestId,
      key: form.key,
    }
    if (form.action === 'accept') {
      const seen = Seen.safeParse({ entry: form.text('_entry'), seen: form.text('_seen') })
      if (!seen.success) throw new Refusal('unreadable')
      await returnedForm.accept.mutate({ ...change, ...seen.data })
    } else if (form.action === 'remind') await informationRequest.remind.mutate(change)
    else if (form.action === 'see-late-answer') await gap.seeLateAnswer.mutate(change)
    else if (form.action === 'resend') await informationRequest.resend.mutate(change)
    else if (form.action === 'redirect') {
      const to = readRedirect(form)
      if (!to.ok) return new Problems(to.errors)
      await informationRequest.redirect.mutate({ ...change, ...to.value })
    } else {
      const reason = RequestRecallReason.safeParse(form.text('reason'))
      if (!reason.success) {
        return new Problems([{ text: 'Select why the request is recalled', href: '#reason' }])
      }
      await informationRequest.recall.mutate({ ...change, reason: reason.data })
    }
    return new GoTo(`/cases/${found.caseId}/requests`)
  },
})
