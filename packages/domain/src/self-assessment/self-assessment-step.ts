import { z } from 'zod'
import { type BankHolidays, shiftWorkingDays } from '../clock/working-day.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'

/** How often an organisation is written to about its self-assessment: when the year is opened, and until it has answered. */
export const SelfAssessmentStep = z.enum(['opened', 'before', 'due', 'after-first', 'after-second'])
export type SelfAssessmentStep = z.infer<typeof SelfAssessmentStep>

/** Working days from the day answers are due. This product's own: no guidance sets any. */
const daysFromDue = [
  ['after-second', 10],
  ['after-first', 5],
  ['due', 0],
  ['before', -5],
] as const

/**
 * What an organisation that has not answered is reminded of on a working day: five working days before the day answers are due,
 * on it (the next working day where it is none), and five and ten after. A later step takes the place of one that was missed, and
 * nothing that was due when the year was opened is said a second time. Null where there is nothing to say.
 */
export function selfAssessmentStep(
  { openedOn, dueOn }: { readonly openedOn: PlainDate; readonly dueOn: PlainDate },
  today: PlainDate,
  holidays: BankHolidays,
): Exclude<SelfAssessmentStep, 'opened'> | null {
  for (const [step, days] of daysFromDue) {
    const on = days === 0 ? dueOn : shiftWorkingDays(dueOn, days, holidays)
    if (on <= today) return on > openedOn ? step : null
  }
  return null
}
