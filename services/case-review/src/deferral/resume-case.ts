import type { Db } from '@cdop/database'
import { AreaId, CaseId, type CaseState, gatheringAgain, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { stepCase } from '../case/case-steps.ts'
import { type CaseRow, setNextClock } from '../case/case-store.ts'
import type { Parts } from '../parts.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { deferralsOf, questionCounts } from './deferral-store.ts'
import { settledAs } from './settled-as.ts'

/**
 * Takes a case the panel put back on: to gather more, or, once every question is answered, ready for the panel again.
 * @throws Refusal `panel-questions-open`, `not-allowed-in-this-state`, `transfer-open`
 */
export const resumeCase = requires('panel-meeting:arrange')
  .input(
    z.strictObject({ areaId: AreaId, caseId: CaseId, to: z.enum(['gathering', 'ready']), key: AttemptKey }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, to } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'case.resume', input, outcome: z.null() },
      async (tx) => {
        const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
        requireClass(seen, 'agency-return')
        requireNotOffered(seen.found, parts.clock.now())
        let { found } = seen
        for (const next of await stepsOf(tx, parts, areaId, found, to)) {
          found = await stepCase(tx, areaId, found, next)
        }
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'case.resume',
          object: { kind: 'case', id: caseId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'case.resumed.v1',
          subject: caseId,
          payload: { caseId, state: found.state },
        })
        return null
      },
    )
  })

async function stepsOf(
  tx: Db,
  parts: Parts,
  areaId: AreaId,
  found: CaseRow,
  to: 'gathering' | 'ready',
): Promise<readonly CaseState[]> {
  const putBack = (await deferralsOf(tx, areaId, found.caseIds)).length > 0
  if (!putBack) throw new Refusal('not-allowed-in-this-state')
  if (to === 'gathering') {
    if (found.state !== 'deferred') throw new Refusal('not-allowed-in-this-state')
    return [gatheringAgain(found.firstReviewedOn)]
  }
  if ((await questionCounts(tx, areaId, found.caseIds)).open > 0) throw new Refusal('panel-questions-open')
  // A review that was reopened goes from there to the panel: how its meeting was settled is known.
  if (found.firstReviewedOn !== null) return found.state === 'deferred' ? ['reopened'] : []
  const settled = await settledAs(tx, parts, areaId, found)
  if (settled === null) throw new Refusal('not-allowed-in-this-state')
  return found.state === 'gathering' ? [settled] : ['gathering', settled]
}
