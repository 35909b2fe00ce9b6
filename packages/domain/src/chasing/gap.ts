import { z } from 'zod'

/** Why a review goes on without what an agency knew. */
export const GapReason = z.enum(['no-answer', 'refused', 'records-lost', 'known-from-elsewhere'])
export type GapReason = z.infer<typeof GapReason>

/** What that is expected to do to the review: a code that can be counted, beside a sentence that cannot. */
export const GapEffect = z.enum(['little', 'some-questions-open', 'cause-or-factors-uncertain'])
export type GapEffect = z.infer<typeof GapEffect>
