import { z } from 'zod'
import { bankHolidays } from '../clock/bank-holidays.ts'
import { addWorkingDays } from '../clock/working-day.ts'
import { type Instant, londonDate, londonInstant, PlainTime } from '../plain-date/plain-date.ts'

/** What other children may be in danger of now, so that nothing waits for the panel (domain reference 5). */
export const AlertKind = z.enum(['product', 'medicine', 'possible-cluster'])
export type AlertKind = z.infer<typeof AlertKind>

/** Who has to have heard of an alert: each says so, or somebody says it for them by name. */
export const AlertSide = z.enum(['designated-doctor', 'public-health'])
export type AlertSide = z.infer<typeof AlertSide>

/** Bodies that act on such alerts. */
export const AlertBody = z.enum([
  /** Office for Product Safety and Standards. */
  'opss',
  'trading-standards',
  /** Medicines, medical devices: the Yellow Card scheme of the MHRA. */
  'mhra-yellow-card',
  'ukhsa',
  /** NHS England, through Learn from Patient Safety Events. */
  'nhs-patient-safety',
  'ncmd',
])
export type AlertBody = z.infer<typeof AlertBody>

/** What an alert came to. */
export const AlertOutcome = z.enum(['acted-on', 'taken-over', 'not-confirmed'])
export type AlertOutcome = z.infer<typeof AlertOutcome>

/** Who has not said yet that they know. */
export const sidesWaiting = (known: readonly AlertSide[]): AlertSide[] =>
  AlertSide.options.filter((side) => !known.includes(side))

/** When people are still at their desks. */
const BEFORE_THE_OFFICE_CLOSES = PlainTime.parse('17:00')

/**
 * Until when designated doctor and public health have to say that they know of an alert: 17:00 on the next working day.
 * The first mail leaves at once, on any day; the second asks the coordinator and the chair to telephone, and one sent into
 * an empty office on a Saturday, as 24 hours would send it, asks nobody. Deviation: this product's own rule.
 */
export function acknowledgeBy(raisedAt: Instant): Instant {
  return londonInstant(addWorkingDays(londonDate(raisedAt), 1, bankHolidays), BEFORE_THE_OFFICE_CLOSES)
}
