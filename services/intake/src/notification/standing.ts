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
  scope: ScopeAssessment['outcome']
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
    scope: assessScope(content, area, decisions).outcome,
    incomplete: unanswered.length > 0,
  }
}

/** Keeps whether a notification is for the panel, as it is assessed now. */
export async function saveScope(
  tx: Db,
  areaId: AreaId,
  assessed: ReadonlyMap<NotificationId, ScopeAssessment['outcome']>,
): Promise<void> {
  await tx`
    update intake.notifications n set scope_outcome = a.outcome
    from unnest(${[...assessed.keys()]}::uuid[], ${[...assessed.values()]}::text[]) a (id, outcome)
    where n.area_id = ${areaId} and n.id = a.id and n.scope_outcome is distinct from a.outcome
  `
}
