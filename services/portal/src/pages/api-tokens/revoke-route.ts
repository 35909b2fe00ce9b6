import { Refusal } from '@cdop/domain'
import type { ApiToken } from '../../api-token/api-token.ts'
import { personPage } from '../../page/page-route.ts'
import { GoTo } from '../../page/screen.ts'
import type { PersonVisit } from '../../page/visit.ts'
import { revokeTokenScreen } from './revoke-view.ts'

/** @throws Refusal `not-found` for a token of another area, or one revoked already */
async function tokenOf({ own, areaId, param }: PersonVisit): Promise<ApiToken> {
  const tokens = await own.apiToken.list({ areaId })
  const found = tokens.find((token) => token.tokenId === param('tokenId') && token.revokedAt === null)
  if (found === undefined) throw new Refusal('not-found')
  return found
}

/** Takes an organisation's token back. */
export const revokeApiTokenPage = personPage('/api-tokens/:tokenId', {
  permission: 'api-token:write',
  async show(visit) {
    return revokeTokenScreen(visit.formFields, await tokenOf(visit))
  },
  async post(visit, form) {
    const { tokenId } = await tokenOf(visit)
    await visit.own.apiToken.revoke({ areaId: visit.areaId, tokenId, key: form.key })
    return new GoTo('/api-tokens')
  },
})
