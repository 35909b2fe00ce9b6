import { ApiTokenId, AreaId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { revokeToken } from './api-token-store.ts'

const Outcome = z.strictObject({ tokenId: ApiTokenId })

/** Takes a token back. The next request that shows it is refused. @throws Refusal `not-found` */
export const revokeApiToken = requires('api-token:write')
  .input(z.strictObject({ areaId: AreaId, tokenId: ApiTokenId, key: AttemptKey }))
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, tokenId } = input
    const change = { procedure: 'apiToken.revoke', areaId, input, outcome: Outcome }
    return changeOnce(ctx, change, async (tx) => {
      if (!(await revokeToken(tx, areaId, tokenId, parts.clock.now()))) throw new Refusal('not-found')
      await parts.audit.record(tx, actor, areaId, {
        action: 'api-token.revoke',
        object: { kind: 'api-token', id: tokenId },
      })
      return { tokenId }
    })
  })
