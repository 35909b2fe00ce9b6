import { EscalationStep, Refusal } from '@cdop/domain'
import { type PageRoute, personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import { datePartsOf } from '../../typed-form/typed-date.ts'
import { caseReview, caseScreen } from '../case-frame/opened-case.ts'
import { requestOf } from '../case-request/request-of.ts'
import { readEscalation, typedEscalation } from './form.ts'
import { escalateView, letterView } from './view.ts'

const title = 'Write to the agency’s leaders'

/** What a coordinator does about an agency that goes on not answering. */
const escalatePage = personPage('/cases/:caseId/requests/:requestId/escalate', {
  permission: 'information-request:send',
  async show(visit, again) {
    const { found, read } = await requestOf(visit, { states: ['sent', 'sent-back'] })
    const step = read.next === null ? null : EscalationStep.safeParse(read.next.step).data
    return caseScreen(visit, found, {
      title,
      current: '/requests',
      backLink: `/cases/${found.caseId}/requests/${read.informationRequestId}`,
      main: escalateView({
        hidden: visit.formFields,
        caseId: found.caseId,
        request: read,
        typed: again
          ? typedEscalation(again.form)
          : { step: step ?? '', addressee: '', on: datePartsOf(visit.parts.clock.today()) },
        errors: again?.errors ?? [],
      }),
    })
  },
  async post(visit, form) {
    const { found, read } = await requestOf(visit)
    const { informationRequestId, chasers } = read
    const sentOn = read.askedAgainOn ?? read.sentOn
    const notBefore = [...chasers.map(({ on }) => on), sentOn].sort().at(-1) ?? sentOn
    const typed = readEscalation(typedEscalation(form), { notBefore, today: visit.parts.clock.today() })
    if (!typed.ok) return new Problems(typed.errors)
    const change = { areaId: visit.areaId, informationRequestId, key: form.key, ...typed.value }
    await caseReview(visit).informationRequest.escalate.mutate(change)
    return new GoTo(`/cases/${found.caseId}/requests/${informationRequestId}`)
  },
})

/** A letter to print. */
const letterPage = personPage('/cases/:caseId/requests/:requestId/letter/:step', {
  permission: 'information-request:send',
  async show(visit) {
    const step = EscalationStep.safeParse(visit.param('step'))
    if (!step.success) throw new Refusal('not-found')
    const { found, read } = await requestOf(visit, { states: ['sent', 'sent-back'] })
    return caseScreen(visit, found, {
      title: 'Letter to print',
      current: '/requests',
      backLink: `/cases/${found.caseId}/requests/${read.informationRequestId}/escalate`,
      main: letterView(step.data, {
        request: read,
        reference: found.reference,
        areaName: visit.visitor.area.name,
        today: visit.parts.clock.today(),
      }),
    })
  },
})

export const caseEscalatePages: readonly PageRoute[] = [escalatePage, letterPage]
