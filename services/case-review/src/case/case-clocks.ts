import { addDays, addMonths, type Instant, londonDate, PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { RequestRow } from '../information-request/request-store.ts'
import type { CaseRow } from './case-store.ts'

/** A time limit of one case: when it ends, and when it was met. */
export const CaseClock = z.strictObject({
  clock: z.enum(['agency-return', 'review-meeting', 'panel']),
  dueOn: PlainDate,
  stoppedOn: PlainDate.nullable(),
  overdue: z.boolean(),
})
export type CaseClock = z.infer<typeof CaseClock>

/** Months from the death within which the review meeting should be held (domain reference 1.4). */
const REVIEW_MEETING_MONTHS = 3
/** Days from the end of the review meeting stage within which the panel should review. */
const PANEL_DAYS = 42

/** What the clocks are worked out from. */
export type ClockFacts = {
  found: Pick<CaseRow, 'diedOn' | 'reviewedOn'>
  requests: readonly Pick<RequestRow, 'state' | 'dueOn' | 'returnedAt'>[]
  meetingDecidedOn: PlainDate | null
}

function onDay(at: Instant | null): PlainDate | null {
  return at === null ? null : londonDate(at)
}

/** The clocks of a case, worked out from its dates: running ones are overdue the day after they are due. */
export function caseClocks({ found, requests, meetingDecidedOn }: ClockFacts, today: PlainDate): CaseClock[] {
  const clock = (name: CaseClock['clock'], dueOn: PlainDate, stoppedOn: PlainDate | null): CaseClock => ({
    clock: name,
    dueOn,
    stoppedOn,
    overdue: stoppedOn === null && found.reviewedOn === null && dueOn < today,
  })
  return [
    clock('review-meeting', addMonths(found.diedOn, REVIEW_MEETING_MONTHS), meetingDecidedOn),
    ...requests
      .filter((request) => request.state !== 'recalled')
      .map((request) => clock('agency-return', request.dueOn, onDay(request.returnedAt))),
    ...(meetingDecidedOn === null
      ? []
      : [clock('panel', addDays(meetingDecidedOn, PANEL_DAYS), found.reviewedOn)]),
  ]
}
