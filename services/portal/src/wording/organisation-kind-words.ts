import type { OrganisationKind } from '@cdop/domain'

/** The kinds of organisation that can be asked, in words. */
export const organisationKindWords: Readonly<Record<OrganisationKind, string>> = {
  'general-practice': 'General practice',
  maternity: 'Midwifery or maternity service',
  'child-health-nursing': 'Health visiting or school nursing',
  hospital: 'Hospital (acute trust)',
  'community-health': 'Community health (community trust)',
  'mental-health': 'Mental health service',
  ambulance: 'Ambulance service',
  hospice: 'Hospice',
  'social-care': 'Children’s social care',
  education: 'School, nursery or college',
  police: 'Police',
  coroner: 'Coroner’s office',
  'public-health': 'Public health',
  housing: 'Housing',
  voluntary: 'Voluntary organisation',
  other: 'Another kind',
}
