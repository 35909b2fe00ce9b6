import { z } from 'zod'
import { ReportingYearCode } from '../reporting-year/reporting-year.ts'
import { AgeBandCode, EthnicGroupCode, ExpectednessCode, PlaceOfDeathCode, SexCode } from './codes.ts'

/** One death as statistics know it: bands and codes, no identity. Counted by area of residence. */
export const DeathFact = z.strictObject({
  caseId: z.string().min(1),
  areaId: z.string().min(1),
  diedInYear: ReportingYearCode,
  /** Calendar month of death, "2024-02"; absent where only the year is known. */
  diedMonth: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  ageBand: AgeBandCode,
  sex: SexCode,
  ethnicGroup: EthnicGroupCode,
  placeOfDeath: PlaceOfDeathCode,
  expectedness: ExpectednessCode,
})
export type DeathFact = z.infer<typeof DeathFact>
