import { ApiTokenId, Instant, NotifyingOrganisationId } from '@cdop/domain'
import { z } from 'zod'
import { TokenScopes } from './token-scope.ts'

/** The code by which the NHS knows an organisation (Organisation Data Service). */
export const OdsCode = z.string().regex(/^[A-Z0-9]{3,10}$/)

/** An organisation's token as its area's administrator sees it: never the token itself. */
export const ApiToken = z.strictObject({
  tokenId: ApiTokenId,
  organisationId: NotifyingOrganisationId,
  organisationName: z.string(),
  odsCode: OdsCode,
  scopes: TokenScopes,
  usesPerMinute: z.int(),
  createdAt: Instant,
  expiresAt: Instant,
  lastUsedAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>
