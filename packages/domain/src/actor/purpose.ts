import { z } from 'zod'

/** Why somebody is asking; on every session, request and audit entry (Children Act 2004, s.16M to s.16Q). */
export const Purpose = z.enum([
  'child-death-review',
  'statistics',
  'administration',
  'information-governance',
])
export type Purpose = z.infer<typeof Purpose>
