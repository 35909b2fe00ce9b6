import type { Db } from '@cdop/database'
import { type Actor, type AreaId, laterOf, Refusal, staysAsInvited } from '@cdop/domain'
import { areaCipher } from '../area/area-cipher.ts'
import { findCase, setNextClock } from '../case/case-store.ts'
import { announceChange } from '../panel-invitation/announce-change.ts'
import { isInvitedTo } from '../panel-invitation/invitation-store.ts'
import type { Parts } from '../parts.ts'
import {
  casesWaitingFor,
  hasDecided,
  type MeetingPlan,
  placeOfPanel,
  savePlan,
} from './meeting-plan-store.ts'

/** When, where and as what a panel is to meet from now on. */
type Moved = Pick<MeetingPlan, 'kind' | 'heldOn' | 'startsAt' | 'endsAt'> & {
  areaId: AreaId
  place: string | null
}

/**
 * Moves a meeting that is locked, with its cases and their clocks, and has whoever was invited told, unless its day is over; one
 * that is saved as it was stays as it was. Audited.
 * @throws Refusal `panel-meeting-decided` when it is another day or kind and something was decided; `dates-out-of-order` on a
 * day before a child of its agenda died; `meeting-without-times` where somebody was invited
 */
export async function moveMeeting(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: Parts },
  plan: MeetingPlan,
  { areaId, place, ...moved }: Moved,
): Promise<void> {
  const { panelMeetingId } = plan
  const of = { areaId, panelMeetingId }
  const cases = await casesWaitingFor(tx, of)
  const another = plan.kind !== moved.kind || plan.heldOn !== moved.heldOn
  if (another && (await hasDecided(tx, of))) throw new Refusal('panel-meeting-decided')
  for (const caseId of cases) {
    const found = await findCase(tx, areaId, caseId)
    if (found !== null && moved.heldOn < found.diedOn) throw new Refusal('dates-out-of-order', ['heldOn'])
  }
  if (moved.startsAt === null && (await isInvitedTo(tx, of))) throw new Refusal('meeting-without-times')
  const cipher = await areaCipher(tx, parts.keys, areaId)
  const changed = { ...moved, place }
  if (staysAsInvited({ ...plan, place: await placeOfPanel(tx, cipher, of) }, changed)) return
  await savePlan(tx, cipher, of, changed)
  if (laterOf(plan.heldOn, moved.heldOn) >= parts.clock.today()) {
    await announceChange(tx, { actor, parts }, of)
  }
  for (const caseId of cases) await setNextClock(tx, areaId, caseId)
  await parts.audit.record(tx, actor, areaId, {
    action: 'panel-meeting.change',
    object: { kind: 'panel-meeting', id: panelMeetingId },
  })
}
