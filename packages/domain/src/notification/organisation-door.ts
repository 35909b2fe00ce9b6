import { z } from 'zod'

/** The doors through which an organisation's system may bring a notification, each with a token of its own. */
export const OrganisationDoor = z.enum(['rest', 'fhir', 'neonatal-surveillance'])
export type OrganisationDoor = z.infer<typeof OrganisationDoor>
