import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { contactVersions, KeptContacts, KeptTimes, timeVersions } from './area-settings-store.ts'

/** What the area has set, every version newest first; the last of each is the default. */
export const readAreaSettings = requires('area:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ contacts: z.array(KeptContacts).min(1), times: z.array(KeptTimes).min(1) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => ({
      contacts: await contactVersions(tx, areaId),
      times: await timeVersions(tx, areaId),
    }))
  })
