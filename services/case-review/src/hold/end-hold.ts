import { AreaId, CaseId, HoldId, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { setNextClock } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { finishHold } from './finish-hold.ts'
import { findOpenHold, seeWaitingCase } from './held-case.ts'

/**
 * Records that what a case waited for is over. From that day its clocks run again.
 * @throws Refusal `stale` when it was checked or ended since, `not-allowed-in-this-state`, `date-in-future`,
 * `dates-out-of-order`
 */
export const endHold = requires('hold:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      holdId: HoldId,
      version: z.number().int().positive(),
      key: AttemptKey,
      until: PlainDate,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, until } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'hold.end', input, outcome: z.null() },
      async (tx) => {
        const seen = await seeWaitingCase(tx, person, areaId, caseId)
        const hold = await findOpenHold(tx, areaId, seen, input)
        if (until > parts.clock.today()) throw new Refusal('date-in-future', ['until'])
        if (until < hold.from) throw new Refusal('dates-out-of-order', ['until'])
        await finishHold(tx, parts, { person, areaId, caseId }, hold, until)
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'hold.end',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
