import type { Instant, PlainDate } from '../plain-date/plain-date.ts'

/** Business time, injected wherever it is needed: never the machine's clock, never SQL `now()`. */
export interface Clock {
  now(): Instant
  /** The civil date in England and Wales. */
  today(): PlainDate
}
