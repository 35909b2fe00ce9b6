import {
  AgeBand,
  AuthorityCode,
  CaseClock,
  CaseId,
  CaseReference,
  CaseState,
  ConfirmedBy,
  Instant,
  PersonId,
  PlainDate,
  Sex,
} from '@cdop/domain'
import { z } from 'zod'
import { HoldRow } from '../hold/hold-store.ts'
import { InformationRequest } from '../information-request/request-store.ts'
import { MergedCase, MergedInto } from '../merge/merge-store.ts'
import { Listing } from '../panel-meeting/listing-store.ts'
import { ProceedingRow } from '../proceeding/proceeding-store.ts'
import { ReopeningRow } from '../reopening/reopening-store.ts'
import { ReviewMeetingRow } from '../review-meeting/review-meeting.ts'
import { MeetingNotHeld } from '../review-meeting/review-meeting-store.ts'
import { TimelineEntry } from '../timeline/process-entries.ts'
import { SinceDeath } from './case-clocks.ts'
import type { CaseRow } from './case-store.ts'
import { CaseTask } from './case-tasks.ts'

/** How many of its entries the overview of a case shows. */
export const LATEST = 10

/** What a coordinator sees of a case on opening it. */
export const CaseOverview = z.strictObject({
  caseId: CaseId,
  reference: CaseReference,
  state: CaseState,
  version: z.number().int().positive(),
  diedOn: PlainDate,
  receivedOn: PlainDate,
  ageBand: AgeBand,
  sex: Sex,
  expectedness: z.string(),
  placeOfDeath: z.string(),
  localAuthority: AuthorityCode,
  /** Who has it and which doctor leads it; null where nobody is. */
  coordinatorId: PersonId.nullable(),
  leadDoctorId: PersonId.nullable(),
  /** How many have not been told of the death yet. */
  notTold: z.number().int(),
  clocks: z.array(CaseClock),
  sinceDeath: SinceDeath,
  /** What the case waited and waits for. */
  holds: z.array(HoldRow.strip()),
  /** How many caveats stand, and of how many somebody has to ask today whether they are still needed. */
  caveats: z.strictObject({ standing: z.number().int(), reviewDue: z.number().int() }),
  /** What else is being done about the death. */
  proceedings: z.array(ProceedingRow),
  tasks: z.array(CaseTask),
  /** What happened last in its review, the newest first: the whole is its timeline. */
  timeline: z.array(TimelineEntry).max(LATEST),
  requests: z.array(InformationRequest),
  meeting: MeetingNotHeld.nullable(),
  /** Review meetings that were planned or held, without what was noted. */
  reviewMeetings: z.array(ReviewMeetingRow.strip()),
  listing: Listing.nullable(),
  /** Whose word it rests on that the child has died and which child it is; null until that is recorded. */
  confirmation: z
    .strictObject({
      deathBy: ConfirmedBy,
      deathOn: PlainDate,
      identityBy: ConfirmedBy,
      identityOn: PlainDate,
      recordedAt: Instant,
    })
    .nullable(),
  /** Another area is asked to take it over: nothing leaves meanwhile. */
  offered: z.boolean(),
  /** Where this case stands since it was merged. */
  mergedInto: MergedInto.nullable(),
  /** Cases that were merged into this one. */
  mergedCases: z.array(MergedCase),
  /** Each time its finished review began again, the newest first; what had become known is no part of it. */
  reopenings: z.array(
    ReopeningRow.pick({
      number: true,
      reason: true,
      reopenedOn: true,
      recordedAt: true,
      recordedBy: true,
      reviewedOn: true,
    }).strip(),
  ),
  reviewedOn: PlainDate.nullable(),
  /** When the panel finished its review first, of one that was reopened. */
  firstReviewedOn: PlainDate.nullable(),
  nationalSubmissionOn: PlainDate.nullable(),
})

type Columns = Pick<
  CaseRow,
  'deathConfirmedBy' | 'deathConfirmedOn' | 'identityConfirmedBy' | 'identityConfirmedOn' | 'confirmedAt'
>

/** The columns of the confirmation as one thing that is there or is not. */
export function withConfirmation<Row extends Columns>({
  deathConfirmedBy: deathBy,
  deathConfirmedOn: deathOn,
  identityConfirmedBy: identityBy,
  identityConfirmedOn: identityOn,
  confirmedAt: recordedAt,
  ...rest
}: Row) {
  const confirmation =
    deathBy === null || deathOn === null || identityBy === null || identityOn === null || recordedAt === null
      ? null
      : { deathBy, deathOn, identityBy, identityOn, recordedAt }
  return { ...rest, confirmation }
}
