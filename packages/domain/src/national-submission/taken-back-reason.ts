import { z } from 'zod'

/** Why it is taken back that somebody told the national database of a death elsewhere. In codes: no name is typed. */
export const TakenBackReason = z.enum(['nobody-told', 'another-death', 'recorded-by-mistake'])
export type TakenBackReason = z.infer<typeof TakenBackReason>
