import { laterOf, type PlainDate } from '../plain-date/plain-date.ts'

/**
 * The day from which the panel's clock runs: the later of the day the report of the review meeting came (or it was decided
 * that none is held) and the day the inquest was over (domain reference 1.4). Null before the first of them; an inquest that
 * is not over is a hold and stops the clock as one.
 */
export function readyForPanelOn(
  meetingSettledOn: PlainDate | null,
  inquestsOverOn: readonly PlainDate[],
): PlainDate | null {
  if (meetingSettledOn === null) return null
  return inquestsOverOn.reduce(laterOf, meetingSettledOn)
}
