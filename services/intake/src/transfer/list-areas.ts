import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { KnownArea, otherAreas } from '../area/area-directory-store.ts'
import { requires } from '../rpc.ts'

/** Every other area, to whom a record may be offered: public things alone. */
export const listAreas = requires('transfer:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.array(KnownArea))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, (tx) => otherAreas(tx, areaId))
  })
