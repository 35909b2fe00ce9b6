import { z } from 'zod'

/** Why a notification was wrong: no child died, or not this one. */
export const ReportedInErrorReason = z.enum([
  'child-is-alive',
  'wrong-child-named',
  'not-a-real-report',
  'entered-by-mistake',
])
export type ReportedInErrorReason = z.infer<typeof ReportedInErrorReason>
