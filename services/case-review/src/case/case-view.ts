import type { Db } from '@cdop/database'
import type { CaseState } from '@cdop/domain'
import { z } from 'zod'

/** The worklists a coordinator keeps. */
export const CaseView = z.enum([
  'all',
  'mine',
  'unassigned',
  'to-move',
  'waiting',
  'unconfirmed-holds',
  'caveats-to-review',
  'gathering',
  'awaiting-agencies',
  'overdue',
  'not-told',
  'ready-for-panel',
  'listed',
  'reviewed',
  'closed',
])
export type CaseView = z.infer<typeof CaseView>

type ByState = 'gathering' | 'ready-for-panel' | 'listed' | 'reviewed' | 'closed'
const statesOf: Record<ByState, readonly CaseState[]> = {
  gathering: ['gathering', 'deferred', 'reopened'],
  'ready-for-panel': ['review-meeting-held', 'review-meeting-not-held'],
  listed: ['listed'],
  reviewed: ['reviewed', 'submitted'],
  closed: ['closed'],
}

/** Until it is closed somebody has to do something about a case. */
const open: readonly CaseState[] = [
  'gathering',
  'review-meeting-held',
  'review-meeting-not-held',
  'deferred',
  'reopened',
  'listed',
  'reviewed',
  'submitted',
]

/**
 * What waits for others today: there is a day until which it does, and nothing that is the office's own to do first. On a
 * day after that it can be moved: somebody is to be chased or asked.
 */
const waits = (tx: Db, today: string) =>
  tx`(coalesce(c.waits_until >= ${today}, false) and c.not_told = 0 and c.confirmed_at is not null)`

/** The condition on `cases c` that makes a case part of a view. */
export function inView(
  tx: Db,
  view: CaseView | 'open',
  { personId, today }: { personId: string; today: string },
) {
  if (view === 'all') return tx`true`
  if (view === 'open') return tx`c.state = any (${[...open]})`
  if (view === 'mine') return tx`(c.coordinator_id = ${personId} and c.state = any (${[...open]}))`
  if (view === 'unassigned') return tx`(c.coordinator_id is null and c.state = any (${[...open]}))`
  if (view === 'to-move') return tx`(c.state = any (${[...open]}) and not ${waits(tx, today)})`
  if (view === 'waiting') return tx`(c.state = any (${[...open]}) and ${waits(tx, today)})`
  if (view === 'unconfirmed-holds') return tx`c.hold_check_on < ${today}`
  if (view === 'caveats-to-review') return tx`c.caveat_review_on <= ${today}`
  if (view === 'awaiting-agencies') return tx`c.awaited > 0`
  if (view === 'overdue') return tx`c.next_due_on < ${today}`
  if (view === 'not-told') return tx`c.not_told > 0 and c.state <> 'closed'`
  return tx`c.state = any (${[...statesOf[view]]})`
}
