import { AreaId, AreaSettings } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requires } from '../rpc.ts'
import { addVersion } from './area-settings-store.ts'

const Outcome = z.strictObject({ version: z.int() })

/** Sets an area's own times and tells the services that keep to them. `version` is the one the change was made from. */
export const setAreaTimes = requires('area:write')
  .input(z.strictObject({ areaId: AreaId, version: z.int().min(0), settings: AreaSettings, key: AttemptKey }))
  .output(Outcome)
  .mutation(({ ctx, input }) => {
    const { actor, parts } = ctx
    const { areaId, version: madeFrom, settings } = input
    const change = { procedure: 'area.setTimes', areaId, input, outcome: Outcome }
    return changeOnce(ctx, change, async (tx) => {
      const by = actor.kind === 'person' ? actor.personId : null
      const at = parts.clock.now()
      await addVersion(tx, areaId, 'times', { madeFrom, content: settings, by, at })
      await parts.publisher.publish(tx, actor, areaId, {
        type: 'area-settings.changed.v1',
        subject: areaId,
        payload: { areaId, settings },
      })
      await parts.audit.record(tx, actor, areaId, {
        action: 'area.set-times',
        object: { kind: 'area', id: areaId },
      })
      return { version: madeFrom + 1 }
    })
  })
