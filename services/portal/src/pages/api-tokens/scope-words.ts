import type { OrganisationDoor } from '@cdop/domain'
import type { TokenScopes } from '../../api-token/token-scope.ts'

/** What a token opens, as its administrator reads it. */
const scopeWords: Record<OrganisationDoor, string> = {
  rest: 'REST',
  fhir: 'FHIR',
  'neonatal-surveillance': 'Neonatal surveillance',
}

export function scopesInWords(scopes: TokenScopes): string {
  return scopes.map((scope) => scopeWords[scope]).join(', ')
}
