import { z } from 'zod'

/** What an area may set for itself where no law does. Whole numbers in the unit of the name. */
export const AreaSettings = z.strictObject({
  /** Hours after the death within which a notification is due: local rules say 24 or 48 (domain reference 1.3). */
  notifyWithinHours: z.int().min(1).max(168),
  /** Hours after the death within which the national database is due to hear of it (domain reference 1.4). */
  tellNationalWithinHours: z.int().min(1).max(168).prefault(48),
  /** Minutes a page to the on-call lead may stay unacknowledged before the deputy is paged too. */
  pageDeputyAfterMinutes: z.int().min(2).max(120),
  /** Months the record of a response is kept after it closed because the child lived. */
  childLivedRecordMonths: z.int().min(1).max(120),
  /** Hours after a joint agency response began within which the home or scene is visited (domain reference 1.3). */
  sceneVisitWithinHours: z.int().min(1).max(168).prefault(24),
  /** Working days after that day within which those who respond have met to share and plan (domain reference 1.3). */
  planWithinWorkingDays: z.int().min(1).max(10).prefault(2),
})
export type AreaSettings = z.infer<typeof AreaSettings>

/** What holds in an area that has set nothing. */
export const defaultAreaSettings: AreaSettings = {
  notifyWithinHours: 48,
  tellNationalWithinHours: 48,
  pageDeputyAfterMinutes: 15,
  childLivedRecordMonths: 6,
  sceneVisitWithinHours: 24,
  planWithinWorkingDays: 2,
}
