import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { areaCipher } from '../area/area-cipher.ts'
import { requires } from '../rpc.ts'
import { SavedView, savedViewsOf } from './saved-view-store.ts'

/** The worklists a person keeps, in the order they saved them; nobody else's. */
export const listViews = requires('case:list')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ views: z.array(SavedView) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    const { personId } = requirePerson(actor)
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => ({
      views: await savedViewsOf(tx, () => areaCipher(tx, parts.keys, areaId), { areaId, personId }),
    }))
  })
