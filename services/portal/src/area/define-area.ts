import { Area, AreaId } from '@cdop/domain'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { writeOnce } from '../write-once.ts'
import { saveArea } from './area-store.ts'

const Outcome = z.strictObject({ areaId: AreaId })

/** Defines an area, or anew what belongs to it, and tells every service. */
export const defineArea = requires('area:write')
  .input(z.strictObject({ area: Area, key: z.string().min(8).max(100) }))
  .output(Outcome)
  .mutation(({ ctx, input: { area, key } }) => {
    const { actor, parts } = ctx
    const { areaId } = area
    return writeOnce(
      ctx,
      { procedure: 'area.define', areaId, key, body: area },
      Outcome.parse,
      async (tx) => {
        await saveArea(tx, area, parts.clock.now())
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'area.defined.v1',
          subject: areaId,
          payload: area,
        })
        await parts.audit.record(tx, actor, areaId, {
          action: 'area.define',
          object: { kind: 'area', id: areaId },
        })
        return { areaId }
      },
    )
  })
