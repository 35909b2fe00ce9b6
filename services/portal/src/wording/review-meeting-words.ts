import type { ReviewMeetingKind, ReviewMeetingRole } from '@cdop/domain'

/** What a review meeting was besides, in words. */
export const reviewMeetingKindWords: Readonly<Record<ReviewMeetingKind, string>> = {
  'hospital-mortality-meeting': 'Hospital mortality meeting',
  'perinatal-mortality-review': 'Perinatal mortality review (PMRT)',
  'joint-agency-final-discussion': 'Final case discussion of the joint agency response',
  other: 'Another child death review meeting',
}

/** In what capacity somebody was at a review meeting, in words. */
export const reviewMeetingRoleWords: Readonly<Record<ReviewMeetingRole, string>> = {
  chair: 'Chair',
  'designated-doctor': 'Designated doctor for child deaths',
  'hospital-doctor': 'Hospital doctor',
  'nurse-or-midwife': 'Nurse or midwife',
  'general-practitioner': 'GP',
  'community-health': 'Health visitor, school nurse or community team',
  ambulance: 'Ambulance service',
  police: 'Police',
  'social-care': 'Children’s social care',
  education: 'School, nursery or college',
  'coroner-or-officer': 'Coroner or coroner’s officer',
  'key-worker': 'Key worker for the family',
  other: 'Somebody else',
}
