import { z } from 'zod'
import type { HeldStage } from '../hold/hold.ts'
import { addDays, addMonths, type PlainDate } from '../plain-date/plain-date.ts'
import { bankHolidays } from './bank-holidays.ts'
import { addWorkingDays } from './working-day.ts'

/** Every time limit of a review (domain reference 1.4). */
export const ClockId = z.enum([
  'notify-panel',
  'notify-national-database',
  'agency-return',
  'review-meeting',
  'review-meeting-report',
  'panel',
  'total',
  'serious-incident-notification',
  'looked-after-child-notification',
  'rapid-review',
  'prevention-response',
])
export type ClockId = z.infer<typeof ClockId>

/** What starts or stops a clock: a dated fact somebody records. */
export type Milestone =
  | 'death'
  | 'notification-received'
  | 'national-database-told'
  | 'request-sent'
  | 'form-returned'
  | 'review-meeting-held'
  | 'review-meeting-settled'
  | 'meeting-report-received'
  | 'ready-for-panel'
  | 'panel-decided'
  | 'incident-known'
  | 'incident-notified'
  | 'rapid-review-submitted'
  | 'looked-after-death-notified'
  | 'prevention-report-made'
  | 'prevention-report-answered'

/** What a limit is counted in; hours are real hours and everything else civil days. */
export type LimitUnit = 'hours' | 'days' | 'working-days' | 'weeks' | 'months'

export type ClockRule = {
  readonly starts: Milestone
  readonly stops: Milestone
  /** How long it may take where the area has set nothing else; null where no law and no guidance gives a limit. */
  readonly limit: { readonly amount: number; readonly unit: LimitUnit } | null
  /** The stage whose holds keep the clock waiting; null for what no hold excuses. */
  readonly heldAs: HeldStage | null
  /** The most an area may set; null where there is no limit. */
  readonly mostSet: number | null
}

/** The one table of time limits. */
export const clockTable = {
  'notify-panel': {
    starts: 'death',
    stops: 'notification-received',
    limit: { amount: 48, unit: 'hours' },
    heldAs: null,
    mostSet: 168,
  },
  'notify-national-database': {
    starts: 'death',
    stops: 'national-database-told',
    limit: { amount: 48, unit: 'hours' },
    heldAs: null,
    mostSet: 168,
  },
  'agency-return': {
    starts: 'request-sent',
    stops: 'form-returned',
    limit: { amount: 15, unit: 'working-days' },
    heldAs: null,
    mostSet: 60,
  },
  'review-meeting': {
    starts: 'death',
    stops: 'review-meeting-settled',
    limit: { amount: 3, unit: 'months' },
    heldAs: 'review-meeting',
    mostSet: 12,
  },
  'review-meeting-report': {
    starts: 'review-meeting-held',
    stops: 'meeting-report-received',
    limit: { amount: 10, unit: 'working-days' },
    heldAs: null,
    mostSet: 60,
  },
  panel: {
    starts: 'ready-for-panel',
    stops: 'panel-decided',
    limit: { amount: 6, unit: 'weeks' },
    heldAs: 'panel',
    mostSet: 26,
  },
  total: { starts: 'death', stops: 'panel-decided', limit: null, heldAs: 'panel', mostSet: null },
  'serious-incident-notification': {
    starts: 'incident-known',
    stops: 'incident-notified',
    limit: { amount: 5, unit: 'working-days' },
    heldAs: null,
    mostSet: 30,
  },
  'looked-after-child-notification': {
    // At once: whatever is recorded for a later day than the death is late.
    starts: 'death',
    stops: 'looked-after-death-notified',
    limit: { amount: 0, unit: 'days' },
    heldAs: null,
    mostSet: 30,
  },
  'rapid-review': {
    starts: 'incident-notified',
    stops: 'rapid-review-submitted',
    limit: { amount: 15, unit: 'working-days' },
    heldAs: null,
    mostSet: 60,
  },
  'prevention-response': {
    starts: 'prevention-report-made',
    stops: 'prevention-report-answered',
    limit: { amount: 56, unit: 'days' },
    heldAs: null,
    mostSet: 112,
  },
} as const satisfies Readonly<Record<ClockId, ClockRule>>

/** A clock with a limit in civil days. */
export const DayClock = ClockId.exclude(['notify-panel', 'notify-national-database', 'total'])
export type DayClock = z.infer<typeof DayClock>

/**
 * The last day on which something is in time: working days skip weekends and bank holidays, months clamp to the end of a
 * shorter one, and the day it began never counts.
 */
export function limitEnd(
  clock: DayClock,
  startedOn: PlainDate,
  amount: number = clockTable[clock].limit.amount,
): PlainDate {
  switch (clockTable[clock].limit.unit) {
    case 'working-days':
      return addWorkingDays(startedOn, amount, bankHolidays)
    case 'days':
      return addDays(startedOn, amount)
    case 'weeks':
      return addDays(startedOn, 7 * amount)
    case 'months':
      return addMonths(startedOn, amount)
  }
}
