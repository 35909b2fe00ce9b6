import type { Db } from '@cdop/database'
import type { CaseState } from '@cdop/domain'
import { z } from 'zod'

/** The worklists a coordinator keeps. */
export const CaseView = z.enum([
  'all',
  'gathering',
  'overdue',
  'not-told',
  'ready-for-panel',
  'listed',
  'reviewed',
  'closed',
])
export type CaseView = z.infer<typeof CaseView>

const statesOf: Record<Exclude<CaseView, 'all' | 'overdue' | 'not-told'>, readonly CaseState[]> = {
  gathering: ['gathering', 'deferred'],
  'ready-for-panel': ['review-meeting-held', 'review-meeting-not-held'],
  listed: ['listed'],
  reviewed: ['reviewed', 'submitted'],
  closed: ['closed'],
}

/** The condition on `cases c` that makes a case part of a view. */
export function inView(tx: Db, view: CaseView, today: string) {
  if (view === 'all') return tx`true`
  if (view === 'overdue') return tx`c.next_due_on < ${today}`
  if (view === 'not-told') return tx`c.not_told > 0 and c.state <> 'closed'`
  return tx`c.state = any (${[...statesOf[view]]})`
}
