import { z } from 'zod'
import type { CaseState } from '../case/case-state.ts'

/** What a child death review meeting was besides (domain reference 1.3, step 5). Several may be of one child. */
export const ReviewMeetingKind = z.enum([
  'hospital-mortality-meeting',
  'perinatal-mortality-review',
  'joint-agency-final-discussion',
  'other',
])
export type ReviewMeetingKind = z.infer<typeof ReviewMeetingKind>

/** In what capacity somebody was at a review meeting. Parents do not attend; their questions do. */
export const ReviewMeetingRole = z.enum([
  'chair',
  'designated-doctor',
  'hospital-doctor',
  'nurse-or-midwife',
  'general-practitioner',
  'community-health',
  'ambulance',
  'police',
  'social-care',
  'education',
  'coroner-or-officer',
  'key-worker',
  'other',
])
export type ReviewMeetingRole = z.infer<typeof ReviewMeetingRole>

/**
 * The steps a case takes when a review meeting is recorded as held. The last one ends the stage; one after it was
 * recorded that none was held opens the stage again first. What has gone on to the panel stays there.
 */
export function stepsOfHeldMeeting(state: CaseState, last: boolean): readonly CaseState[] {
  const reopened: readonly CaseState[] = state === 'review-meeting-not-held' ? ['gathering'] : []
  const open = state === 'gathering' || reopened.length > 0
  return open && last ? [...reopened, 'review-meeting-held'] : reopened
}
