import { z } from 'zod'
import { ReportingYearCode } from '../reporting-year/reporting-year.ts'
import { AgeBandCode, ModifiabilityCode, PlaceOfDeathCode, SexCode } from './codes.ts'

/** One completed review as statistics know it. Counted for the panel that owns it, in the year of its first completion. */
export const ReviewFact = z.strictObject({
  caseId: z.string().min(1),
  areaId: z.string().min(1),
  reviewedInYear: ReportingYearCode,
  primaryCategory: z.int().min(1).max(10),
  modifiability: ModifiabilityCode,
  /** Each factor the panel called modifiable, once. */
  modifiableFactorCodes: z
    .array(z.string().min(1))
    .refine((codes) => new Set(codes).size === codes.length, 'a factor counts once in a review'),
  /** What is known of the child: absent while the area has no fact of the death (it was notified elsewhere, or late). */
  ageBand: AgeBandCode.optional(),
  sex: SexCode.optional(),
  placeOfDeath: PlaceOfDeathCode.optional(),
})
export type ReviewFact = z.infer<typeof ReviewFact>
