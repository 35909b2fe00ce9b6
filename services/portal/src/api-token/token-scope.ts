import type { OrganisationDoor } from '@cdop/domain'
import { z } from 'zod'

/** The doors one token opens. A forwarder of neonatal surveillance has a token for that and nothing else. */
export const TokenScopes = z.union([
  z
    .array(z.enum(['rest', 'fhir']))
    .min(1)
    .max(2),
  z.tuple([z.literal('neonatal-surveillance')]),
])
export type TokenScopes = z.infer<typeof TokenScopes>

/**
 * Through which door a notification comes in that was brought to an address under a token: never what the sender says.
 * @returns null when the token does not open the address
 */
export function doorFor(scopes: TokenScopes, address: 'rest' | 'fhir'): OrganisationDoor | null {
  if (scopes.some((scope) => scope === 'neonatal-surveillance')) return 'neonatal-surveillance'
  return scopes.some((scope) => scope === address) ? address : null
}
