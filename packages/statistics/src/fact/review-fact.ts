import { z } from 'zod'
import { ReportingYearCode } from '../reporting-year/reporting-year.ts'
import {
  AgeBandCode,
  DeprivationCode,
  DomainCode,
  EthnicGroupCode,
  ExpectednessCode,
  InquestCode,
  JointResponseCode,
  MeetingTookCode,
  ModifiabilityCode,
  PlaceOfDeathCode,
  ReviewMeetingCode,
  SafeguardingReviewCode,
  SexCode,
  SocialCareCode,
  TookCode,
} from './codes.ts'
import { MonthCode } from './death-fact.ts'

/** One completed review as statistics know it. Counted for the panel that owns it, in the year of its first completion. */
export const ReviewFact = z.strictObject({
  caseId: z.string().min(1),
  areaId: z.string().min(1),
  reviewedInYear: ReportingYearCode,
  /** Calendar month of the first completion; absent where only the year is known. */
  reviewedMonth: MonthCode.optional(),
  primaryCategory: z.int().min(1).max(10),
  modifiability: ModifiabilityCode,
  /** Each factor the panel called modifiable, once. */
  modifiableFactorCodes: z
    .array(z.string().min(1))
    .refine((codes) => new Set(codes).size === codes.length, 'a factor counts once in a review'),
  /** How many factors the panel called modifiable. */
  modifiableFactors: z.enum(['0', '1', '2', '3', '4-and-more']).default('0'),
  /** The domains with a factor that may have contributed. */
  relevantDomains: z.array(DomainCode).default([]),
  /** What is known of the child: absent while the area has no fact of the death (it was notified elsewhere, or late). */
  ageBand: AgeBandCode.optional(),
  sex: SexCode.optional(),
  placeOfDeath: PlaceOfDeathCode.optional(),
  ethnicGroup: EthnicGroupCode.default('not-known'),
  deprivation: DeprivationCode.default('not-known'),
  expectedness: ExpectednessCode.default('not-known'),
  socialCare: SocialCareCode.default('not-recorded'),
  jointResponse: JointResponseCode.default('not-known'),
  safeguardingReview: SafeguardingReviewCode.default('none-known-of'),
  inquest: InquestCode.default('did-not-wait'),
  reviewMeeting: ReviewMeetingCode.default('none-recorded'),
  meetingTook: MeetingTookCode.default('no-meeting'),
  /** From the death to the first review meeting, in days; null where there was none, or its death is not known. */
  daysToMeeting: z.int().nonnegative().nullable().default(null),
  /** From the death to the first completion. */
  took: TookCode.default('not-known'),
  /** The same in days; null where the area has no fact of the death. */
  daysTaken: z.int().nonnegative().nullable().default(null),
})
export type ReviewFact = z.infer<typeof ReviewFact>
