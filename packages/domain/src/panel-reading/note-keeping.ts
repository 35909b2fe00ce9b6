import { addDays, type PlainDate } from '../plain-date/plain-date.ts'

/**
 * For how many days after a meeting a member's private notes are kept, by the day of the meeting; the newest first. The
 * period is the product's own: long enough to look something up while the analysis is finished.
 */
const noteKeeping: readonly { readonly validFrom: PlainDate | null; readonly daysAfterMeeting: number }[] = [
  { validFrom: null, daysAfterMeeting: 28 },
]

/** The day on which private notes for a meeting are destroyed, unless a legal hold stops it. */
export function notesEndOn(heldOn: PlainDate): PlainDate {
  const rule = noteKeeping.find(({ validFrom }) => validFrom === null || validFrom <= heldOn)
  if (rule === undefined) throw new Error('a rule holds for every day')
  return addDays(heldOn, rule.daysAfterMeeting)
}
