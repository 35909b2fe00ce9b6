import type { PersonId } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { displayNames } from '../../user/user-store.ts'
import { notificationIdOf, passFor } from '../notification/route.ts'
import { authorityName } from '../record-notification/authorities.ts'
import { notificationChangesView } from './view.ts'

/** What was changed; of a child who has a case only with case-review's word. */
async function readChanges(visit: PersonVisit) {
  const { notification } = visit.call<IntakeRouter>('intake')
  const asked = { areaId: visit.areaId, notificationId: notificationIdOf(visit) }
  const { caseId: own, mergedInto } = await notification.read.query(asked)
  const caseId = own ?? mergedInto?.caseId ?? null
  const pass = caseId === null ? null : await passFor(visit, caseId)
  return notification.changes.query({ ...asked, ...(pass !== null && { pass }) })
}

/** Each time the answers of a notification were corrected or completed: what they were, what they became, by whom. */
export const notificationChangesPage = personPage('/notifications/:notificationId/changes', {
  permission: 'notification:read',
  async show(visit) {
    const changes = await readChanges(visit)
    const by = changes.flatMap(({ replacedBy }): PersonId[] => (replacedBy === null ? [] : [replacedBy]))
    const [names, areas] = await Promise.all([
      displayNames(visit.parts.database.sql, [...new Set(by)]),
      visit.own.area.list(),
    ])
    return {
      title: 'What was changed',
      section: 'Notifications',
      backLink: `/notifications/${notificationIdOf(visit)}`,
      main: notificationChangesView({
        changes,
        names,
        wordsOf: (linkId, answer) => (linkId === 'local-authority' ? authorityName(areas, answer) : answer),
      }),
    }
  },
})
