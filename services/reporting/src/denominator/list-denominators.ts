import { AreaId, requireArea } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { everyDenominator, LoadedDenominator } from './denominator-store.ts'

/** What rates of the area are divided by now: the newest of each year, population and group, the newest year first. */
export const listDenominators = requires('denominator:load')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ denominators: z.array(LoadedDenominator) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => ({
      denominators: [...(await everyDenominator(tx, areaId))],
    }))
  })
