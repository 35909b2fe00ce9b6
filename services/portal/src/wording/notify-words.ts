import {
  daysBetween,
  type Instant,
  londonDayEnding,
  type NotifyClock,
  type NotifyStart,
  type PlainDate,
} from '@cdop/domain'
import { writtenCount } from './written-count.ts'
import { writtenDate } from './written-date.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A span in whole hours, from two days on in whole days. */
function spanWords(milliseconds: number): string {
  if (milliseconds < HOUR) return 'less than 1 hour'
  if (milliseconds < 2 * DAY) return writtenCount(Math.floor(milliseconds / HOUR), 'hour')
  return writtenCount(Math.floor(milliseconds / DAY), 'day')
}

function between(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from)
}

/** How late something was or is: "2 days late"; null when it is on time. */
function lateWords({ dueAt, stoppedAt, late }: NotifyClock, now: Instant): string | null {
  return late ? `${spanWords(between(dueAt, stoppedAt ?? now))} late` : null
}

/** How soon a notification came. */
export type Receipt = {
  readonly knownFrom: NotifyStart
  readonly clock: NotifyClock
  readonly diedOn: PlainDate
  readonly receivedOn: PlainDate
}

/** How long after the death a notification came: "Received 31 hours after death". */
export function receiptWords({ knownFrom, clock, diedOn, receivedOn }: Receipt): string {
  if (knownFrom === 'time-of-death') {
    const took = between(clock.startedAt, clock.stoppedAt ?? clock.startedAt)
    return `Received ${spanWords(took)} after death`
  }
  if (knownFrom === 'day-of-death') return `Received ${daysWords(diedOn, receivedOn, 'of death', 'death')}`
  const knownOn = londonDayEnding(clock.startedAt)
  return `Received ${daysWords(knownOn, receivedOn, 'it became known', 'it became known')}`
}

function daysWords(from: PlainDate, to: PlainDate, onTheDay: string, after: string): string {
  const days = daysBetween(from, to)
  if (days <= 0) return `on the day ${onTheDay}`
  return days === 1 ? `the day after ${after}` : `${writtenCount(days, 'day')} after ${after}`
}

/** Whether a notification came in time: "On time", or "2 days late". */
export function inTimeWords(clock: NotifyClock, now: Instant): string {
  return lateWords(clock, now) ?? 'On time'
}

/** How telling the national database stands: "NCMD due in 5 hours", "NCMD 2 days late", "NCMD told on 3 March 2026". */
export function nationalWords(clock: NotifyClock, toldOn: PlainDate | null, now: Instant): string {
  const late = lateWords(clock, now)
  if (toldOn !== null) return `NCMD told on ${writtenDate(toldOn)}${late === null ? '' : `, ${late}`}`
  return late === null ? `NCMD due in ${spanWords(between(now, clock.dueAt))}` : `NCMD ${late}`
}
