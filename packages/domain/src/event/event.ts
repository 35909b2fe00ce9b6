import { z } from 'zod'
import { PanelAgency } from '../actor/role.ts'
import { AgeBand } from '../age/age.ts'
import { Area, AuthorityCode } from '../area/area.ts'
import { AreaSettings } from '../area/area-settings.ts'
import { CaseReference } from '../case/case-reference.ts'
import { CaseState, NoReviewMeetingReason } from '../case/case-state.ts'
import { ReopeningReason } from '../case/reopening.ts'
import { CategoryOfDeath } from '../category-of-death/category-of-death.ts'
import { GapEffect, GapReason } from '../chasing/gap.ts'
import { EscalationStep } from '../chasing/ladder.ts'
import { ConfirmedBy } from '../confirmation/confirmation.ts'
import { PerinatalKind } from '../factor/analysis-outputs.ts'
import { FactorCode, FactorDomain } from '../factor/factor.ts'
import { Modifiability } from '../factor/modifiability.ts'
import { GestationBand } from '../gestation/gestation-band.ts'
import { HeldStage, HoldReason } from '../hold/hold.ts'
import {
  AreaId,
  CaseId,
  EventId,
  HoldId,
  InformationRequestId,
  MergeId,
  NotificationId,
  OrganisationId,
  OwnerDigestId,
  PanelMeetingId,
  PersonId,
  RegionalMeetingId,
  RelatedId,
  ReleaseId,
  RequestId,
  ReviewMeetingId,
  TransferId,
  UrgentAlertId,
} from '../id/id.ts'
import { RequestRecallReason, RequestRedirectReason } from '../information-request/information-request.ts'
import { LaterReason } from '../information-request/partial-return.ts'
import { Sex } from '../notification/notification.ts'
import { ImportedAs } from '../open-case/open-case.ts'
import { OrganisationKind } from '../organisation/organisation.ts'
import { Instant, PlainDate } from '../plain-date/plain-date.ts'
import { Neighbourhood } from '../postcode/postcode-place.ts'
import { SeatAs } from '../regional-meeting/regional-meeting.ts'
import { ReleasedTable } from '../released-figure/released-figure.ts'
import { ReportedInErrorReason } from '../reported-in-error/reported-in-error.ts'
import { ReviewMeetingKind } from '../review-meeting/review-meeting.ts'
import { SelfAssessmentStep } from '../self-assessment/self-assessment-step.ts'

