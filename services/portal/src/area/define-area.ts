import { Area, AreaId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { saveArea } from './area-store.ts'

const Outcome = z.strictObject({ areaId: AreaId })

/** Defines an area, or anew what belongs to it, and tells every service. */
export const defineArea = requires('area:write')
  .input(z.strictObject({ area: Area, key: AttemptKey }))
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { area } = input
    const { areaId } = area
    return changeOnce(ctx, { procedure: 'area.define', areaId, input, outcome: Outcome }, async (tx) => {
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
    })
  })
