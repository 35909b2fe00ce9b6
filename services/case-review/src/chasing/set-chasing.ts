import { AreaId, ChasingSettings, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { chasingVersions, insertChasingVersion } from './chasing-settings-store.ts'

const Made = z.strictObject({ version: z.int().positive() })

/**
 * Decides how an area chases from a day on: which steps, when, and what its mails say. What was sent stays as it was; which
 * step comes next is worked out anew from it.
 * @throws Refusal `stale` when somebody else changed it since `version`, `dates-out-of-order` for a day that has passed
 */
export const setChasing = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      version: z.int().min(0),
      validFrom: PlainDate,
      settings: ChasingSettings,
      key: AttemptKey,
    }),
  )
  .output(Made)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, validFrom, settings } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'chasing.set', input, outcome: Made },
      async (tx) => {
        if (validFrom < parts.clock.today()) throw new Refusal('dates-out-of-order', ['validFrom'])
        const [newest] = await chasingVersions(tx, areaId)
        if (newest?.version !== input.version) throw new Refusal('stale')
        const version = input.version + 1
        const made = { version, validFrom, settings, by: person.personId, at: parts.clock.now() }
        if (!(await insertChasingVersion(tx, areaId, made))) throw new Refusal('stale')
        await parts.audit.record(tx, actor, areaId, {
          action: 'chasing.set',
          object: { kind: 'area', id: areaId },
        })
        return { version }
      },
    )
  })
