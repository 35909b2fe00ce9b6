import { randomUUID } from 'node:crypto'
import { ApiTokenId, AreaId, addMonths, Instant, NotifyingOrganisationId, text } from '@cdop/domain'
import { blindIndex, type KeyProvider } from '@cdop/encryption'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { newToken, tokenHash } from '../session/token.ts'
import { OdsCode } from './api-token.ts'
import { addToken } from './api-token-store.ts'
import { TokenScopes } from './token-scope.ts'

/** Requests a token is good for in one minute, unless its administrator says otherwise. */
const USUAL_USES_PER_MINUTE = 60

const NewToken = z.strictObject({
  areaId: AreaId,
  organisationName: text(200),
  odsCode: OdsCode,
  scopes: TokenScopes,
  /** Months it can be used for. */
  months: z.union([z.literal(3), z.literal(6), z.literal(12)]),
  usesPerMinute: z.int().min(1).max(6000).default(USUAL_USES_PER_MINUTE),
  key: AttemptKey,
})

const Made = z.strictObject({ tokenId: ApiTokenId })

/** The same organisation has the same id in its area, however many tokens it has had. */
function organisationIdOf(keys: KeyProvider, areaId: AreaId, odsCode: string): NotifyingOrganisationId {
  const hex = blindIndex(keys, 'notifying-organisation', `${areaId}|${odsCode}`).toString('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`]
  return NotifyingOrganisationId.parse([...parts, hex.slice(20, 32)].join('-'))
}

/**
 * Makes out a token for an organisation's system. The token is in the first answer and nowhere else, ever: asked again
 * with the same key, the answer says which token it was, and `token` is null.
 */
export const createApiToken = requires('api-token:write')
  .input(NewToken)
  .output(z.strictObject({ ...Made.shape, token: z.string().nullable() }))
  .mutation(async ({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, organisationName, odsCode, scopes, months, usesPerMinute } = input
    let token: string | null = null
    const change = { procedure: 'apiToken.create', areaId, input, outcome: Made }
    const made = await changeOnce(ctx, change, async (tx) => {
      const secret = `cdop_${newToken()}`
      const tokenId = ApiTokenId.parse(randomUUID())
      const createdAt = parts.clock.now()
      await addToken(tx, areaId, tokenHash(secret), {
        tokenId,
        organisationId: organisationIdOf(parts.keys, areaId, odsCode),
        organisationName,
        odsCode,
        scopes,
        usesPerMinute,
        createdAt,
        expiresAt: Instant.parse(`${addMonths(parts.clock.today(), months)}T00:00:00.000Z`),
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'api-token.create',
        object: { kind: 'api-token', id: tokenId },
      })
      token = secret
      return { tokenId }
    })
    return { ...made, token }
  })
