import { requireArea, SYSTEM_AREA } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { LoadId } from './reference-load-store.ts'

/** Gives up on a load that is under way; one that is not stays as it is. */
export const abandonLoad = requires('reference:load')
  .input(z.strictObject({ loadId: LoadId }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input: { loadId } }) => {
    requireArea(actor, SYSTEM_AREA)
    await parts.database.transaction(actor, async (tx) => {
      await tx`update intake.reference_loads set state = 'abandoned' where id = ${loadId} and state = 'loading'`
    })
  })
