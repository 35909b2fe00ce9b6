import { AreaId, PanelMeetingKind, PlainDate, QuorumRule, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { addQuorumRule } from './quorum-rules-store.ts'

const Outcome = z.strictObject({ version: z.int() })

/**
 * Sets what a kind of panel needs to decide, for meetings held on a day to come or later: what a panel has decided stands,
 * and no meeting that was held becomes quorate or ceases to be. `version` is the one the change was made from.
 * @throws Refusal `stale` when somebody else changed it meanwhile, `dates-out-of-order` for a day that has come
 */
export const setQuorumRule = requires('area:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      kind: PanelMeetingKind,
      version: z.int().min(0),
      validFrom: PlainDate,
      rule: QuorumRule,
      key: AttemptKey,
    }),
  )
  .output(Outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, kind, validFrom, rule } = input
    const change = { procedure: 'quorum-rules.set', areaId, input, outcome: Outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      if (validFrom <= parts.clock.today()) throw new Refusal('dates-out-of-order', ['validFrom'])
      const version = input.version + 1
      const changed = { changedBy: person.personId, changedAt: parts.clock.now() }
      await addQuorumRule(tx, areaId, { kind, version, validFrom, rule, ...changed })
      await parts.audit.record(tx, actor, areaId, {
        action: 'quorum-rules.set',
        object: { kind: 'area', id: areaId },
      })
      return { version }
    })
  })
