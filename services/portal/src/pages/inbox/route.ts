import type { CaseReviewRouter } from '@cdop/case-review/api'
import { InformationRequestId, Refusal } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import { ServiceUnavailable } from '@cdop/rpc'
import { inboxPage, type PageRoute } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import type { InboxVisit } from '../../page/visit.ts'
import { ownSelfAssessment } from '../inbox-self-assessment/route.ts'
import { inboxLinkRoutes } from './link-route.ts'
import { type AskedForm, inboxTitle, inboxView, leaveInboxTitle, leaveInboxView } from './view.ts'

const section = 'Information requests'

/** What the organisations of the mailbox are asked about themselves; null while that cannot be told. */
async function askedForms(visit: InboxVisit): Promise<readonly AskedForm[] | null> {
  try {
    return (await visit.call<FactorAnalysisRouter>('factor-analysis').selfAssessment.asked.query({})).forms
  } catch (thrown) {
    if (thrown instanceof ServiceUnavailable) return null
    throw thrown
  }
}

/** Everything that is asked of one mailbox. Each request is opened from here without another code. */
const requests = inboxPage('/inbox', {
  async show(visit) {
    const [{ areaName, rows }, forms] = await Promise.all([
      visit.call<CaseReviewRouter>('case-review').inbox.list.query({}),
      askedForms(visit),
    ])
    const { formFields, parts } = visit
    return {
      title: inboxTitle,
      section,
      main: inboxView({ formFields, areaName, rows, forms, today: parts.clock.today() }),
    }
  },
  async post(visit, form) {
    const informationRequestId = InformationRequestId.safeParse(form.text('request'))
    if (!informationRequestId.success) throw new Refusal('unreadable')
    const { inbox } = visit.call<CaseReviewRouter>('case-review')
    const asked = { informationRequestId: informationRequestId.data }
    await visit.startLinkSession(await inbox.open.mutate(asked))
    return new GoTo('/return')
  },
})

const leave = inboxPage('/inbox/leave', {
  show: (visit) => ({
    title: leaveInboxTitle,
    section,
    backLink: '/inbox',
    main: leaveInboxView(visit.formFields),
  }),
  async post(visit) {
    await visit.endInboxSession()
    return new GoTo('/return/left')
  },
})

/** The inbox of a mailbox, and the link that leads to it. */
export const inboxRoutes: readonly PageRoute[] = [...inboxLinkRoutes, requests, leave, ownSelfAssessment]
