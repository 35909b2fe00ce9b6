import { MatchReason } from '@cdop/matching'
import { z } from 'zod'

/** The code of a pair that a person, not the matching, thought of. */
export const RAISED_BY_A_PERSON = 'raised-by-a-person'

/** The code of a pair that could not be compared, since the other record does not open. */
export const RECORD_DAMAGED = 'record-damaged'

/** Codes of why two records may be of one child. */
export const MatchReasons = z.array(
  z.union([MatchReason, z.literal(RAISED_BY_A_PERSON), z.literal(RECORD_DAMAGED)]),
)
export type MatchReasons = z.infer<typeof MatchReasons>
