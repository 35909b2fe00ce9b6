import { CaseId, NotificationId } from '@cdop/domain'
import { z } from 'zod'
import { personPage } from '../../page/page-route.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { relatedIn, relatedOf, unseenRelated } from './admitted-related.ts'
import { relatedTitle, relatedView } from './view.ts'

/** What the list may show; anything else in the query is taken for what is still to decide. */
const Shown = z.enum(['proposed', 'confirmed', 'dismissed']).catch('proposed')

/** Whose relations the address asks for, and the way back; null for those of the area. */
function asked(visit: PersonVisit) {
  const caseId = CaseId.safeParse(visit.query('case'))
  if (caseId.success) {
    return { whose: { kind: 'case' as const, caseId: caseId.data }, backLink: `/cases/${caseId.data}` }
  }
  const notificationId = NotificationId.safeParse(visit.query('notification'))
  if (!notificationId.success) return null
  const whose = { kind: 'notification' as const, notificationId: notificationId.data }
  return { whose, backLink: `/notifications/${notificationId.data}` }
}

/** Children who died and may be related: of the area by decision, or of one case or notification. */
export const relatedPage = personPage('/related', {
  permission: 'related:read',
  place: {
    text: 'Related deaths',
    says: 'Children who died and may be siblings, of one household, one incident or one cluster.',
  },
  async show(visit) {
    const one = asked(visit)
    if (one !== null) {
      const rows = await relatedOf(visit, one.whose)
      const main = relatedView({ shown: null, rows, unseen: [] })
      return { title: relatedTitle, backLink: one.backLink, main }
    }
    const shown = Shown.parse(visit.query('show'))
    const rows = await relatedIn(visit, shown)
    const unseen = await unseenRelated(visit)
    return { title: relatedTitle, main: relatedView({ shown, rows, unseen }) }
  },
})
