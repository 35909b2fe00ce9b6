import {
  AreaId,
  CaseId,
  laterOf,
  outcomesOf,
  PlainDate,
  ProceedingId,
  ProceedingOutcome,
  Refusal,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { setNextClock } from '../case/case-store.ts'
import { finishHold } from '../hold/finish-hold.ts'
import { type HoldRow, holdsOfCases } from '../hold/hold-store.ts'
import { requires } from '../rpc.ts'
import { findGoingOn, seeStandingCase } from './going-on.ts'
import { closeRow, type ProceedingRow } from './proceeding-store.ts'

/**
 * The day a hold ends with its proceeding: that of the proceeding, and where that was recorded in error the day it began,
 * so that it covers none; null where it goes on, for another proceeding or as it did before this one.
 */
function holdEnds(
  { from }: HoldRow,
  closing: ProceedingRow,
  all: readonly ProceedingRow[],
  { outcome, closedOn }: { outcome: ProceedingOutcome; closedOn: PlainDate },
): PlainDate | null {
  const shared = all.some(
    (one) =>
      one.proceedingId !== closing.proceedingId && one.outcome === null && one.holdId === closing.holdId,
  )
  if (shared) return null
  if (outcome === 'recorded-in-error') return closing.broughtHold ? from : null
  return laterOf(closedOn, from)
}

/**
 * Records that a proceeding is over, and how. What it kept waiting waits no longer, from the same day and in the same
 * transaction; the end of an inquest is a day the panel's clock can run from.
 * @throws Refusal `stale` when something was recorded of it since, `date-in-future`, `dates-out-of-order`,
 * `not-allowed-in-this-state`; `invalid-answers` for an end that this kind cannot have
 */
export const closeProceeding = requires('proceeding:record')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      proceedingId: ProceedingId,
      version: z.number().int().positive(),
      key: AttemptKey,
      outcome: ProceedingOutcome,
      closedOn: PlainDate,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, proceedingId, outcome, closedOn } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'proceeding.close', input, outcome: z.null() },
      async (tx) => {
        const seen = await seeStandingCase(tx, person, areaId, caseId)
        const { proceeding, all } = await findGoingOn(tx, areaId, seen, input)
        if (!outcomesOf(proceeding.kind).includes(outcome)) throw new Refusal('invalid-answers', ['outcome'])
        if (closedOn > parts.clock.today()) throw new Refusal('date-in-future', ['closedOn'])
        if (closedOn < proceeding.openedOn) throw new Refusal('dates-out-of-order', ['closedOn'])
        const closed = { outcome, on: closedOn, by: person.personId, at: parts.clock.now() }
        await closeRow(tx, { areaId, proceedingId }, closed)
        const holds = await holdsOfCases(tx, areaId, seen.found.caseIds)
        const hold = holds.find(({ holdId, until }) => holdId === proceeding.holdId && until === null)
        const until = hold === undefined ? null : holdEnds(hold, proceeding, all, { outcome, closedOn })
        if (hold !== undefined && until !== null) {
          await finishHold(tx, parts, { person, areaId, caseId }, hold, until)
        }
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'proceeding.close',
          object: { kind: 'case', id: caseId },
        })
        return null
      },
    )
  })
