import type { CaseReviewRouter } from '@cdop/case-review/api'
import type { PageRoute } from '../../page/page-route.ts'
import type { Visit } from '../../page/visit.ts'
import { codeDoor } from './code-door.ts'
import { openLinkTitle, openLinkView } from './view.ts'

const links = (visit: Visit) => visit.callAsPortal<CaseReviewRouter>('case-review').link

/** From the link of a request to the one form it is for. */
export const mailedLinkRoutes: readonly PageRoute[] = codeDoor({
  at: '/requests',
  title: openLinkTitle,
  view: openLinkView,
  requestCode: (visit, token) => links(visit).requestCode.mutate({ token }),
  enter: async (visit, entered) => visit.startLinkSession(await links(visit).enter.mutate(entered)),
  leadsTo: '/return',
})
