import type { Db } from '@cdop/database'
import type { Actor } from '@cdop/domain'
import { findPlan, type PanelMeetingOf } from '../panel-meeting/meeting-plan-store.ts'
import type { Parts } from '../parts.ts'
import { panelInvitationsOf } from './invitation-store.ts'

/** Has everybody who was invited to a meeting told of it as it is now, once this transaction has committed. */
export async function announceChange(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: Parts },
  of: PanelMeetingOf,
): Promise<void> {
  const personIds = (await panelInvitationsOf(tx, of)).map(({ personId }) => personId)
  if (personIds.length === 0) return
  const plan = await findPlan(tx, of)
  if (plan === null) throw new Error('the meeting that was changed is there')
  const { panelMeetingId } = of
  await parts.publisher.publish(tx, actor, of.areaId, {
    type: 'panel-meeting.announced.v1',
    subject: panelMeetingId,
    payload: { panelMeetingId, sequence: plan.sequence, personIds },
  })
}
