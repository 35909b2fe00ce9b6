import { z } from 'zod'
import type { PlainDate, PlainTime } from '../plain-date/plain-date.ts'
import type { PanelMeetingKind } from './panel-meeting-kind.ts'

/** How long a panel speaks about one case, in minutes. */
export const AgendaMinutes = z.int().min(1).max(480)

/** What a case is given where nobody gave it minutes of its own and the area set none. This product's own rule: no national text says. */
export const usualMinutes: Readonly<Record<PanelMeetingKind, number>> = {
  standard: 40,
  neonatal: 25,
  'themed-local': 40,
  'themed-regional': 40,
}

/** Where a case goes on its agenda: before the one above it, or behind the one below it. */
export const AgendaMove = z.enum(['up', 'down'])
export type AgendaMove = z.infer<typeof AgendaMove>

/**
 * An agenda after one item went a place up or down among those somebody sees. What they do not see stays where it is towards
 * its neighbours as far as that can be; at the end of what they see nothing moves.
 */
export function movedOnAgenda<Id>(
  order: readonly Id[],
  seen: ReadonlySet<Id>,
  item: Id,
  move: AgendaMove,
): Id[] {
  const shown = order.filter((one) => seen.has(one))
  const at = shown.indexOf(item)
  const neighbour = at < 0 ? undefined : shown[move === 'up' ? at - 1 : at + 1]
  if (neighbour === undefined) return [...order]
  const rest = order.filter((one) => one !== item)
  rest.splice(rest.indexOf(neighbour) + (move === 'up' ? 0 : 1), 0, item)
  return rest
}

function minuteOfDay(time: PlainTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** How long a meeting is, in minutes. */
export function lengthOfMeeting({ startsAt, endsAt }: { startsAt: PlainTime; endsAt: PlainTime }): number {
  return minuteOfDay(endsAt) - minuteOfDay(startsAt)
}

/** Why a meeting is called off. */
export const CancelMeetingReason = z.enum([
  'not-quorate',
  'no-chair',
  'no-cases-ready',
  'members-away',
  'place-not-to-be-had',
  'arranged-by-mistake',
])
export type CancelMeetingReason = z.infer<typeof CancelMeetingReason>

/** How far a meeting is: planned, with cases on its agenda, held, or called off. */
export const MeetingStage = z.enum(['planned', 'agenda-set', 'held', 'cancelled'])
export type MeetingStage = z.infer<typeof MeetingStage>

export function stageOfMeeting(
  meeting: { heldOn: PlainDate; cancelled: boolean; attended: boolean; cases: number },
  today: PlainDate,
): MeetingStage {
  if (meeting.cancelled) return 'cancelled'
  if (meeting.attended || meeting.heldOn < today) return 'held'
  return meeting.cases > 0 ? 'agenda-set' : 'planned'
}
