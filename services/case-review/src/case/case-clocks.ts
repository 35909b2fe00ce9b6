import {
  type CaseClock,
  type ClockDates,
  caseClock,
  type DatedLimits,
  type DayClock,
  durations,
  type Hold,
  holdsOf,
  type Instant,
  isAsked,
  limitsInForce,
  londonDate,
  type PlainDate,
  readyForPanelOn,
} from '@cdop/domain'
import { z } from 'zod'
import type { RequestRow } from '../information-request/request-store.ts'
import type { ReviewedAgain } from '../reopening/reviewed-again.ts'
import type { ReviewMeetingRow } from '../review-meeting/review-meeting.ts'
import type { CaseRow } from './case-store.ts'
import { type ProceedingDates, proceedingClocks } from './proceeding-clocks.ts'

/** What the clocks are worked out from. */
export type ClockFacts = {
  found: Pick<CaseRow, 'diedOn' | 'reviewedOn'>
  /** Since when its finished review has begun again, if it ever did, and when it was finished first. */
  again?: ReviewedAgain | null
  requests: readonly Pick<RequestRow, 'state' | 'sentOn' | 'dueOn' | 'acceptedAt'>[]
  /** When it was decided that no review meeting is held. */
  meetingDecidedOn: PlainDate | null
  /** The meeting that ended the stage. */
  lastMeeting: Pick<ReviewMeetingRow, 'heldOn' | 'reportReceivedOn'> | null
  holds: readonly Hold[]
  proceedings: readonly ProceedingDates[]
  /** What the area has set of its time limits, the newest first. */
  limits: readonly DatedLimits[]
}

const noMeeting: NonNullable<ClockFacts['lastMeeting']> = {
  heldOn: null,
  reportReceivedOn: null,
}

/**
 * Days since the death until the panel had first reviewed it, or until today: all, on hold for the panel, and the others. A
 * review that begins again starts no second count.
 */
export const SinceDeath = z.strictObject({
  gross: z.number().int(),
  held: z.number().int(),
  net: z.number().int(),
})

export function sinceDeath(
  { found, again, holds }: ClockFacts,
  today: PlainDate,
): z.infer<typeof SinceDeath> {
  return durations(found.diedOn, again?.firstReviewedOn ?? found.reviewedOn ?? today, holdsOf('panel', holds))
}

function onDay(at: Instant | null): PlainDate | null {
  return at === null ? null : londonDate(at)
}

/**
 * The clocks of a case, worked out from its dates by the table of the domain. Of a case that the panel has reviewed nothing
 * on the way to the panel runs late any longer. What an agency was asked for is never on hold. Of a review that began again
 * the panel's time runs from then. What an agency was asked for is due until its
 * form is accepted; being sent back gives its clock no longer limit.
 */
export function caseClocks(
  { found, again, requests, meetingDecidedOn, lastMeeting, holds, proceedings, limits }: ClockFacts,
  today: PlainDate,
): CaseClock[] {
  const { diedOn, reviewedOn } = found
  const { heldOn, reportReceivedOn } = lastMeeting ?? noMeeting
  const run = (clock: DayClock, dates: ClockDates) =>
    caseClock(clock, { amount: limitsInForce(limits, dates.startedOn)[clock], ...dates }, today)
  const inquestsOver = proceedings
    .filter(({ kind, outcome }) => kind === 'inquest' && outcome !== 'recorded-in-error')
    .flatMap(({ closedOn }) => closedOn ?? [])
  const settledOn = lastMeeting === null ? meetingDecidedOn : reportReceivedOn
  const readyOn = readyForPanelOn(again?.since ?? settledOn, inquestsOver)
  const toThePanel = [
    run('review-meeting', { startedOn: diedOn, stoppedOn: heldOn ?? meetingDecidedOn, holds }),
    ...requests
      .filter(({ state }) => isAsked(state) && state !== 'gone-without')
      .map(({ sentOn, dueOn, acceptedAt }) =>
        run('agency-return', { startedOn: sentOn, limitOn: dueOn, stoppedOn: onDay(acceptedAt), holds }),
      ),
    ...(heldOn === null || (again && reportReceivedOn === null && heldOn < again.since)
      ? []
      : [run('review-meeting-report', { startedOn: heldOn, stoppedOn: reportReceivedOn, holds })]),
    ...(readyOn === null ? [] : [run('panel', { startedOn: readyOn, stoppedOn: reviewedOn, holds })]),
  ]
  return [
    ...toThePanel.map((clock) => (reviewedOn === null ? clock : { ...clock, overdue: false })),
    ...proceedingClocks(proceedings, diedOn, run),
  ]
}
