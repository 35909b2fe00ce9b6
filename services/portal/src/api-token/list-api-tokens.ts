import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { ApiToken } from './api-token.ts'
import { readTokens } from './api-token-store.ts'

/** Every token of the area: whose it is, what it opens, when it was last used. */
export const listApiTokens = requires('api-token:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.array(ApiToken))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, (tx) => readTokens(tx, areaId))
  })
