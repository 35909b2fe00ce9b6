import { Instant, PersonId, PlainDate } from '@cdop/domain'
import { z } from 'zod'
import type { DeferralRow } from '../deferral/deferral-store.ts'
import type { HoldRow } from '../hold/hold-store.ts'
import type { RequestRow } from '../information-request/request-store.ts'
import type { MergedCase } from '../merge/merge-store.ts'
import type { Listing } from '../panel-meeting/listing-store.ts'
import type { ProceedingRow } from '../proceeding/proceeding-store.ts'
import type { ReviewMeetingRow } from '../review-meeting/review-meeting.ts'
import type { MeetingNotHeld } from '../review-meeting/review-meeting-store.ts'
import type { CaseRow } from './case-store.ts'

/** Something that happened in the review of a case, and who did it; null where it was nobody with an account. */
export const TimelineEntry = z.strictObject({
  at: z.union([Instant, PlainDate]),
  what: z.enum([
    'died',
    'case-opened',
    'confirmed',
    'information-request-sent',
    'information-request-returned',
    'review-meeting-not-held',
    'review-meeting-held',
    'review-meeting-report-received',
    'hold-recorded',
    'hold-ended',
    'proceeding-opened',
    'proceeding-closed',
    'listed',
    'deferred',
    'case-merged',
    'reviewed',
    'closed',
  ]),
  byPersonId: PersonId.nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** The timeline of a case, newest first, from the rows that say when. */
export function caseTimeline({
  found,
  requests,
  meeting,
  reviewMeetings,
  listing,
  deferrals,
  mergedCases,
  holds,
  proceedings,
}: {
  found: CaseRow
  requests: readonly RequestRow[]
  meeting: MeetingNotHeld | null
  reviewMeetings: readonly ReviewMeetingRow[]
  listing: Listing | null
  deferrals: readonly DeferralRow[]
  mergedCases: readonly MergedCase[]
  holds: readonly HoldRow[]
  proceedings: readonly ProceedingRow[]
}): TimelineEntry[] {
  const entries: TimelineEntry[] = []
  const add = (at: Instant | PlainDate | null, what: TimelineEntry['what'], by: string | null) => {
    if (at !== null) entries.push({ at, what, byPersonId: by === null ? null : PersonId.parse(by) })
  }
  add(found.diedOn, 'died', null)
  add(found.openedAt, 'case-opened', null)
  add(found.confirmedAt, 'confirmed', null)
  for (const request of requests) {
    add(request.sentAt, 'information-request-sent', request.sentBy)
    add(request.returnedAt, 'information-request-returned', null)
  }
  for (const { mergedAt } of mergedCases) add(mergedAt, 'case-merged', null)
  for (const { recordedAt, recordedBy, endedAt, endedBy } of holds) {
    add(recordedAt, 'hold-recorded', recordedBy)
    add(endedAt, 'hold-ended', endedBy)
  }
  for (const { recordedAt, recordedBy, closedAt, closedBy } of proceedings) {
    add(recordedAt, 'proceeding-opened', recordedBy)
    add(closedAt, 'proceeding-closed', closedBy)
  }
  if (meeting !== null) add(meeting.recordedAt, 'review-meeting-not-held', meeting.recordedBy)
  for (const held of reviewMeetings) {
    add(held.heldOn, 'review-meeting-held', held.heldRecordedBy)
    add(held.reportReceivedOn, 'review-meeting-report-received', held.reportRecordedBy)
  }
  if (listing !== null) add(listing.listedAt, 'listed', listing.listedBy)
  for (const { recordedAt, recordedBy } of deferrals) add(recordedAt, 'deferred', recordedBy)
  add(found.reviewedAt, 'reviewed', null)
  add(found.closedAt, 'closed', found.closedBy)
  return entries
    .map((entry, order) => ({ entry, order }))
    .sort(newestFirst)
    .map(({ entry }) => entry)
}

/** Of two things at the same moment the later step of the process counts as newer. */
function newestFirst(
  left: { entry: TimelineEntry; order: number },
  right: { entry: TimelineEntry; order: number },
): number {
  if (left.entry.at !== right.entry.at) return left.entry.at < right.entry.at ? 1 : -1
  return right.order - left.order
}
