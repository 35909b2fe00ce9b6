import { z } from 'zod'
import { dueWithHolds } from '../hold/held-days.ts'
import { type Hold, holdsOf } from '../hold/hold.ts'
import { PlainDate } from '../plain-date/plain-date.ts'
import { clockTable, DayClock, limitEnd } from './clock-table.ts'

/** One time limit of one case: when it ends, and when it was met. */
export const CaseClock = z.strictObject({
  clock: DayClock,
  startedOn: PlainDate,
  /** The last day in time, had nothing kept the case waiting. */
  limitOn: PlainDate,
  /** The last day in time when days on hold do not count; null while a hold has stopped it. */
  dueOn: PlainDate.nullable(),
  stoppedOn: PlainDate.nullable(),
  /** It runs, and its last day has passed. */
  overdue: z.boolean(),
})
export type CaseClock = z.infer<typeof CaseClock>

/** What a worklist says is due next of a case: a time limit, or somebody to ask again. */
export const NextDue = z.enum([
  ...DayClock.options,
  'hold-check',
  'escalation',
  'late-answer',
  'caveat-review',
  'return-to-read',
  'document-damaged',
  'none',
])
export type NextDue = z.infer<typeof NextDue>

/** What a clock is worked out from. Nothing of it is ever counted on: it is computed anew from its dates. */
export type ClockDates = {
  startedOn: PlainDate
  stoppedOn: PlainDate | null
  holds: readonly Hold[]
  /** The limit that held when it began, in the clock's own unit; without it the default. */
  amount?: number
  /** Where the last day was written down when it began, as a request names it. */
  limitOn?: PlainDate
}

/** How a clock stands on a day: a running one is overdue the day after its last. */
export function caseClock(clock: DayClock, dates: ClockDates, today: PlainDate): CaseClock {
  const { startedOn, stoppedOn, holds, amount } = dates
  const { limitOn = limitEnd(clock, startedOn, amount) } = dates
  const { heldAs } = clockTable[clock]
  const dueOn = heldAs === null ? limitOn : dueWithHolds(startedOn, limitOn, holdsOf(heldAs, holds))
  const overdue = stoppedOn === null && dueOn !== null && dueOn < today
  return { clock, startedOn, limitOn, dueOn, stoppedOn, overdue }
}
