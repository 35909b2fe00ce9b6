import { z } from 'zod'

/** How an agency told the panel's office what it wrote into the form on the agency's behalf. */
export const TranscriptionChannel = z.enum(['phone', 'letter', 'mail', 'meeting'])
export type TranscriptionChannel = z.infer<typeof TranscriptionChannel>
