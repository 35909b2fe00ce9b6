import { AgendaMinutes, AreaId, PanelMeetingKind, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { requires } from '../rpc.ts'
import { addCaseMinutes } from './case-minutes-store.ts'

const Outcome = z.strictObject({ version: z.int() })

/**
 * Sets how long a panel of a kind speaks about a case, for meetings on a day to come or later. What a case was given by itself
 * stays. `version` is the one the change was made from.
 * @throws Refusal `stale` when somebody else changed it meanwhile, `dates-out-of-order` for a day that has come
 */
export const setCaseMinutes = requires('area:write')
  .input(
    z.strictObject({
      areaId: AreaId,
      kind: PanelMeetingKind,
      version: z.int().min(0),
      validFrom: PlainDate,
      minutes: AgendaMinutes,
      key: AttemptKey,
    }),
  )
  .output(Outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const { personId: changedBy } = requirePerson(actor)
    const { areaId, kind, validFrom, minutes } = input
    const change = { procedure: 'case-minutes.set', areaId, input, outcome: Outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      if (validFrom <= parts.clock.today()) throw new Refusal('dates-out-of-order', ['validFrom'])
      const version = input.version + 1
      const changed = { kind, version, validFrom, minutes, changedBy, changedAt: parts.clock.now() }
      await addCaseMinutes(tx, areaId, changed)
      await parts.audit.record(tx, actor, areaId, {
        action: 'case-minutes.set',
        object: { kind: 'area', id: areaId },
      })
      return { version }
    })
  })
