import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { PageRoute } from '../../page/page-route.ts'
import type { Visit } from '../../page/visit.ts'
import { codeDoor } from '../mailed-link/code-door.ts'
import { openInboxTitle, openInboxView } from './view.ts'

const inboxes = (visit: Visit) => visit.callAsPortal<CaseReviewRouter>('case-review').inbox

/** From the link of an inbox to everything asked of its mailbox. */
export const inboxLinkRoutes: readonly PageRoute[] = codeDoor({
  at: '/inbox-link',
  title: openInboxTitle,
  view: openInboxView,
  requestCode: (visit, token) => inboxes(visit).requestCode.mutate({ token }),
  enter: async (visit, entered) => visit.startInboxSession(await inboxes(visit).enter.mutate(entered)),
  leadsTo: '/inbox',
})
