import { z } from 'zod'

/**
 * What belongs to a joint agency response (domain reference 1.3, step 3): sharing what is first known and planning, the
 * visit to the home or scene, further meetings, the results of the post-mortem, and the final discussion of the case.
 */
export const ResponseMeetingKind = z.enum([
  'initial-planning',
  'scene-visit',
  'multi-agency',
  'post-mortem-results',
  'final-discussion',
])
export type ResponseMeetingKind = z.infer<typeof ResponseMeetingKind>

/** Where one meeting or visit stands. Once held or not held it stays so: another one is recorded apart. */
export const ResponseMeetingState = z.enum(['arranged', 'held', 'not-held'])
export type ResponseMeetingState = z.infer<typeof ResponseMeetingState>

/** Why a meeting or visit did not take place. */
export const ResponseNotHeldReason = z.enum([
  'not-needed',
  'done-by-another-area',
  'family-declined',
  'scene-not-accessible',
  'police-asked-to-wait',
  'put-off',
  'other',
])
export type ResponseNotHeldReason = z.infer<typeof ResponseNotHeldReason>
