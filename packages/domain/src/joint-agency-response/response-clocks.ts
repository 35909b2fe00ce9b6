import type { AreaSettings } from '../area/area-settings.ts'
import { bankHolidays } from '../clock/bank-holidays.ts'
import { addWorkingDays } from '../clock/working-day.ts'
import { Instant, londonDate, type PlainDate } from '../plain-date/plain-date.ts'
import type { ResponseMeetingKind, ResponseMeetingState } from './response-meeting.ts'

/** How one limit of a response stands. */
export type ResponseClockState = 'open' | 'overdue' | 'done-in-time' | 'done-late' | 'not-held'

/** The visit is due at a moment, the planning meeting by the end of a day. */
export type ResponseClock =
  | { kind: 'scene-visit'; dueAt: Instant; state: ResponseClockState }
  | { kind: 'initial-planning'; dueOn: PlainDate; state: ResponseClockState }

/** A meeting or visit as far as the limits ask of it. */
export type TimedMeeting = {
  kind: ResponseMeetingKind
  state: ResponseMeetingState
  /** When it began, or is to begin; null of one that was not held and never arranged. */
  startsAt: Instant | null
}

const MILLISECONDS_AN_HOUR = 3_600_000

/** Hours of real time, whatever the clocks on the wall do meanwhile. */
function hoursAfter(at: Instant, hours: number): Instant {
  return Instant.parse(new Date(Date.parse(at) + hours * MILLISECONDS_AN_HOUR).toISOString())
}

function stands(
  meetings: readonly TimedMeeting[],
  kind: ResponseMeetingKind,
  { inTime, over }: { inTime: (at: Instant) => boolean; over: boolean },
): ResponseClockState {
  const ofKind = meetings.filter((meeting) => meeting.kind === kind)
  const held = ofKind.flatMap(({ state, startsAt }) =>
    state === 'held' && startsAt !== null ? startsAt : [],
  )
  if (held.length > 0) return held.some(inTime) ? 'done-in-time' : 'done-late'
  // One that is arranged again after another fell through is still to be held.
  if (ofKind.some(({ state }) => state === 'not-held') && !ofKind.some(({ state }) => state === 'arranged')) {
    return 'not-held'
  }
  return over ? 'overdue' : 'open'
}

/**
 * The two limits of a response, from the moment it was decided to begin: the visit within hours of real time, the
 * planning meeting by the end of the working day counted after the day it began (domain reference 1.3, step 3).
 */
export function responseClocks(
  startedAt: Instant,
  limits: Pick<AreaSettings, 'sceneVisitWithinHours' | 'planWithinWorkingDays'>,
  meetings: readonly TimedMeeting[],
  now: Instant,
): readonly ResponseClock[] {
  const dueAt = hoursAfter(startedAt, limits.sceneVisitWithinHours)
  const dueOn = addWorkingDays(londonDate(startedAt), limits.planWithinWorkingDays, bankHolidays)
  return [
    {
      kind: 'initial-planning',
      dueOn,
      state: stands(meetings, 'initial-planning', {
        inTime: (at) => londonDate(at) <= dueOn,
        over: londonDate(now) > dueOn,
      }),
    },
    {
      kind: 'scene-visit',
      dueAt,
      state: stands(meetings, 'scene-visit', { inTime: (at) => at <= dueAt, over: now > dueAt }),
    },
  ]
}
