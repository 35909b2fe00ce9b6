import { z } from 'zod'

/** What makes a death one for a joint agency response (domain reference 1.3). */
export const JarTrigger = z.enum([
  'external-cause',
  'sudden-no-apparent-cause',
  'custody-or-mha',
  'suspicion-not-natural',
  'unattended-stillbirth',
])
export type JarTrigger = z.infer<typeof JarTrigger>
