import type { Db } from '@cdop/database'
import { Refusal } from '@cdop/domain'
import { findPlan, type MeetingPlan, type PanelMeetingOf } from './meeting-plan-store.ts'

/**
 * A meeting somebody is about to change, locked.
 * @throws Refusal `not-found`; `meeting-over` once it was called off; `stale` when somebody changed it since
 */
export async function planToChange(
  tx: Db,
  { areaId, panelMeetingId, version }: PanelMeetingOf & { version: number },
): Promise<MeetingPlan> {
  const plan = await findPlan(tx, { areaId, panelMeetingId }, 'update')
  if (plan === null) throw new Refusal('not-found')
  if (plan.cancelledAt !== null) throw new Refusal('meeting-over')
  if (plan.version !== version) throw new Refusal('stale')
  return plan
}
