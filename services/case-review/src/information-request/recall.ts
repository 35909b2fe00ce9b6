import { AreaId, InformationRequestId, RequestRecallReason } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { setNextClock } from '../case/case-store.ts'
import { wakeMail } from '../mail/wake-mail.ts'
import { recallRequest } from '../reported-in-error/recall-store.ts'
import { requires } from '../rpc.ts'
import { seeUnansweredRequest } from './waiting-request.ts'

/**
 * Takes back a request that has not been answered: its link is dead at once, and the agency is told why.
 * @throws Refusal `request-answered`, `not-allowed-in-this-state`
 */
export const recall = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      informationRequestId: InformationRequestId,
      reason: RequestRecallReason,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId, reason } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'information-request.recall', input, outcome: z.null() },
      async (tx) => {
        const { caseId } = await seeUnansweredRequest(tx, person, areaId, informationRequestId)
        const recalled = { informationRequestId, caseId, reason, by: person.personId, at: parts.clock.now() }
        await recallRequest(tx, areaId, recalled)
        await wakeMail(tx, { kind: 'recall', areaId, informationRequestId })
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'information-request.recall',
          object: { kind: 'information-request', id: informationRequestId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'information-request.recalled.v1',
          subject: caseId,
          payload: { informationRequestId, reason },
        })
        return null
      },
    )
  })
