import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import { type Actor, type AreaId, PanelMeetingId, type PersonId } from '@cdop/domain'
import { areaCipher } from '../area/area-cipher.ts'
import { callOff } from '../panel-meeting/call-off.ts'
import { findPlan, hasDecided, type MeetingPlan, savePlan } from '../panel-meeting/meeting-plan-store.ts'
import { moveMeeting } from '../panel-meeting/move-meeting.ts'
import { insertMeeting } from '../panel-meeting/panel-meeting-store.ts'
import type { Parts } from '../parts.ts'
import { tellSeats } from './guest-store.ts'
import { bindMeeting, type Regional, type RegionalWords } from './regional-store.ts'

type Acting = { actor: Actor; parts: Parts }

const kind = 'themed-regional'

/** An area that takes part gets a panel meeting of its own, at the time of all. */
export async function beginOwnMeeting(
  tx: Db,
  { actor, parts }: Acting,
  { areaId, by, regional }: { areaId: AreaId; by: PersonId; regional: Regional },
  { place }: RegionalWords,
): Promise<void> {
  const { regionalMeetingId, heldOn, startsAt, endsAt } = regional
  const panelMeetingId = PanelMeetingId.parse(randomUUID())
  await insertMeeting(tx, areaId, { panelMeetingId, kind, heldOn, by, at: parts.clock.now() })
  const of = { areaId, panelMeetingId }
  await savePlan(tx, await areaCipher(tx, parts.keys, areaId), of, { kind, heldOn, startsAt, endsAt, place })
  await bindMeeting(tx, { areaId, regionalMeetingId }, panelMeetingId)
  await tellSeats(tx, { actor, parts }, areaId, panelMeetingId)
  await parts.audit.record(tx, actor, areaId, {
    action: 'panel-meeting.arrange',
    object: { kind: 'panel-meeting', id: panelMeetingId },
  })
}

/** The area's own meeting, locked, while it can still be held otherwise; null when there is none, or none any more. */
async function ownPlan(tx: Db, areaId: AreaId, { panelMeetingId }: Regional): Promise<MeetingPlan | null> {
  if (panelMeetingId === null) return null
  const plan = await findPlan(tx, { areaId, panelMeetingId }, 'update')
  return plan === null || plan.cancelledAt !== null ? null : plan
}

/**
 * The host has planned it anew: the area's own meeting goes along, unless its panel has decided something already, which
 * then stays as it was.
 */
export async function moveOwnMeeting(
  tx: Db,
  acting: Acting,
  { areaId, regional }: { areaId: AreaId; regional: Regional },
  { place }: RegionalWords,
): Promise<void> {
  const plan = await ownPlan(tx, areaId, regional)
  if (plan === null || (await hasDecided(tx, { areaId, panelMeetingId: plan.panelMeetingId }))) return
  const { heldOn, startsAt, endsAt } = regional
  await moveMeeting(tx, acting, plan, { areaId, kind, heldOn, startsAt, endsAt, place })
  await tellSeats(tx, acting, areaId, plan.panelMeetingId)
}

/** It is called off: so is the area's own meeting, unless its panel has decided something already. */
export async function callOffOwnMeeting(
  tx: Db,
  acting: Acting,
  { areaId, regional }: { areaId: AreaId; regional: Regional },
): Promise<void> {
  const { cancelReason: reason, cancelledBy: by } = regional
  const plan = await ownPlan(tx, areaId, regional)
  if (plan === null || reason === null || by === null) return
  const of = { areaId, panelMeetingId: plan.panelMeetingId }
  if (await hasDecided(tx, of)) return
  await callOff(tx, acting, plan, { areaId, reason, by })
  await tellSeats(tx, acting, areaId, plan.panelMeetingId)
}

/**
 * The area does not take part any more: its own meeting is called off.
 * @throws Refusal `panel-meeting-decided`
 */
export async function leaveOwnMeeting(
  tx: Db,
  acting: Acting,
  { areaId, by, regional }: { areaId: AreaId; by: PersonId; regional: Regional },
): Promise<void> {
  const { regionalMeetingId } = regional
  const plan = await ownPlan(tx, areaId, regional)
  if (plan !== null) {
    await callOff(tx, acting, plan, { areaId, reason: 'members-away', by })
    await tellSeats(tx, acting, areaId, plan.panelMeetingId)
  }
  await bindMeeting(tx, { areaId, regionalMeetingId }, null)
}
