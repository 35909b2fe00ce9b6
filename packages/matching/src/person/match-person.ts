import { Sex } from '@cdop/domain'
import { z } from 'zod'

/** A date as it is compared: which dates there are was held to when it was notified, and fifty are read for each check. */
const CivilDate = z.iso.date()

/**
 * What a child is compared by, as it was notified. Null is not known; numbers are as they were typed, a check digit may
 * be wrong. The whole of it is identifying.
 */
export const MatchPerson = z.strictObject({
  familyName: z.string(),
  /** Null when the child was not yet named. */
  givenNames: z.string().nullable(),
  alsoKnownAs: z.string().nullable(),
  nhsNumber: z.string().nullable(),
  motherNhsNumber: z.string().nullable(),
  dateOfBirth: CivilDate.nullable(),
  /** `HH:MM`. */
  timeOfBirth: z.string().nullable(),
  dateOfDeath: CivilDate.nullable(),
  sex: Sex,
  address: z.string().nullable(),
  postcodes: z.array(z.string()),
  /** Known to be one of several of one pregnancy, or to be the only one. */
  ofSeveral: z.boolean().nullable(),
  /** 1 for the first born. */
  birthOrder: z.int().nullable(),
  birthWeightGrams: z.int().nullable(),
})
export type MatchPerson = z.infer<typeof MatchPerson>
