import { z } from 'zod'
import type { AreaId } from '../id/id.ts'
import { addDays, type PlainDate } from '../plain-date/plain-date.ts'

/**
 * What an area said to a regional themed meeting (domain reference 5): several areas meet once on a topic too rare in one of
 * them, and each keeps its own cases. The area that arranges it has accepted from the beginning.
 */
export const RegionalAnswer = z.enum(['asked', 'accepted', 'declined'])
export type RegionalAnswer = z.infer<typeof RegionalAnswer>

/** What somebody of another area comes as: to speak for their agency, or to lead the panel there. */
export const SeatAs = z.enum(['member', 'chair'])
export type SeatAs = z.infer<typeof SeatAs>

/** Who is told of a regional meeting besides the area that arranges it: no fewer make it regional. */
export const MOST_AREAS_ASKED = 20

/** How many people an area may send to the panels of the others. */
export const MOST_GUESTS_SENT = 30

/**
 * Days after the meeting on which a seat in another area still opens what it opened, for an analysis that is finished then.
 * This product's own choice: no national text says.
 */
export const SEAT_DAYS_AFTER = 14

/** The last day on which a seat at a meeting of another area opens anything. */
export function seatUntil(heldOn: PlainDate): PlainDate {
  return addDays(heldOn, SEAT_DAYS_AFTER)
}

/**
 * Which of the answers an area may give now: it may change its mind until its panel has decided something, which only the
 * area itself knows. The host arranges and calls off; it answers nothing.
 */
export function mayAnswer(
  regional: { readonly hostAreaId: AreaId; readonly cancelled: boolean },
  areaId: AreaId,
  answers: { readonly from: RegionalAnswer; readonly to: Exclude<RegionalAnswer, 'asked'> },
): boolean {
  return areaId !== regional.hostAreaId && !regional.cancelled && answers.from !== answers.to
}

/** As what an area may send somebody: only the one that arranges the meeting sends a chair. */
export function maySend(hostAreaId: AreaId, homeAreaId: AreaId, seat: SeatAs): boolean {
  return seat === 'member' || homeAreaId === hostAreaId
}
