import { z } from 'zod'

const uuid = z.uuid().transform((id) => id.toLowerCase())

/** One CDOP's footprint: the tenant. */
export const AreaId = uuid.brand<'AreaId'>()
export type AreaId = z.infer<typeof AreaId>

/** A person with an account. */
export const PersonId = uuid.brand<'PersonId'>()
export type PersonId = z.infer<typeof PersonId>

export const NotificationId = uuid.brand<'NotificationId'>()
export type NotificationId = z.infer<typeof NotificationId>

/** A notification somebody without an account has begun and not yet sent. */
export const NotificationDraftId = uuid.brand<'NotificationDraftId'>()
export type NotificationDraftId = z.infer<typeof NotificationDraftId>

/** Minted once, by intake, when a notification is accepted; the pseudonym of the child everywhere else. */
export const CaseId = uuid.brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>

/** A drawing of agreed cases that a second panel codes. */
export const CodingSampleId = uuid.brand<'CodingSampleId'>()
export type CodingSampleId = z.infer<typeof CodingSampleId>

/** The coding of one case by a second panel. */
export const SecondCodingId = uuid.brand<'SecondCodingId'>()
export type SecondCodingId = z.infer<typeof SecondCodingId>

/** A joint agency response: asked for by a notification, or begun before a child died. */
export const ResponseId = uuid.brand<'ResponseId'>()
export type ResponseId = z.infer<typeof ResponseId>

/** A stretch of time somebody is on call. */
export const TurnId = uuid.brand<'TurnId'>()
export type TurnId = z.infer<typeof TurnId>
/** A pair of notifications that may be of one child. */
export const DuplicateReviewId = uuid.brand<'DuplicateReviewId'>()
export type DuplicateReviewId = z.infer<typeof DuplicateReviewId>

/** One record of a child taken into another. */
export const MergeId = uuid.brand<'MergeId'>()
export type MergeId = z.infer<typeof MergeId>

/** A record of a child offered by one area to another; both know it by the same id. */
export const TransferId = uuid.brand<'TransferId'>()
export type TransferId = z.infer<typeof TransferId>
/** What two children who died may be to each other. */
export const RelatedId = uuid.brand<'RelatedId'>()
export type RelatedId = z.infer<typeof RelatedId>

/** Somebody has a part in a case, from one moment to another. */
export const AssignmentId = uuid.brand<'AssignmentId'>()
export type AssignmentId = z.infer<typeof AssignmentId>

export const OrganisationId = uuid.brand<'OrganisationId'>()
export type OrganisationId = z.infer<typeof OrganisationId>

/** Who answers for an organisation: a role or a team and how to reach it. */
export const OrganisationContactId = uuid.brand<'OrganisationContactId'>()
export type OrganisationContactId = z.infer<typeof OrganisationContactId>

export const InformationRequestId = uuid.brand<'InformationRequestId'>()
export type InformationRequestId = z.infer<typeof InformationRequestId>

/** Several agencies asked about one case at once. */
export const RequestBatchId = uuid.brand<'RequestBatchId'>()
export type RequestBatchId = z.infer<typeof RequestBatchId>

/** A stretch of time somebody is a family's key worker. */
export const KeyWorkerId = uuid.brand<'KeyWorkerId'>()
export type KeyWorkerId = z.infer<typeof KeyWorkerId>

/** A parent or carer of a child who died. */
export const FamilyMemberId = uuid.brand<'FamilyMemberId'>()
export type FamilyMemberId = z.infer<typeof FamilyMemberId>

/** Something a family asks about the death, in its own words. */
export const FamilyQuestionId = uuid.brand<'FamilyQuestionId'>()
export type FamilyQuestionId = z.infer<typeof FamilyQuestionId>

/** What a family was told of an answer, or given. */
export const FamilyFeedbackId = uuid.brand<'FamilyFeedbackId'>()
export type FamilyFeedbackId = z.infer<typeof FamilyFeedbackId>

/** A reason why something of a case does not go everywhere the rest of it goes. */
export const CaveatId = uuid.brand<'CaveatId'>()
export type CaveatId = z.infer<typeof CaveatId>

/** A letter to one parent or carer. */
export const CauseLetterId = uuid.brand<'CauseLetterId'>()
export type CauseLetterId = z.infer<typeof CauseLetterId>
export const FamilyLetterId = uuid.brand<'FamilyLetterId'>()
export type FamilyLetterId = z.infer<typeof FamilyLetterId>

/** A day of the year on which a family should not hear from the review. */
export const AvoidedDateId = uuid.brand<'AvoidedDateId'>()
export type AvoidedDateId = z.infer<typeof AvoidedDateId>

/** Every request of an area that goes to one mailbox. */
export const InboxId = uuid.brand<'InboxId'>()
export type InboxId = z.infer<typeof InboxId>

/** An organisation that notifies by machine with a token, within one area. */
export const NotifyingOrganisationId = uuid.brand<'NotifyingOrganisationId'>()
export type NotifyingOrganisationId = z.infer<typeof NotifyingOrganisationId>

/** What an organisation's system shows to be let in; the token itself is kept nowhere. */
export const ApiTokenId = uuid.brand<'ApiTokenId'>()
export type ApiTokenId = z.infer<typeof ApiTokenId>

/** What an agency told by other means, entered on its behalf. */
export const TranscriptionId = uuid.brand<'TranscriptionId'>()
export type TranscriptionId = z.infer<typeof TranscriptionId>

/** What is sent of a case to the national database. */
export const NationalSubmissionId = uuid.brand<'NationalSubmissionId'>()
export type NationalSubmissionId = z.infer<typeof NationalSubmissionId>

