import { randomUUID } from 'node:crypto'
import { AreaId, CaseId, HeldStage, HoldId, HoldReason, PlainDate, Refusal, wronglyHeld } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { seeWaitingCase } from './held-case.ts'
import { addCheck, addHold, HoldContact } from './hold-store.ts'
import { requireCheckDates } from './require-check-dates.ts'

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
      stages: z.array(HeldStage).max(HeldStage.options.length),
      from: PlainDate,
      contact: HoldContact,
      confirmedOn: PlainDate,
      nextCheckOn: PlainDate,
    }),
  )
  .output(Recorded)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, reason, stages, from, contact, confirmedOn, nextCheckOn } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'hold.record', input, outcome: Recorded },
      async (tx) => {
        const { found } = await seeWaitingCase(tx, person, areaId, caseId)
        requireNotOffered(found, parts.clock.now())
        if (wronglyHeld(reason, stages).length > 0) throw new Refusal('invalid-answers', ['stages'])
        const today = parts.clock.today()
        if (from > today) throw new Refusal('date-in-future', ['from'])
        if (from < found.diedOn) throw new Refusal('dates-out-of-order', ['from'])
        requireCheckDates({ from, confirmedOn, nextCheckOn }, today)
        const holdId = HoldId.parse(randomUUID())
        const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
        const hold = { holdId, caseId, reason, stages, from, nextCheckOn, ...recorded }
        if (!(await addHold(tx, areaId, hold))) throw new Refusal('hold-already-open')
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        const check = { entry: 1, confirmedOn, nextCheckOn, contact, ...recorded }
        await addCheck(tx, cipher, { areaId, holdId }, check)
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'hold.record',
          object: { kind: 'case', id: caseId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'hold.began.v1',
          subject: caseId,
          payload: { caseId, holdId, reason, stages, from },
        })
        return { holdId }
      },
    )
  })
