import { CaseId, NotificationId, Refusal } from '@cdop/domain'
import type { PostedForm } from '../../page/posted-form.ts'

/** The record a notification is to be compared with. */
export type Other = { caseId: CaseId } | { notificationId: NotificationId }

/** How a record stands among the choices of the page. */
export const choiceOf = (other: Other): string =>
  'caseId' in other ? `case:${other.caseId}` : `notification:${other.notificationId}`

/** The record that was chosen; null when none was. @throws Refusal `unreadable` for what no page of ours posts */
export function readOther(form: PostedForm): Other | null {
  const chosen = form.text('other')
  if (chosen === '') return null
  const [kind, id] = chosen.split(':')
  const caseId = CaseId.safeParse(id)
  if (kind === 'case' && caseId.success) return { caseId: caseId.data }
  const notificationId = NotificationId.safeParse(id)
  if (kind === 'notification' && notificationId.success) return { notificationId: notificationId.data }
  throw new Refusal('unreadable')
}
