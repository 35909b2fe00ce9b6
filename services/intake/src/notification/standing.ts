import type { Db } from '@cdop/database'
import {
  type Area,
  type AreaId,
  assessScope,
  type NotificationId,
  type NotifyStarts,
  notifyStarts,
  type PlainDate,
  type ScopeAssessment,
} from '@cdop/domain'
import type { ScopeDecisionsMade } from '../residency/scope-decision-store.ts'
import type { ReadAnswers } from './notification-form.ts'

/** What the queue sorts, filters and counts a notification by, without opening it. */
export type Standing = NotifyStarts & {
  /** It is not known yet whether it is for the panel; which authorities the area has now decides nothing of that. */
  scopePending: boolean
  /** Required questions are still to be answered. */
  incomplete: boolean
}

/** Where a notification stands by its answers, its area and what people have decided of it. */
export function standingOf(
  { content, unanswered }: Pick<ReadAnswers, 'content' | 'unanswered'>,
  { receivedOn, area, decisions }: { receivedOn: PlainDate; area: Area; decisions: ScopeDecisionsMade },
): Standing {
  return {
    ...notifyStarts(content, receivedOn),
    scopePending: assessScope(content, area, decisions).outcome === 'pending',
    incomplete: unanswered.length > 0,
  }
}

/** Keeps whether it is still to be found out that a notification is for the panel. */
export async function saveScope(
  tx: Db,
  { areaId, notificationId }: { areaId: AreaId; notificationId: NotificationId },
  { outcome }: ScopeAssessment,
): Promise<void> {
  await tx`
    update intake.notifications set scope_pending = ${outcome === 'pending'}
    where area_id = ${areaId} and id = ${notificationId}
  `
}