const code = z
  .string()
  .regex(/^[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*$/)
  .max(60)

const FormVersion = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
  .max(40)

/** Names a question, `group[0].question` inside an entry. */
const ItemPath = z
  .string()
  .regex(/^[a-zA-Z0-9]+([-._/][a-zA-Z0-9]+|\[\d{1,3}\])*$/)
  .max(80)

/** How each item of a form stands: `answered`, `not-known` (considered, no information), `blank`, `not-asked`. */
const Completeness = z.record(ItemPath, z.enum(['answered', 'not-known', 'blank', 'not-asked']))

/**
 * Every event there is: past tense, with a version. Payloads hold ids, codes, bands, versions and statutory dates of
 * death and review; never a name, a number, a date of birth or free text.
 */
export const eventPayloads = {
  'area.defined.v1': Area,
  'area-settings.changed.v1': z.strictObject({ areaId: AreaId, settings: AreaSettings }),
  'notification.received.v1': z.strictObject({ notificationId: NotificationId, receivedOn: PlainDate }),
  'notification.accepted.v1': z.strictObject({
    caseId: CaseId,
    caseReference: CaseReference,
    notificationId: NotificationId,
    receivedOn: PlainDate,
    diedOn: PlainDate,
    ageBand: AgeBand,
    sex: Sex,
    ethnicCategory: code,
    placeOfDeath: code,
    expectedness: code,
    localAuthority: AuthorityCode,
    jarTriggers: z.array(code),
    /** What else applied to the child, as notified; left out by senders from before it was told. */
    flags: z.array(code).exactOptional(),
    /** Completed weeks at birth, as a band; left out where they were not notified, and before it was told. */
    gestation: GestationBand.exactOptional(),
    /** Whether a joint agency response had begun, as notified; left out where that was not answered, and before it was told. */
    responseStarted: z.enum(['yes', 'no', 'not-known']).exactOptional(),
    /** Other reviews of the death that were under way, as notified; left out by senders from before it was told. */
    otherReviews: z.array(code).exactOptional(),
    formVersion: FormVersion,
    completeness: Completeness,
    /** By the lists that were loaded when it was accepted; left out where those said nothing, and before there were any. */
    neighbourhood: Neighbourhood.exactOptional(),
    /** The coordinator who accepted it: the case is theirs first; left out where it was accepted otherwise. */
    acceptedBy: PersonId.exactOptional(),
    /** The case was another area's before, and what was gathered there follows. */
    takenOver: z.strictObject({ transferId: TransferId, fromAreaId: AreaId }).exactOptional(),
    /** The case was open elsewhere, and came in with a bundle. */
    imported: ImportedAs.exactOptional(),
  }),
  'identity-and-death.confirmed.v1': z.strictObject({
    caseId: CaseId,
    death: z.strictObject({ by: ConfirmedBy, on: PlainDate }),
    identity: z.strictObject({ by: ConfirmedBy, on: PlainDate }),
  }),
  'notification.reported-in-error.v1': z.strictObject({
    caseId: CaseId,
    notificationId: NotificationId,
    reason: ReportedInErrorReason,
    nationalDatabaseTold: z.boolean(),
  }),
  'notification.merged.v1': z.strictObject({
    notificationId: NotificationId,
    intoNotificationId: NotificationId,
    mergeId: MergeId,
  }),
  'notification.merge-undone.v1': z.strictObject({ notificationId: NotificationId, mergeId: MergeId }),
  /** The subject is the case merged away. */
  'case.merged.v1': z.strictObject({ caseId: CaseId, intoCaseId: CaseId, mergeId: MergeId }),
  'case.merge-undone.v1': z.strictObject({ caseId: CaseId, mergeId: MergeId }),
  /** What is known of the child after a merge or its undoing, when it is not what was told before. */
  'case.child-corrected.v1': z.strictObject({
    caseId: CaseId,
    diedOn: PlainDate,
    ageBand: AgeBand,
    sex: Sex,
  }),
  /** Two children of one home or family died: what they are to each other is intake's to say, to whoever may know. */
  'household-death.found.v1': z.strictObject({ relatedId: RelatedId }),
  /** Another area asks this one to take a record over: what it is, intake says to whoever may decide. */
  'transfer.asked.v1': z.strictObject({ transferId: TransferId }),
  /** Another area was asked to take the case over: nothing is sent meanwhile. */
  'case.offered.v1': z.strictObject({ caseId: CaseId, transferId: TransferId }),
  /** It was declined or recalled: the case goes on where it is. */
  'case.offer-ended.v1': z.strictObject({ caseId: CaseId, transferId: TransferId }),
  /** The case is another area's. There it begins by an acceptance of its own, with the same ids and dates. */
  'case.transferred.v1': z.strictObject({ caseId: CaseId, transferId: TransferId, toAreaId: AreaId }),
  'case.opened.v1': z.strictObject({ caseId: CaseId }),
  'information-request.sent.v1': z.strictObject({
    informationRequestId: InformationRequestId,
    organisationId: OrganisationId,
    dueOn: PlainDate,
  }),
  'information-request.returned.v1': z.strictObject({
    informationRequestId: InformationRequestId,
    formVersion: FormVersion,
    completeness: Completeness,
  }),
  /** An agency corrected what it returned: `entry` is the version that counts from now on. */
  'information-request.corrected.v1': z.strictObject({
    informationRequestId: InformationRequestId,
    entry: z.number().int().min(2),
    formVersion: FormVersion,
    completeness: Completeness,
  }),
  /** An agency sent a part of its answer, as version `entry`, and said by when the rest will come. It is still waited for. */
  'information-request.partly-returned.v1': z.strictObject({
    informationRequestId: InformationRequestId,
    entry: z.number().int().positive(),
    promisedOn: PlainDate,
    reason: LaterReason,
  }),
  /** Somebody read what was returned, and nothing is missing. */
  'information-request.accepted.v1': z.strictObject({
    informationRequestId: InformationRequestId,
    entry: z.number().int().positive(),
  }),
  /** Somebody read what was returned, and asked for what is missing, by a new day. */
  'information-request.sent-back.v1': z.strictObject({
    informationRequestId: InformationRequestId,
    entry: z.number().int().positive(),
    answerBy: PlainDate,
  }),
  'information-request.recalled.v1': z.strictObject({
    informationRequestId: InformationRequestId,
    reason: RequestRecallReason,
  }),
  'information-request.escalated.v1': z.strictObject({
    informationRequestId: InformationRequestId,
    step: EscalationStep,
    on: PlainDate,
  }),
  'information-request.gone-without.v1': z.strictObject({
    informationRequestId: InformationRequestId,
    organisationKind: OrganisationKind,
    reason: GapReason,
    effect: GapEffect,
  }),
  'information-request.nothing-known.v1': z.strictObject({ informationRequestId: InformationRequestId }),
  'information-request.redirected.v1': z.strictObject({
    informationRequestId: InformationRequestId,
    redirectedTo: InformationRequestId,
    organisationId: OrganisationId,
    dueOn: PlainDate,
    reason: RequestRedirectReason,
  }),
  'review-meeting.not-held.v1': z.strictObject({ caseId: CaseId, reason: NoReviewMeetingReason }),
  /** `last`: no further review meeting is expected. */
  'review-meeting.held.v1': z.strictObject({
    caseId: CaseId,
    reviewMeetingId: ReviewMeetingId,
    kind: ReviewMeetingKind,
    heldOn: PlainDate,
    last: z.boolean(),
  }),
  'review-meeting.reported.v1': z.strictObject({
    caseId: CaseId,
    reviewMeetingId: ReviewMeetingId,
    receivedOn: PlainDate,
  }),
  'hold.began.v1': z.strictObject({
    caseId: CaseId,
    holdId: HoldId,
    reason: HoldReason,
    stages: z.array(HeldStage).min(1),
    from: PlainDate,
  }),
  'hold.ended.v1': z.strictObject({ caseId: CaseId, holdId: HoldId, until: PlainDate }),
  'case.listed.v1': z.strictObject({ caseId: CaseId, panelMeetingId: PanelMeetingId }),
  /** The panel put it back with questions. */
  'case.deferred.v1': z.strictObject({
    caseId: CaseId,
    panelMeetingId: PanelMeetingId,
    deferredOn: PlainDate,
  }),
  'case.resumed.v1': z.strictObject({ caseId: CaseId, state: CaseState }),
  'case.reviewed.v1': z.strictObject({
    caseId: CaseId,
    panelMeetingId: PanelMeetingId,
    reviewedOn: PlainDate,
  }),
  'case.closed.v1': z.strictObject({ caseId: CaseId, closedOn: PlainDate }),
  /** Another area asks this one to a regional meeting: what it is, case-review says to whoever may answer. */
  'regional-meeting.asked.v1': z.strictObject({ regionalMeetingId: RegionalMeetingId }),
  /** Who of other areas has a seat at a panel meeting of this one, all of them, and until which day it opens anything. */
  'guest-seats.changed.v1': z.strictObject({
    panelMeetingId: PanelMeetingId,
    untilOn: PlainDate,
    seats: z.array(
      z.strictObject({ personId: PersonId, homeAreaId: AreaId, agency: PanelAgency, seat: SeatAs }),
    ),
  }),
  /** A finished review begins again: the codes of it, and on which day the panel had finished it first. */
  'case.reopened.v1': z.strictObject({
    caseId: CaseId,
    number: z.number().int().positive(),
    reason: ReopeningReason,
    reopenedOn: PlainDate,
    firstReviewedOn: PlainDate,
  }),
  'analysis.agreed.v1': z.strictObject({
    caseId: CaseId,
    panelMeetingId: PanelMeetingId,
    reviewedOn: PlainDate,
    /** Grows with every draft and every agreement of the case: of two agreements the greater is the later. */
    analysisVersion: z.number().int().positive(),
    /** Which agreement it is of those on the case: not said of the first. */
    revision: z.number().int().min(2).exactOptional(),
    /** When the panel first reviewed the case, of one that was reopened: in that year it counts. */
    firstReviewedOn: PlainDate.exactOptional(),
    categories: z.array(CategoryOfDeath).min(1),
    primaryCategory: CategoryOfDeath,
    modifiability: Modifiability,
    factors: z.array(
      z.strictObject({
        domain: FactorDomain,
        code: FactorCode,
        relevance: z.union([z.literal(1), z.literal(2)]),
        modifiable: z.boolean(),
      }),
    ),
    /** The grade of each domain, 0 for no information; left out by senders from before it was told. */
    domains: z
      .array(
        z.strictObject({
          domain: FactorDomain,
          relevance: z.union([z.literal(0), z.literal(1), z.literal(2)]),
        }),
      )
      .exactOptional(),
    /** Of category 8, where the form asked for it. */
    perinatalKinds: z.array(PerinatalKind).min(1).exactOptional(),
  }),
  /** A review meeting's own view of the analysis was sent to the panel: never what the panel agrees, and never counted. */
  'meeting-analysis.finished.v1': z.strictObject({
    caseId: CaseId,
    reviewMeetingId: ReviewMeetingId,
    /** Which sending it is: a correction is a further one. */
    revision: z.number().int().positive(),
    finishedOn: PlainDate,
    finishedBy: PersonId,
  }),
  /** Whoever is named was invited to a panel meeting, or what they were told of it has changed: they are to hear of it. */
  'panel-meeting.announced.v1': z.strictObject({
    panelMeetingId: PanelMeetingId,
    sequence: z.number().int().nonnegative(),
    personIds: z.array(PersonId).min(1),
  }),
  /** Designated doctor and public health are told at once. */
  'urgent-alert.raised.v1': z.strictObject({ alertId: UrgentAlertId }),
  /** Somebody who had to say that they know of it has not, and the time for it is over. */
  'urgent-alert.unacknowledged.v1': z.strictObject({ alertId: UrgentAlertId }),
  /** What an organisation owes, by references and days: it is mailed to it. */
  'owner-digest.made.v1': z.strictObject({
    digestId: OwnerDigestId,
    organisationId: OrganisationId,
    lines: z.array(
      z.strictObject({ reference: z.string().regex(/^R-\d{4}-\d{3,}( action \d+)?$/), dueOn: PlainDate }),
    ),
  }),
  /** What became of the mail with what an organisation owes. */
  'owner-digest.mailed.v1': z.strictObject({
    digestId: OwnerDigestId,
    outcome: z.enum(['sent', 'no-mailbox']),
  }),
  /** Recommendations of an area, or actions under them, have been overdue for long: chair and designated doctor are told. */
  'recommendation.escalated.v1': z.strictObject({
    on: PlainDate,
    recommendations: z.number().int().positive(),
  }),
  /** An organisation is asked for its yearly self-assessment, or reminded of it: it is mailed a link to its inbox. */
  'self-assessment.asked.v1': z.strictObject({
    year: z.string().regex(/^\d{4}-\d{2}$/),
    organisationId: OrganisationId,
    dueOn: PlainDate,
    step: SelfAssessmentStep,
  }),
  'release.built.v1': z.strictObject({ releaseId: ReleaseId }),
  /**
   * What anybody may read of a release of a whole year, by codes: its protected counts. Null is a count that is hidden. `of` is
   * what the cell is a share of, where its table tells shares; a table that was withheld has no cells.
   */
  'release-figures.published.v1': z.strictObject({
    releaseId: ReleaseId,
    reportingYear: z.string().regex(/^\d{4}-\d{2}$/),
    builtAt: Instant,
    tables: z.array(ReleasedTable),
  }),
  /** A second person signed it: from now on its tables are published. */
  'release.signed.v1': z.strictObject({
    releaseId: ReleaseId,
    /** "2025-26" */
    reportingYear: z.string().regex(/^\d{4}-\d{2}$/),
  }),
} as const

export const EventType = z.keyof(z.strictObject(eventPayloads))
export type EventType = z.infer<typeof EventType>

export type PayloadOf<Type extends EventType> = z.infer<(typeof eventPayloads)[Type]>

/** What a use case publishes: the log adds id, version, time. */
export type NewEvent = {
  [Type in EventType]: { type: Type; subject: string; payload: PayloadOf<Type> }
}[EventType]

/** One entry of a service's event log. `version` counts the events of its subject from 1 without a gap. */
export const EventEnvelope = z.strictObject({
  id: EventId,
  areaId: AreaId,
  subject: z.uuid(),
  version: z.number().int().positive(),
  type: EventType,
  payload: z.unknown(),
  recordedAt: Instant,
  requestId: RequestId,
})
export type EventEnvelope = z.infer<typeof EventEnvelope>

/** An envelope whose payload has been parsed by its type. */
export type DomainEvent = {
  [Type in EventType]: Omit<EventEnvelope, 'type' | 'payload'> & { type: Type; payload: PayloadOf<Type> }
}[EventType]

/** @throws ZodError when the payload is not what its type says */
export function parseEvent(envelope: EventEnvelope): DomainEvent {
  return { ...envelope, payload: eventPayloads[envelope.type].parse(envelope.payload) } as DomainEvent
}
