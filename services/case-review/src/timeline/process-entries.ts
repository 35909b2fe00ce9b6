import {
  HoldReason,
  type InformationRequestId,
  type Instant,
  NationalSubmissionKind,
  PersonId,
  ProceedingKind,
  type TimelineKind,
  TimelineMoment,
  ToldRecipient,
} from '@cdop/domain'
import { z } from 'zod'
import type { Assignment } from '../assignment/assignment-store.ts'
import type { CaseRow } from '../case/case-store.ts'
import type { DeferralRow } from '../deferral/deferral-store.ts'
import type { DocumentRow } from '../document/document-rows.ts'
import type { KeyWorker } from '../family/key-worker-store.ts'
import type { HoldRow } from '../hold/hold-store.ts'
import type { RequestRow } from '../information-request/request-store.ts'
import type { MergedCase } from '../merge/merge-store.ts'
import type { SubmissionRow } from '../national-submission/submission-store.ts'
import type { Listing } from '../panel-meeting/listing-store.ts'
import type { ProceedingRow } from '../proceeding/proceeding-store.ts'
import type { ReopeningRow } from '../reopening/reopening-store.ts'
import type { ReviewMeetingRow } from '../review-meeting/review-meeting.ts'
import type { MeetingNotHeld } from '../review-meeting/review-meeting-store.ts'
import type { ToldEntry } from '../told-list/told-store.ts'

/** Something that happened in the review of a case. */
const TimelineWhat = z.enum([
  'died',
  'notified',
  'told',
  'case-opened',
  'confirmed',
  'information-request-sent',
  'information-request-part',
  'information-request-returned',
  'information-request-accepted',
  'information-request-sent-back',
  'agency-reminded',
  'document-filed',
  'review-meeting-not-held',
  'review-meeting-held',
  'review-meeting-report-received',
  'hold-recorded',
  'hold-ended',
  'proceeding-opened',
  'proceeding-closed',
  'key-worker-assigned',
  'case-given',
  'listed',
  'deferred',
  'case-merged',
  'reviewed',
  'submission-queued',
  'submission-acknowledged',
  'submission-withdrawn',
  'closed',
  'reopened',
])
type TimelineWhat = z.infer<typeof TimelineWhat>

/** What each is about (screen S6). */
export const kindOfEntry: Readonly<Record<TimelineWhat, TimelineKind>> = {
  died: 'death',
  notified: 'death',
  told: 'death',
  'case-opened': 'system',
  confirmed: 'death',
  'information-request-sent': 'process',
  'information-request-part': 'process',
  'information-request-returned': 'process',
  'information-request-accepted': 'process',
  'information-request-sent-back': 'process',
  'agency-reminded': 'system',
  'document-filed': 'process',
  'review-meeting-not-held': 'process',
  'review-meeting-held': 'process',
  'review-meeting-report-received': 'process',
  'hold-recorded': 'process',
  'hold-ended': 'process',
  'proceeding-opened': 'process',
  'proceeding-closed': 'process',
  'key-worker-assigned': 'process',
  'case-given': 'system',
  listed: 'process',
  deferred: 'process',
  'case-merged': 'system',
  reviewed: 'process',
  'submission-queued': 'system',
  'submission-acknowledged': 'system',
  'submission-withdrawn': 'system',
  closed: 'process',
  reopened: 'process',
}

/** Which agency, hold, proceeding, recipient, document or submission it was: names of bodies and codes, no free text. */
const EntryAbout = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('organisation'), name: z.string() }),
  z.strictObject({ is: z.literal('hold'), reason: HoldReason }),
  z.strictObject({ is: z.literal('proceeding'), kind: ProceedingKind }),
  z.strictObject({ is: z.literal('recipient'), recipient: ToldRecipient }),
  z.strictObject({ is: z.literal('document'), number: z.int().positive() }),
  z.strictObject({ is: z.literal('submission'), kind: NationalSubmissionKind }),
])
type EntryAbout = z.infer<typeof EntryAbout>

