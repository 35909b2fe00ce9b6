import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { KeptQuorumRule, keptQuorumRules } from './quorum-rules-store.ts'

/** What the area has set of quorum, of each kind of panel every version newest first; none while the usual rule holds. */
export const readQuorumRules = requires('area:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ versions: z.array(KeptQuorumRule) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => ({ versions: await keptQuorumRules(tx, areaId) }))
  })
