import type { PlainDate } from '../plain-date/plain-date.ts'
import { Refusal } from '../refusal/refusal.ts'

/** The first day whose reviews the National Child Mortality Database collects (domain reference 2.1). */
export const NATIONAL_DATABASE_SINCE = '2019-04-01'

/**
 * True when a case may ever be sent to the national database. One the panel reviewed before it began never is, whatever
 * happens to it later, a review that is reopened included; the database holds the same rule on the case.
 */
export function mayGoToNationalDatabase({
  reviewedOn,
  firstReviewedOn = null,
}: {
  reviewedOn: PlainDate | null
  firstReviewedOn?: PlainDate | null
}): boolean {
  const first = firstReviewedOn ?? reviewedOn
  return first === null || first >= NATIONAL_DATABASE_SINCE
}

/**
 * A case is closed with the day the national database had its forms, or, where it is never told, without one: that the
 * panel reviewed it before it began is worked out and typed by nobody. The database holds the same rule.
 * @throws Refusal `not-for-national-database` when a day is said of a case that never goes there; `national-day-missing`
 * when none is said of one that does
 */
export function requireClosing(
  found: { reviewedOn: PlainDate | null; firstReviewedOn: PlainDate | null },
  nationalSubmissionOn: PlainDate | null,
): void {
  const goesThere = mayGoToNationalDatabase(found)
  if (goesThere && nationalSubmissionOn === null) throw new Refusal('national-day-missing')
  if (!goesThere && nationalSubmissionOn !== null) throw new Refusal('not-for-national-database')
}
