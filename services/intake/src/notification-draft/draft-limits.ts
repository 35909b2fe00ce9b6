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

/** Links mailed to one address in a day at most, whatever drafts they are for: no mailbox is flooded. */
export const MAILS_A_DAY = 10
/** Minutes a code can be used. */
export const CODE_MINUTES = 10
/** Wrong entries before a code is worthless. */
export const CODE_TRIES = 5
/** Codes mailed for one draft in a day at most: with 5 tries each, 1 chance in 20,000 to guess one. */
export const CODES_A_DAY = 10
/** Milliseconds within which the same entry is a second click and not a second use. */
export const SECOND_CLICK_MS = 30_000
