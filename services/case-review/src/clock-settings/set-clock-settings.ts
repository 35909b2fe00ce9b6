import { AreaId, ClockLimits, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { addLimits } from './clock-settings-store.ts'

const Outcome = z.strictObject({ version: z.int() })

/**
 * Sets how long things may take in an area, for whatever begins on a day to come or later: what has begun keeps the limit
 * it began with, so that nothing turns late or punctual by a change. `version` is the one the change was made from.
 * @throws Refusal `stale` when somebody else changed it meanwhile, `dates-out-of-order` for a day that has come
 */
export const setClockSettings = requires('area:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      version: z.int().min(0),
      validFrom: PlainDate,
      limits: ClockLimits,
      key: AttemptKey,
    }),
  )
  .output(Outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, validFrom, limits } = input
    const change = { procedure: 'clock-settings.set', areaId, input, outcome: Outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      if (validFrom <= parts.clock.today()) throw new Refusal('dates-out-of-order', ['validFrom'])
      const version = input.version + 1
      const changed = { changedBy: person.personId, changedAt: parts.clock.now() }
      await addLimits(tx, areaId, { version, validFrom, limits, ...changed })
      await parts.audit.record(tx, actor, areaId, {
        action: 'clock-settings.set',
        object: { kind: 'area', id: areaId },
      })
      return { version }
    })
  })
