import { AreaId, InformationRequestId, isAnswered, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { setNextClock } from '../case/case-store.ts'
import { findRequest } from '../information-request/request-store.ts'
import { requires } from '../rpc.ts'
import { markLateAnswerSeen } from './gap-store.ts'

/**
 * Records that somebody looked at an answer that came after the review had gone on without it.
 * @throws Refusal `stale` when there is none, or somebody has looked already
 */
export const seeLateAnswer = requires('information-request:send')
  .input(z.strictObject({ areaId: AreaId, informationRequestId: InformationRequestId, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'gap.see-late-answer', input, outcome: z.null() },
      async (tx) => {
        const request = await findRequest(tx, areaId, informationRequestId)
        if (request === null) throw new Refusal('not-found')
        requireClass(await seeCase(tx, person, areaId, request.caseId, { lock: true }), 'agency-return')
        const seen = { by: person.personId, at: parts.clock.now() }
        const marked =
          isAnswered(request.state) && (await markLateAnswerSeen(tx, { areaId, informationRequestId }, seen))
        if (!marked) throw new Refusal('stale')
        await setNextClock(tx, areaId, request.caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'gap.see-late-answer',
          object: { kind: 'information-request', id: informationRequestId },
        })
        return null
      },
    )
  })
