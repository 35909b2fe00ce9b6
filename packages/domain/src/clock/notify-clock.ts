import { z } from 'zod'
import type { NotificationContent } from '../notification/notification.ts'
import {
  addDays,
  Instant,
  londonDate,
  londonDayStart,
  londonInstant,
  type PlainDate,
  PlainTime,
} from '../plain-date/plain-date.ts'

const HOUR = 3_600_000

/** What a clock is counted from. Of a day nobody knows the time of, the whole counts in favour of whoever is counted. */
export const NotifyStart = z.enum(['time-of-death', 'day-of-death', 'day-it-was-known'])
export type NotifyStart = z.infer<typeof NotifyStart>

/** When the clocks of a notification begin: the last moment at which each can have begun. */
export type NotifyStarts = {
  /** Of telling the national database: the death. */
  diedBy: Instant
  /** Of notifying the panel: the death, or the day the notifier learned of it where that was a later one. */
  knownBy: Instant
  knownFrom: NotifyStart
}

/**
 * From when the notify clocks of a death run (NOTIFY_CDOP and NOTIFY_NCMD of the domain reference 1.4), by the clocks of
 * England and Wales. A death whose time is not known, or whose date is only estimated, counts from the end of its day; of
 * a time that occurs twice in October the second counts. The day the notifier learned of it is known without a time and
 * counts from its end; no day before the death or after the receipt does.
 */
export function notifyStarts(
  { notifier, death }: Pick<NotificationContent, 'notifier' | 'death'>,
  receivedOn: PlainDate,
): NotifyStarts {
  const { dateOfDeath, dateOfDeathIs, timeOfDeath } = death
  const timed = timeOfDeath !== undefined && dateOfDeathIs !== 'estimated'
  const diedBy = timed
    ? londonInstant(dateOfDeath, PlainTime.parse(timeOfDeath), 'last')
    : londonDayStart(addDays(dateOfDeath, 1))
  const known = notifier.dateOfReferral ?? null
  if (known === null || known <= dateOfDeath || known > receivedOn) {
    return { diedBy, knownBy: diedBy, knownFrom: timed ? 'time-of-death' : 'day-of-death' }
  }
  return { diedBy, knownBy: londonDayStart(addDays(known, 1)), knownFrom: 'day-it-was-known' }
}

/**
 * The first moment at which something done on a day can have been done: when it was written down if that was the same
 * day, and else the beginning of the day.
 */
export function doneFrom(on: PlainDate, recordedAt: Instant): Instant {
  return londonDate(recordedAt) === on ? recordedAt : londonDayStart(on)
}

/** A limit in hours, as real hours pass: a night on which the clocks change is an hour longer or shorter. */
export const NotifyClock = z.strictObject({
  startedAt: Instant,
  dueAt: Instant,
  /** Null while it runs. Never before the clock started. */
  stoppedAt: Instant.nullable(),
  /** It stopped, or still runs, after it was due. At the last moment it is on time. */
  late: z.boolean(),
})
export type NotifyClock = z.infer<typeof NotifyClock>

/** How a limit stands now, or stood when it was met. */
export function notifyClock(
  startedAt: Instant,
  withinHours: number,
  stopped: Instant | null,
  now: Instant,
): NotifyClock {
  const start = Date.parse(startedAt)
  const due = start + withinHours * HOUR
  const stop = stopped === null ? null : Math.max(start, Date.parse(stopped))
  return {
    startedAt,
    dueAt: instantOf(due),
    stoppedAt: stop === null ? null : instantOf(stop),
    late: (stop ?? Date.parse(now)) > due,
  }
}

function instantOf(milliseconds: number): Instant {
  return Instant.parse(new Date(milliseconds).toISOString())
}
