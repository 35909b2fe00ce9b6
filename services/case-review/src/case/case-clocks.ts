import {
  addDays,
  addMonths,
  dueWithHolds,
  durations,
  type HeldStage,
  type Hold,
  holdsOf,
  type Instant,
  londonDate,
  PlainDate,
} from '@cdop/domain'
import { z } from 'zod'
import type { RequestRow } from '../information-request/request-store.ts'
import type { CaseRow } from './case-store.ts'

/** A time limit of one case: when it ends, and when it was met. */
export const CaseClock = z.strictObject({
  clock: z.enum(['agency-return', 'review-meeting', 'panel']),
  /** The day the limit would end had nothing kept the case waiting. */
  limitOn: PlainDate,
  /** The day it ends when days on hold do not count; null while a hold has stopped it. */
  dueOn: PlainDate.nullable(),
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
  holds: readonly Hold[]
}

/** Days since the death until the panel had reviewed it, or until today: all, on hold for the panel, and the others. */
export const SinceDeath = z.strictObject({
  gross: z.number().int(),
  held: z.number().int(),
  net: z.number().int(),
})

export function sinceDeath({ found, holds }: ClockFacts, today: PlainDate): z.infer<typeof SinceDeath> {
  return durations(found.diedOn, found.reviewedOn ?? today, holdsOf('panel', holds))
}

function onDay(at: Instant | null): PlainDate | null {
  return at === null ? null : londonDate(at)
}

/**
 * The clocks of a case, worked out from its dates: running ones are overdue the day after they are due. What an agency
 * was asked for is never on hold.
 */
export function caseClocks(
  { found, requests, meetingDecidedOn, holds }: ClockFacts,
  today: PlainDate,
): CaseClock[] {
  const clock = (
    name: CaseClock['clock'],
    limitOn: PlainDate,
    dueOn: PlainDate | null,
    stoppedOn: PlainDate | null,
  ): CaseClock => ({
    clock: name,
    limitOn,
    dueOn,
    stoppedOn,
    overdue: stoppedOn === null && found.reviewedOn === null && dueOn !== null && dueOn < today,
  })
  const held = (stage: HeldStage, from: PlainDate, limitOn: PlainDate, stoppedOn: PlainDate | null) =>
    clock(stage, limitOn, dueWithHolds(from, limitOn, holdsOf(stage, holds)), stoppedOn)
  return [
    held('review-meeting', found.diedOn, addMonths(found.diedOn, REVIEW_MEETING_MONTHS), meetingDecidedOn),
    ...requests
      .filter((request) => request.state !== 'recalled')
      .map(({ dueOn, returnedAt }) => clock('agency-return', dueOn, dueOn, onDay(returnedAt))),
    ...(meetingDecidedOn === null
      ? []
      : [held('panel', meetingDecidedOn, addDays(meetingDecidedOn, PANEL_DAYS), found.reviewedOn)]),
  ]
}