/** Something outside the panel's control that a case waits for. */
export const HoldId = uuid.brand<'HoldId'>()
export type HoldId = z.infer<typeof HoldId>

/** A worklist somebody took out as a file with the names of the children. */
export const CaseExportId = uuid.brand<'CaseExportId'>()
export type CaseExportId = z.infer<typeof CaseExportId>

/** A worklist somebody keeps under a name of their own. */
export const SavedViewId = uuid.brand<'SavedViewId'>()
export type SavedViewId = z.infer<typeof SavedViewId>

/** What somebody else does about a death: an inquest, an investigation, a review. */
export const ProceedingId = uuid.brand<'ProceedingId'>()
export type ProceedingId = z.infer<typeof ProceedingId>

/** A meeting of those who cared for one child. */
export const ReviewMeetingId = uuid.brand<'ReviewMeetingId'>()
export type ReviewMeetingId = z.infer<typeof ReviewMeetingId>

/** Something in the life of a child that the review wrote down. */
export const LifeEventId = uuid.brand<'LifeEventId'>()
export type LifeEventId = z.infer<typeof LifeEventId>

/** A meeting or visit of a joint agency response. */
export const ResponseMeetingId = uuid.brand<'ResponseMeetingId'>()
export type ResponseMeetingId = z.infer<typeof ResponseMeetingId>

/** What somebody took upon themselves in a joint agency response. */
export const ResponseActionId = uuid.brand<'ResponseActionId'>()
export type ResponseActionId = z.infer<typeof ResponseActionId>

/** A file that belongs to a case. */
export const DocumentId = uuid.brand<'DocumentId'>()
export type DocumentId = z.infer<typeof DocumentId>

/** That a panel put a case back. */
export const DeferralId = uuid.brand<'DeferralId'>()
export type DeferralId = z.infer<typeof DeferralId>

/** What a panel asked when it put a case back. */
export const PanelQuestionId = uuid.brand<'PanelQuestionId'>()
export type PanelQuestionId = z.infer<typeof PanelQuestionId>

export const PanelMeetingId = uuid.brand<'PanelMeetingId'>()
export type PanelMeetingId = z.infer<typeof PanelMeetingId>

/** A drawing of finished reviews whose quality is looked at, and one of them. */
export const QualitySampleId = uuid.brand<'QualitySampleId'>()
export type QualitySampleId = z.infer<typeof QualitySampleId>

export const QualityReviewId = uuid.brand<'QualityReviewId'>()
export type QualityReviewId = z.infer<typeof QualityReviewId>

/** A round of coding invented cases, each member by themselves. */
export const CalibrationRoundId = uuid.brand<'CalibrationRoundId'>()
export type CalibrationRoundId = z.infer<typeof CalibrationRoundId>

/** Panel meetings of several areas on one theme at one time; every area knows it by the same id. */
export const RegionalMeetingId = uuid.brand<'RegionalMeetingId'>()
export type RegionalMeetingId = z.infer<typeof RegionalMeetingId>

/** What is recommended to somebody who can act on it. */
export const RecommendationId = uuid.brand<'RecommendationId'>()
export type RecommendationId = z.infer<typeof RecommendationId>

/** What was learnt, and told to whoever can use it. */
export const LearningId = uuid.brand<'LearningId'>()
export type LearningId = z.infer<typeof LearningId>

/** A danger to other children that waits for no panel. */
export const UrgentAlertId = uuid.brand<'UrgentAlertId'>()
export type UrgentAlertId = z.infer<typeof UrgentAlertId>

/** What an organisation was reminded of in one week. */
export const OwnerDigestId = uuid.brand<'OwnerDigestId'>()
export type OwnerDigestId = z.infer<typeof OwnerDigestId>

/** What somebody takes upon themselves to follow a recommendation. */
export const ActionId = uuid.brand<'ActionId'>()
export type ActionId = z.infer<typeof ActionId>

/** What an independent scrutineer questions. */
export const ChallengeId = uuid.brand<'ChallengeId'>()
export type ChallengeId = z.infer<typeof ChallengeId>

/** A version of what a panel reads for one meeting. */
export const PackId = uuid.brand<'PackId'>()
export type PackId = z.infer<typeof PackId>

export const ReleaseId = uuid.brand<'ReleaseId'>()
export type ReleaseId = z.infer<typeof ReleaseId>

/** One edition of the annual report of an area. */
export const AnnualReportId = uuid.brand<'AnnualReportId'>()
export type AnnualReportId = z.infer<typeof AnnualReportId>

/** What a reviewer remarks on a section of a report. */
export const ReportCommentId = uuid.brand<'ReportCommentId'>()
export type ReportCommentId = z.infer<typeof ReportCommentId>

/** A held sentence of a report that two people decide about. */
export const ReportHoldId = uuid.brand<'ReportHoldId'>()
export type ReportHoldId = z.infer<typeof ReportHoldId>

/** A file of notifications on its way in. */
export const ImportId = uuid.brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

export const EventId = uuid.brand<'EventId'>()
export type EventId = z.infer<typeof EventId>

/** Follows one request through every service, log line and audit entry. */
export const RequestId = uuid.brand<'RequestId'>()
export type RequestId = z.infer<typeof RequestId>

/**
 * The area that holds what belongs to no area (sign-in, administration of areas): its audit chain, its events.
 * Nobody's roles are ever granted in it.
 */
export const SYSTEM_AREA: AreaId = AreaId.parse('00000000-0000-4000-8000-000000000000')
