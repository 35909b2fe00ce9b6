import { AreaId, PackRule, PlainDate, Refusal, requireArea } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { addPackRule, KeptPackRule, keptPackRules } from './pack-rule-store.ts'

/** What the area has set of its packs, every version newest first; none while the usual rule holds. */
export const readPackRules = requires('area:read')
  .input(z.strictObject({ areaId: AreaId }))
  .output(z.strictObject({ versions: z.array(KeptPackRule) }))
  .query(({ ctx: { actor, parts }, input: { areaId } }) => {
    requireArea(actor, areaId)
    return parts.database.transaction(actor, async (tx) => ({ versions: await keptPackRules(tx, areaId) }))
  })

const Outcome = z.strictObject({ version: z.int() })

/**
 * Sets how long before a meeting its pack is released, and how long after it opens, for meetings held on a day to come or
 * later; a pack that is released keeps what held. `version` is the one the change was made from.
 * @throws Refusal `stale` when somebody else changed it meanwhile, `dates-out-of-order` for a day that has come
 */
export const setPackRule = requires('area:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      version: z.int().min(0),
      validFrom: PlainDate,
      rule: PackRule,
      key: AttemptKey,
    }),
  )
  .output(Outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, validFrom, rule } = input
    const change = { procedure: 'pack-rules.set', areaId, input, outcome: Outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      if (validFrom <= parts.clock.today()) throw new Refusal('dates-out-of-order', ['validFrom'])
      const version = input.version + 1
      const changed = { changedBy: person.personId, changedAt: parts.clock.now() }
      await addPackRule(tx, areaId, { version, validFrom, rule, ...changed })
      await parts.audit.record(tx, actor, areaId, {
        action: 'pack-rules.set',
        object: { kind: 'area', id: areaId },
      })
      return { version }
    })
  })
