import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { KeptCaseMinutes, keptCaseMinutes } from './case-minutes-store.ts'

/** What the area has set of the minutes a case has, of each kind of panel every version newest first. */
export const readCaseMinutes = requires('area:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ versions: z.array(KeptCaseMinutes) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => ({ versions: await keptCaseMinutes(tx, areaId) }))
  })
