import type { Db } from '@cdop/database'
import { type Actor, type Instant, itemsInTheWay, Refusal } from '@cdop/domain'
import type { ServiceParts } from '@cdop/service'
import { enterRoom } from './live-room.ts'
import { type CaseAtMeeting, closeLiveSession, type LivePlace, openSessionOf } from './live-session-store.ts'

/** The open live panel an agreement closes, and as what. */
export type ClosingPanel = { place: LivePlace; as: 'agreed' | 'ended' }

/**
 * The live panel that agreeing the whole closes: the agreement is its last act. One left open at a meeting that does not
 * decide any more just ends. Null when none is open.
 * @throws Refusal `live-items-not-agreed` naming the items that must be answered and are not agreed
 */
export async function livePanelToClose(
  tx: Db,
  parts: ServiceParts,
  at: CaseAtMeeting,
): Promise<ClosingPanel | null> {
  const open = await openSessionOf(tx, at.areaId, at.caseId)
  if (open === null) return null
  const place = { ...at, panelMeetingId: open.panelMeetingId, revision: open.revision }
  if (open.panelMeetingId !== at.panelMeetingId) return { place, as: 'ended' }
  const { items } = await enterRoom(tx, parts, at)
  const inTheWay = itemsInTheWay(items)
  if (inTheWay.length > 0) throw new Refusal('live-items-not-agreed', inTheWay)
  return { place, as: 'agreed' }
}

/** Closes it once the whole is agreed. */
export async function closeAgreed(
  tx: Db,
  actor: Actor,
  closing: ClosingPanel | null,
  at: Instant,
): Promise<void> {
  if (closing === null) return
  if (actor.kind !== 'person') throw new Error('a panel is led by a person')
  await closeLiveSession(tx, closing.place, { as: closing.as, by: actor.personId, at })
}
