import type { PlainDate } from '../plain-date/plain-date.ts'

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