/** One entry, and who did it; null where it was nobody with an account. */
export const TimelineEntry = z.strictObject({
  at: TimelineMoment,
  what: TimelineWhat,
  byPersonId: PersonId.nullable(),
  about: EntryAbout.nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** The rows of a case that say when something was. */
export type ProcessFacts = {
  readonly found: Pick<
    CaseRow,
    'diedOn' | 'receivedOn' | 'openedAt' | 'confirmedAt' | 'reviewedAt' | 'closedAt' | 'closedBy'
  >
  readonly requests: readonly RequestRow[]
  /** Every part that was sent, and to which request. */
  readonly parts: readonly { informationRequestId: InformationRequestId; sentAt: Instant }[]
  readonly meeting: MeetingNotHeld | null
  readonly reviewMeetings: readonly ReviewMeetingRow[]
  readonly listing: Listing | null
  readonly deferrals: readonly DeferralRow[]
  readonly mergedCases: readonly MergedCase[]
  readonly holds: readonly HoldRow[]
  readonly proceedings: readonly ProceedingRow[]
  /** Each time its finished review began again, the newest first. */
  readonly reopenings: readonly ReopeningRow[]
}

type Add = (at: TimelineMoment | null, what: TimelineWhat, by: string | null, about?: EntryAbout) => void

/** Collects entries in the order of the process, leaving out what has not happened. */
function collected(fill: (add: Add) => void): TimelineEntry[] {
  const entries: TimelineEntry[] = []
  fill((at, what, by, about) => {
    if (at === null) return
    const byPersonId = by === null ? null : PersonId.parse(by)
    entries.push({ at, what, byPersonId, about: about ?? null })
  })
  return entries
}

/** What happened in the review of a case, in the order of its stages: of two things at one moment the later step is last. */
export function processEntries(facts: ProcessFacts): TimelineEntry[] {
  const {
    found,
    requests,
    parts,
    meeting,
    reviewMeetings,
    listing,
    deferrals,
    mergedCases,
    holds,
    proceedings,
  } = facts
  return collected((add) => {
    add(found.diedOn, 'died', null)
    add(found.receivedOn, 'notified', null)
    add(found.openedAt, 'case-opened', null)
    add(found.confirmedAt, 'confirmed', null)
    for (const { organisationName: name, sentAt, sentBy, remindedOn, ...came } of requests) {
      add(sentAt, 'information-request-sent', sentBy, { is: 'organisation', name })
      add(remindedOn, 'agency-reminded', null, { is: 'organisation', name })
      for (const { sentAt: at } of parts.filter(
        ({ informationRequestId: id }) => id === came.informationRequestId,
      )) {
        add(at, 'information-request-part', null, { is: 'organisation', name })
      }
      add(came.returnedAt, 'information-request-returned', null, { is: 'organisation', name })
      add(came.askedAgainOn, 'information-request-sent-back', null, { is: 'organisation', name })
      add(came.acceptedAt, 'information-request-accepted', null, { is: 'organisation', name })
    }
    for (const { mergedAt } of mergedCases) add(mergedAt, 'case-merged', null)
    for (const { reason, recordedAt, recordedBy, endedAt, endedBy } of holds) {
      add(recordedAt, 'hold-recorded', recordedBy, { is: 'hold', reason })
      add(endedAt, 'hold-ended', endedBy, { is: 'hold', reason })
    }
    for (const { kind, recordedAt, recordedBy, closedAt, closedBy } of proceedings) {
      add(recordedAt, 'proceeding-opened', recordedBy, { is: 'proceeding', kind })
      add(closedAt, 'proceeding-closed', closedBy, { is: 'proceeding', kind })
    }
    if (meeting !== null) add(meeting.recordedAt, 'review-meeting-not-held', meeting.recordedBy)
    for (const held of reviewMeetings) {
      add(held.heldOn, 'review-meeting-held', held.heldRecordedBy)
      add(held.reportReceivedOn, 'review-meeting-report-received', held.reportRecordedBy)
    }
    if (listing !== null) add(listing.listedAt, 'listed', listing.listedBy)
    for (const { recordedAt, recordedBy } of deferrals) add(recordedAt, 'deferred', recordedBy)
    for (const { reviewedAt, closedAt, closedBy, recordedAt, recordedBy } of facts.reopenings.toReversed()) {
      add(reviewedAt, 'reviewed', null)
      add(closedAt, 'closed', closedBy)
      add(recordedAt, 'reopened', recordedBy)
    }
    add(found.reviewedAt, 'reviewed', null)
    add(found.closedAt, 'closed', found.closedBy)
  })
}

/** The further rows the whole timeline is put together from. */
export type RestFacts = {
  readonly told: readonly ToldEntry[]
  readonly documents: readonly Pick<DocumentRow, 'number' | 'state' | 'filedAt' | 'filedBy'>[]
  readonly keyWorkers: readonly KeyWorker[]
  readonly assignments: readonly Assignment[]
  readonly submissions: readonly SubmissionRow[]
}

/** What happened beside the steps of the review: who was told, what was filed, who had the case, what went out. */
export function restEntries({
  told,
  documents,
  keyWorkers,
  assignments,
  submissions,
}: RestFacts): TimelineEntry[] {
  return collected((add) => {
    for (const { recipient, told: said, recordedBy } of told) {
      if (said.outcome === 'told') add(said.on, 'told', recordedBy, { is: 'recipient', recipient })
    }
    for (const { number, state, filedAt, filedBy } of documents) {
      if (state === 'clean') add(filedAt, 'document-filed', filedBy, { is: 'document', number })
    }
    for (const { assignedAt, assignedBy } of keyWorkers) add(assignedAt, 'key-worker-assigned', assignedBy)
    for (const { assignedAt, assignedBy } of assignments) add(assignedAt, 'case-given', assignedBy)
    for (const { kind, queuedAt, queuedBy, settledAt, receipt, withdrawnAt } of submissions) {
      add(queuedAt, 'submission-queued', queuedBy, { is: 'submission', kind })
      if (receipt !== null) add(settledAt, 'submission-acknowledged', null, { is: 'submission', kind })
      add(withdrawnAt, 'submission-withdrawn', null, { is: 'submission', kind })
    }
  })
}
