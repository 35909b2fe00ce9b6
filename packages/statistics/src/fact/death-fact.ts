import { z } from 'zod'
import { ReportingYearCode } from '../reporting-year/reporting-year.ts'
import {
  AgeBandCode,
  DeprivationCode,
  EthnicGroupCode,
  ExpectednessCode,
  GestationCode,
  JointResponseCode,
  KeyWorkerCode,
  OpenForCode,
  PlaceOfDeathCode,
  RuralUrbanCode,
  SafeguardingReviewCode,
  SexCode,
  SocialCareCode,
  StageCode,
  WaitsForCode,
} from './codes.ts'

/** A calendar month, "2024-02". */
export const MonthCode = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** One death as statistics know it: bands and codes, no identity. Counted by area of residence. */
export const DeathFact = z.strictObject({
  caseId: z.string().min(1),
  areaId: z.string().min(1),
  diedInYear: ReportingYearCode,
  /** Calendar month of death, "2024-02"; absent where only the year is known. */
  diedMonth: MonthCode.optional(),
  ageBand: AgeBandCode,
  sex: SexCode,
  ethnicGroup: EthnicGroupCode,
  placeOfDeath: PlaceOfDeathCode,
  expectedness: ExpectednessCode,
  deprivation: DeprivationCode.default('not-known'),
  ruralUrban: RuralUrbanCode.default('not-known'),
  gestation: GestationCode.default('not-recorded'),
  socialCare: SocialCareCode.default('not-recorded'),
  /** Everything that was ticked to apply to the child. */
  flags: z.array(z.string().min(1)).default([]),
  jointResponse: JointResponseCode.default('not-known'),
  keyWorker: KeyWorkerCode.default('not-recorded'),
  safeguardingReview: SafeguardingReviewCode.default('none-known-of'),
  /** The primary category, once a panel agreed it: "1" to "10". */
  agreedCategory: z
    .string()
    .regex(/^([1-9]|10|not-reviewed)$/)
    .default('not-reviewed'),
  stage: StageCode.default('not-open'),
  openFor: OpenForCode.default('not-open'),
  waitsFor: WaitsForCode.default('not-open'),
})
export type DeathFact = z.infer<typeof DeathFact>
