import { z } from 'zod'

/** Why somebody takes the names of children out of the system in a file. There is no reason without words beside it. */
export const ExportReason = z.enum([
  /** The list is held against another list of the same children. */
  'compare-records',
  /** Partners who know the children by name meet about them. */
  'partner-meeting',
  /** Work has to go on while the system cannot be reached. */
  'system-unavailable',
  /** Somebody with a right to it inspects or investigates. */
  'inspection',
  'other',
])
export type ExportReason = z.infer<typeof ExportReason>
