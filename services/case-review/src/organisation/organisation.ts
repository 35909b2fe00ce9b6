import { GssCode, OdsCode, OrganisationId, OrganisationKind, PlainDate, text } from '@cdop/domain'
import { z } from 'zod'

export const Email = z.email().max(254)

/** What the directory knows of an organisation besides its names and contacts. */
export const OrganisationDetails = z.strictObject({
  kind: OrganisationKind,
  /** The mailbox requests go to when no contact is chosen. */
  email: Email,
  odsCode: OdsCode.nullable(),
  gssCode: GssCode.nullable(),
  /** The first and last day on which it can be asked; null means no end on that side. */
  activeFrom: PlainDate.nullable(),
  activeTo: PlainDate.nullable(),
})

/** An agency that can be asked, by its name of today. */
export const Organisation = OrganisationDetails.extend({
  organisationId: OrganisationId,
  name: text(200),
  version: z.number().int().positive(),
})
export type Organisation = z.infer<typeof Organisation>
