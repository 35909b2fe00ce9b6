import { z } from 'zod'
import type { PlainDate } from '../plain-date/plain-date.ts'
import { clockTable, DayClock } from './clock-table.ts'

/** The least and the most an area may set, in the unit of the clock. At once stays possible where it is the default. */
export function limitBounds(clock: DayClock): { least: number; most: number } {
  const { limit, mostSet } = clockTable[clock]
  return { least: Math.min(1, limit.amount), most: mostSet }
}

/** Every time limit in civil days an area may set, each in the unit of its clock. */
export const ClockLimits = z.record(DayClock, z.int()).superRefine((limits, context) => {
  for (const clock of DayClock.options) {
    const { least, most } = limitBounds(clock)
    if (limits[clock] < least || limits[clock] > most) {
      context.addIssue({ code: 'custom', path: [clock], message: `is not between ${least} and ${most}` })
    }
  }
})
export type ClockLimits = z.infer<typeof ClockLimits>

/** What holds in an area that has set nothing. */
export const defaultClockLimits: ClockLimits = {
  'agency-return': clockTable['agency-return'].limit.amount,
  'review-meeting': clockTable['review-meeting'].limit.amount,
  'review-meeting-report': clockTable['review-meeting-report'].limit.amount,
  panel: clockTable.panel.limit.amount,
  'serious-incident-notification': clockTable['serious-incident-notification'].limit.amount,
  'looked-after-child-notification': clockTable['looked-after-child-notification'].limit.amount,
  'rapid-review': clockTable['rapid-review'].limit.amount,
  'prevention-response': clockTable['prevention-response'].limit.amount,
}

/** What an area has set, from which day. */
export type DatedLimits = { readonly validFrom: PlainDate; readonly limits: ClockLimits }

/**
 * The limits that hold for a clock that began on a day: of those already valid then the newest set, and without any the
 * defaults. A clock keeps the limit it began with.
 */
export function limitsInForce(newestFirst: readonly DatedLimits[], startedOn: PlainDate): ClockLimits {
  return newestFirst.find(({ validFrom }) => validFrom <= startedOn)?.limits ?? defaultClockLimits
}
