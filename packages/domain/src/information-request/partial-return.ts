import { z } from 'zod'
import { bankHolidays } from '../clock/bank-holidays.ts'
import { addWorkingDays } from '../clock/working-day.ts'
import type { PlainDate } from '../plain-date/plain-date.ts'
import { type InformationRequestState, isWaitedFor } from './information-request.ts'

/** Why an agency sends the rest later: a code, so that nothing of a child stands in it. */
export const LaterReason = z.enum(['waiting-for-records', 'waiting-for-a-colleague', 'staff-absent', 'other'])
export type LaterReason = z.infer<typeof LaterReason>

/** How long an agency may promise the rest for by itself, and how often again. */
export const PartialReturnRules = z.strictObject({
  /** The promised day is at most so many working days ahead of the day it is promised on. */
  workingDays: z.int().min(1).max(60),
  /** How often a promise may be made anew; 0 lets it stand once. */
  renewals: z.int().min(0).max(10),
})
export type PartialReturnRules = z.infer<typeof PartialReturnRules>

/** What holds in an area that has set nothing. Rules of this product: no national text says. */
export const defaultPartialReturnRules: PartialReturnRules = { workingDays: 10, renewals: 2 }

/** Where an agency stands that may send a part: how its request stands, and how often it promised since it was asked last. */
export type Promising = { readonly state: InformationRequestState; readonly promises: number }

/** How often the agency may still promise a day: never while nobody waits for it. */
export function promisesLeft({ state, promises }: Promising, { renewals }: PartialReturnRules): number {
  return isWaitedFor(state) ? Math.max(0, renewals + 1 - promises) : 0
}

/** The last day that can be promised on a day. */
export function latestPromise(today: PlainDate, { workingDays }: PartialReturnRules): PlainDate {
  return addWorkingDays(today, workingDays, bankHolidays)
}

/** Why a part cannot be sent with this day; null when it can. */
export function promiseFault(
  where: Promising,
  rules: PartialReturnRules,
  { today, promisedOn }: { today: PlainDate; promisedOn: PlainDate },
): 'not-allowed-in-this-state' | 'promises-used' | 'dates-out-of-order' | 'promised-too-late' | null {
  if (!isWaitedFor(where.state)) return 'not-allowed-in-this-state'
  if (promisesLeft(where, rules) === 0) return 'promises-used'
  if (promisedOn <= today) return 'dates-out-of-order'
  return promisedOn > latestPromise(today, rules) ? 'promised-too-late' : null
}
