import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { KeptLimits, keptLimits } from './clock-settings-store.ts'

/** What the area has set of its time limits, every version newest first; none while the defaults hold. */
export const readClockSettings = requires('area:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ versions: z.array(KeptLimits) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => ({ versions: await keptLimits(tx, areaId) }))
  })
