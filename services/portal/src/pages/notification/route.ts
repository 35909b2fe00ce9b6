import type { CaseReviewRouter } from '@cdop/case-review/api'
import { type CaseId, NotificationId, type NotificationState, Refusal, type RefusalCode } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import { personPage } from '../../page/page-route.ts'
import { GoTo, Problems } from '../../page/screen.ts'
import type { PersonVisit, Visit } from '../../page/visit.ts'
import { authorityName } from '../record-notification/authorities.ts'
import { readDecision } from './form.ts'
import { SAME_CHILD } from './model.ts'
import { shownPlaces } from './shown-places.ts'
import { notificationView } from './view.ts'

/** The notification a path means. @throws Refusal `not-found` when it can be none */
export function notificationIdOf(visit: Pick<Visit, 'param'>): NotificationId {
  const read = NotificationId.safeParse(visit.param('notificationId'))
  if (!read.success) throw new Refusal('not-found')
  return read.data
}

/**
 * Case-review's word that this person may see who the child of a case was; null when there is none to be had.
 * @throws Refusal `not-found` when the case is withheld from them: then nothing that became it is there for them
 */
export async function passFor(visit: PersonVisit, caseId: CaseId): Promise<string | null> {
  const asked = { areaId: visit.areaId, caseId, fieldClasses: ['identity' as const] }
  try {
    return (await visit.call<CaseReviewRouter>('case-review').case.open.query(asked)).pass
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    if (thrown.kind === 'forbidden') return null
    if (thrown.kind !== 'not-found') throw thrown
    const { areaId } = visit
    const withheld = await visit.call<CaseReviewRouter>('case-review').case.withheld.query({ areaId })
    if (withheld.includes(caseId)) throw thrown
    // Accepted a moment ago and not opened yet, or reported in error.
    return null
  }
}

/** The notification; what was notified of a child who has a case only with a pass for it. */
async function readNotification(visit: PersonVisit, notificationId: NotificationId) {
  const { notification } = visit.call<IntakeRouter>('intake')
  const asked = { areaId: visit.areaId, notificationId }
  const found = await notification.read.query(asked)
  const caseId = found.caseId ?? found.mergedInto?.caseId ?? null
  const pass = caseId === null ? null : await passFor(visit, caseId)
  return pass === null ? found : notification.read.query({ ...asked, pass })
}

/** Only records that stand, or wait to be decided, can be of the same child as another. */
const comparable = (state: NotificationState) => state === 'received' || state === 'accepted'

/** The transfer by which a notification left this area; null when it did not, or this person may not know. */
async function leftBy(visit: PersonVisit, notificationId: NotificationId): Promise<string | null> {
  if (!visit.mayDo('transfer:read')) return null
  const { transfer } = visit.call<IntakeRouter>('intake')
  return (await transfer.ofNotification.query({ areaId: visit.areaId, notificationId })).transferId
}

/** The notification, or where it went when it is here no more. */
async function readOrFollow(visit: PersonVisit, notificationId: NotificationId) {
  try {
    return await readNotification(visit, notificationId)
  } catch (thrown) {
    if (!(thrown instanceof Refusal) || thrown.code !== 'not-found') throw thrown
    const transferId = await leftBy(visit, notificationId)
    if (transferId === null) throw thrown
    return new GoTo(`/transfers/${transferId}`)
  }
}

/** Refusals that end with a decision on whether two records are of one child. */
const awaitsReview: readonly RefusalCode[] = ['child-already-known', 'duplicate-undecided']

/** One notification: all of it, whether it is in scope, and the decision. */
export const notificationPage = personPage('/notifications/:notificationId', {
  permission: 'notification:read',
  async show(visit, again) {
    const notificationId = notificationIdOf(visit)
    const [found, areas] = await Promise.all([readOrFollow(visit, notificationId), visit.own.area.list()])
    if (found instanceof GoTo) return found
    return {
      title: 'Notification',
      section: 'Notifications',
      backLink: '/notifications',
      main: notificationView({
        ...found,
        hidden: visit.formFields,
        now: visit.parts.clock.now(),
        mayDecide: visit.mayDo('notification:accept'),
        mayCompare:
          visit.mayDo('duplicate-review:decide') && found.sections.length > 0 && comparable(found.state),
        mayTransfer: visit.mayDo('transfer:request'),
        mayReportInError: visit.mayDo('notification:report-in-error'),
        places: shownPlaces(found, { areas, areaId: visit.areaId, on: visit.parts.clock.today() }),
        errors: again?.errors ?? [],
        authorityName: (code) => authorityName(areas, code),
      }),
    }
  },
  async post(visit, posted) {
    if (!visit.mayDo('notification:accept')) throw new Refusal('forbidden')
    const notificationId = notificationIdOf(visit)
    const { action, version } = readDecision(posted)
    const { notification } = visit.call<IntakeRouter>('intake')
    const decided = { areaId: visit.areaId, notificationId, key: posted.key, version }
    try {
      if (action === 'out-of-scope') await notification.declareOutOfScope.mutate(decided)
      else await notification.accept.mutate(decided)
    } catch (thrown) {
      if (!(thrown instanceof Refusal) || !awaitsReview.includes(thrown.code)) throw thrown
      return new Problems([{ text: thrown.says, href: `#${SAME_CHILD}` }])
    }
    return new GoTo(`/notifications/${notificationId}`)
  },
})
