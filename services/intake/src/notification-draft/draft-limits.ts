import { type Instant, Instant as InstantSchema } from '@cdop/domain'

/** Hours after which a notification that was begun and not sent is dead. */
export const DRAFT_HOURS = 72
/** Minutes for which whoever sent a notification can still print their own answers, or begin one for a twin. */
export const RECEIPT_MINUTES = 60

/** Notifications one browser may begin in an hour. */
export const MOST_BY_VISITOR = 10
/** Notifications that may be begun in an area in an hour: far above what any area needs, far below a flood. */
export const MOST_IN_AREA = 120

export function minutesAfter(at: Instant, minutes: number): Instant {
  return InstantSchema.parse(new Date(Date.parse(at) + minutes * 60_000).toISOString())
}
