import { Instant, requireArea, SYSTEM_AREA } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { listsInForce, ReferenceList } from './reference-load-store.ts'

const Listed = z.strictObject({
  reference: ReferenceList,
  partOnly: z.boolean(),
  rows: z.int(),
  loadedAt: Instant,
})

/** The lists that count, the newest edition first. */
export const listReferences = requires('reference:load')
  .input(z.strictObject({}))
  .output(z.array(Listed))
  .query(async ({ ctx: { actor, parts } }) => {
    requireArea(actor, SYSTEM_AREA)
    const found = await parts.database.transaction(actor, (tx) => listsInForce(tx))
    return found.map(({ list, edition, partOnly, rows, loadedAt }) => ({
      reference: ReferenceList.parse({ list, edition }),
      partOnly,
      rows,
      loadedAt,
    }))
  })
