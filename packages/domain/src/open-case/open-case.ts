import { z } from 'zod'
import { NoReviewMeetingReason } from '../case/case-state.ts'
import { ConfirmedBy } from '../confirmation/confirmation.ts'
import { HeldStage, HoldReason } from '../hold/hold.ts'
import { ImportId } from '../id/id.ts'
import { OdsCode, OrganisationKind } from '../organisation/organisation.ts'
import { PlainDate, PlainTime } from '../plain-date/plain-date.ts'
import { ReviewMeetingKind } from '../review-meeting/review-meeting.ts'
import { SupplementaryFormKind } from '../supplementary-form/supplementary-form.ts'
import { text } from '../text/text.ts'
import { OpenCaseDocument } from './open-case-document.ts'
import { OpenCaseScore } from './open-case-score.ts'

/** The row of a bundle an open case came in with. */
export const ImportedAs = z.strictObject({ importId: ImportId, row: z.int().min(2) })
export type ImportedAs = z.infer<typeof ImportedAs>

/** How far a case had come where it was kept before. A closed case is not an open one. */
export const OpenCaseStage = z.enum([
  'gathering',
  'review-meeting-held',
  'review-meeting-not-held',
  'listed',
  'deferred',
  'reviewed',
  'submitted',
])
export type OpenCaseStage = z.infer<typeof OpenCaseStage>

/** The sheets of a bundle. Only the cases must be there. */
export const BundleSheet = z.enum([
  'cases',
  'requests',
  'returned forms',
  'holds',
  'review meetings',
  'documents',
  'factor scores',
])
export type BundleSheet = z.infer<typeof BundleSheet>

/** The row of its sheet, as a spreadsheet numbers it. */
const row = z.int().min(2)

/** What one form of an agency said. What has no place in a form of this product is kept beside it, word for word. */
export const OpenCaseReturn = z.strictObject({
  row,
  /** As the file calls it: a number of before 2019 with its name, or a name of today. */
  number: z.string().max(40).nullable(),
  name: z.string().max(200),
  version: z.string().max(60).nullable(),
  returnedOn: PlainDate,
  /** Which form of this product it is read as; null when it is none. */
  form: z.enum(['reporting', ...SupplementaryFormKind.options]).nullable(),
  formVersion: z.string().max(20).nullable(),
  answers: z.record(z.string(), z.unknown()),
  notMapped: z.array(z.strictObject({ column: z.string(), heading: z.string(), text: z.string() })),
})
export type OpenCaseReturn = z.infer<typeof OpenCaseReturn>

export const OpenCaseRequest = z.strictObject({
  row,
  agency: z.strictObject({
    name: text(200),
    kind: OrganisationKind,
    odsCode: OdsCode.nullable(),
    /** Null: the agency has to stand in the directory of the area. */
    email: z.email().max(254).nullable(),
  }),
  askedOn: PlainDate,
  /** Null: worked out by the area's own time limit from the day it was asked. */
  dueOn: PlainDate.nullable(),
  /** The days on which it was chased, the first at the top. */
  chasedOn: z.array(PlainDate).max(40),
  outcome: z.enum(['open', 'returned', 'nothing-known']),
  answeredOn: PlainDate.nullable(),
  returned: z.array(OpenCaseReturn).max(30),
})
export type OpenCaseRequest = z.infer<typeof OpenCaseRequest>

export const OpenCaseHold = z.strictObject({
  row,
  reason: HoldReason,
  stages: z.array(HeldStage),
  from: PlainDate,
  until: PlainDate.nullable(),
  contact: z.string().max(500),
  confirmedOn: PlainDate.nullable(),
  nextCheckOn: PlainDate.nullable(),
})
export type OpenCaseHold = z.infer<typeof OpenCaseHold>

export const OpenCaseMeeting = z.strictObject({
  row,
  kind: ReviewMeetingKind,
  plannedOn: PlainDate,
  startsAt: PlainTime.nullable(),
  endsAt: PlainTime.nullable(),
  place: z.string().max(500),
  chairedBy: z.string().max(200),
  heldOn: PlainDate.nullable(),
  /** It ended the stage: no further review meeting was expected. */
  last: z.boolean(),
  reportReceivedOn: PlainDate.nullable(),
})
export type OpenCaseMeeting = z.infer<typeof OpenCaseMeeting>

/** All a bundle says of one case besides its notification. Dates are the original ones. */
export const OpenCase = z.strictObject({
  row,
  oldReference: text(60),
  stage: OpenCaseStage,
  /** Whose word it rests on that the child died and which child it is. */
  confirmed: z.strictObject({ by: ConfirmedBy, on: PlainDate }).nullable(),
  notHeld: z.strictObject({ reason: NoReviewMeetingReason, decidedOn: PlainDate }).nullable(),
  panelMeetingOn: PlainDate.nullable(),
  /** What the panel asked when it put the case back. */
  panelQuestions: z.array(text(1_000)).max(20),
  reviewedOn: PlainDate.nullable(),
  nationalSubmissionOn: PlainDate.nullable(),
  requests: z.array(OpenCaseRequest),
  holds: z.array(OpenCaseHold),
  meetings: z.array(OpenCaseMeeting),
  documents: z.array(OpenCaseDocument),
  /** Those of the older analysis form. A bundle checked before there was such a sheet has none. */
  scores: z.array(OpenCaseScore).default([]),
})
export type OpenCase = z.infer<typeof OpenCase>
