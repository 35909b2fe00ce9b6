import { AreaId, CaseId, PlainDate, ProceedingId, ProceedingStep, Refusal, stepsOf } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { requires } from '../rpc.ts'
import { findGoingOn, seeStandingCase } from './going-on.ts'
import { addStep, type ProceedingRow, StepDoneBy } from './proceeding-store.ts'

/** @throws Refusal `dates-out-of-order` when a step would lie before an earlier one or after a later one */
function requireOrder(
  { kind, openedOn, steps }: ProceedingRow,
  step: ProceedingStep,
  doneOn: PlainDate,
): void {
  const order = stepsOf(kind)
  const place = order.indexOf(step)
  if (place < 0) throw new Refusal('invalid-answers', ['step'])
  const wrong = steps.some((other) => {
    const there = order.indexOf(other.step)
    return there < place ? other.doneOn > doneOn : there > place && other.doneOn < doneOn
  })
  const early = kind === 'prevention-of-future-deaths' && doneOn < openedOn
  if (wrong || early) throw new Refusal('dates-out-of-order', ['doneOn'])
}

/**
 * Records a dated step of a proceeding and who did it: its clock starts or stops on that day. A step recorded again takes
 * the place of what was recorded, which stays to be seen.
 * @throws Refusal `stale` when something was recorded of it since, `date-in-future`, `dates-out-of-order`,
 * `not-allowed-in-this-state`; `invalid-answers` for a step of another kind
 */
export const recordStep = requires('proceeding:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      proceedingId: ProceedingId,
      version: z.number().int().positive(),
      key: AttemptKey,
      step: ProceedingStep,
      doneOn: PlainDate,
      doneBy: StepDoneBy,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, proceedingId, step, doneOn, doneBy } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'proceeding.record-step', input, outcome: z.null() },
      async (tx) => {
        const seen = await seeStandingCase(tx, person, areaId, caseId)
        const { proceeding } = await findGoingOn(tx, areaId, seen, input)
        if (doneOn > parts.clock.today()) throw new Refusal('date-in-future', ['doneOn'])
        if (step === 'looked-after-death-notified' && doneOn < seen.found.diedOn) {
          throw new Refusal('dates-out-of-order', ['doneOn'])
        }
        requireOrder(proceeding, step, doneOn)
        const cipher = await caseCipher(tx, parts.keys, areaId, proceeding.caseId)
        const recorded = { recordedBy: person.personId, recordedAt: parts.clock.now() }
        await addStep(tx, cipher, { areaId, proceedingId }, { step, doneOn, doneBy, ...recorded })
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'proceeding.record-step',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
