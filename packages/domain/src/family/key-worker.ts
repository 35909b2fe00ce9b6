import type { Interval } from '../hold/held-days.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'

/**
 * Whether somebody is a family's key worker on a day: from the first day to the one it ended, which no longer belongs to
 * it. An assignment that ends today has ended.
 */
export function isKeyWorkerOn(day: PlainDate, { from, until }: Interval): boolean {
  return from <= day && (until === null || day < until)
}
