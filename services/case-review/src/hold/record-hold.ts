import { AreaId, CaseId, HoldId, HoldReason, PlainDate, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { setNextClock } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { beginHold, HoldSaid } from './begin-hold.ts'
import { seeWaitingCase } from './held-case.ts'

const Recorded = z.strictObject({ holdId: HoldId })

/**
 * Records that a case has to wait, for what, since when, whom to ask and when to ask again. Its clocks stop for the
 * stages it keeps waiting; the days since the death go on being counted.
 * @throws Refusal `hold-already-open`, `not-allowed-in-this-state`, `date-in-future`, `dates-out-of-order`;
 * `invalid-answers` when the reason does not keep those stages waiting
 */
export const recordHold = requires('hold:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      key: AttemptKey,
      reason: HoldReason,
      from: PlainDate,
      ...HoldSaid.shape,
    }),
  )
  .output(Recorded)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, key, ...hold } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'hold.record', input, outcome: Recorded },
      async (tx) => {
        const { found } = await seeWaitingCase(tx, person, areaId, caseId)
        requireNotOffered(found, parts.clock.now())
        const holdId = await beginHold(tx, parts, { person, areaId, found }, hold)
        if (holdId === null) throw new Refusal('hold-already-open')
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'hold.record',
          object: { kind: 'case', id: caseId },
        })
        return { holdId }
      },
    )
  })
