/** The kinds of organisation that can be asked, in words. The codes are case-review's. */
export const organisationKindWords = {
  hospital: 'Hospital',
  ambulance: 'Ambulance service',
  'general-practice': 'General practice',
  'community-health': 'Community health',
  'mental-health': 'Mental health service',
  hospice: 'Hospice',
  police: 'Police',
  'social-care': 'Children’s social care',
  education: 'School, nursery or college',
  coroner: 'Coroner',
  'public-health': 'Public health',
  housing: 'Housing',
  voluntary: 'Voluntary organisation',
  other: 'Another kind',
} as const
export type OrganisationKindCode = keyof typeof organisationKindWords

export const organisationKinds = [
  'hospital',
  'ambulance',
  'general-practice',
  'community-health',
  'mental-health',
  'hospice',
  'police',
  'social-care',
  'education',
  'coroner',
  'public-health',
  'housing',
  'voluntary',
  'other',
] as const satisfies readonly OrganisationKindCode[]
