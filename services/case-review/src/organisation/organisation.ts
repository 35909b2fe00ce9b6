import { OrganisationId, text } from '@cdop/domain'
import { z } from 'zod'

/** What kind of agency an organisation is to child death review. */
export const OrganisationKind = z.enum([
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
])
export type OrganisationKind = z.infer<typeof OrganisationKind>

/** An agency that can be asked, with the mailbox requests go to. */
export const Organisation = z.strictObject({
  organisationId: OrganisationId,
  name: text(200),
  kind: OrganisationKind,
  email: z.email().max(254),
})
export type Organisation = z.infer<typeof Organisation>
