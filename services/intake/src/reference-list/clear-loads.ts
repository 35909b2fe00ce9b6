import { requireArea, SYSTEM_AREA } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'

/** Rows removed by one call, which must end well within what a statement may take. */
const ROWS_A_CALL = 20_000

/**
 * Removes rows of lists that were given up or replaced, some thousands at a call. Says whether there are more: asked
 * until there are none.
 */
export const clearLoads = requires('reference:load')
  .input(z.strictObject({}))
  .output(z.strictObject({ more: z.boolean() }))
  .mutation(async ({ ctx: { actor, parts } }) => {
    requireArea(actor, SYSTEM_AREA)
    return parts.database.transaction(actor, async (tx) => {
      const [load] = await tx<{ id: number }[]>`
        select id from intake.reference_loads
        where state in ('abandoned', 'replaced') and cleared_at is null order by id limit 1 for update`
      if (load === undefined) return { more: false }
      const { count: postcodes } = await tx`
        delete from intake.postcodes where load_id = ${load.id} and postcode in (
          select postcode from intake.postcodes where load_id = ${load.id} order by postcode limit ${ROWS_A_CALL})`
      const { count: areas } = await tx`
        delete from intake.deprived_areas where load_id = ${load.id} and lsoa in (
          select lsoa from intake.deprived_areas where load_id = ${load.id} order by lsoa limit ${ROWS_A_CALL})`
      if (postcodes + areas === 0) {
        await tx`update intake.reference_loads set cleared_at = ${parts.clock.now()} where id = ${load.id}`
      }
      return { more: true }
    })
  })
