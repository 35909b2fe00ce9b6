import { Instant, requireArea, SYSTEM_AREA } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { abandonLoads, addLoad, FileHash, LoadId, loadedFrom, ReferenceList } from './reference-load-store.ts'

const Begun = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('begun'), loadId: LoadId }),
  z.strictObject({ outcome: z.literal('loaded-before'), as: ReferenceList, loadedAt: Instant }),
])

/**
 * Begins to load an official list: nothing of it counts before it is whole. A load of the same list and edition that
 * was begun and never ended is given up; a file that is in force already is recognised, under whatever edition.
 */
export const beginLoad = requires('reference:load')
  .input(
    z.strictObject({
      reference: ReferenceList,
      fileHash: FileHash,
      /** It is known to hold a part of the country only. */
      partOnly: z.boolean(),
    }),
  )
  .output(Begun)
  .mutation(async ({ ctx: { actor, parts }, input: { reference, fileHash, partOnly } }) => {
    requireArea(actor, SYSTEM_AREA)
    return parts.database.transaction(actor, async (tx): Promise<z.infer<typeof Begun>> => {
      const before = await loadedFrom(tx, fileHash)
      if (before !== null) {
        const { list, edition } = before.load
        return {
          outcome: 'loaded-before',
          as: ReferenceList.parse({ list, edition }),
          loadedAt: before.loadedAt,
        }
      }
      await abandonLoads(tx, reference)
      const beganAt = parts.clock.now()
      return { outcome: 'begun', loadId: await addLoad(tx, reference, { fileHash, partOnly, beganAt }) }
    })
  })
