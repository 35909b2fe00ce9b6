import { Instant, isAnswered, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireRequestHolder } from '../area/area-access.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { sendWithAnswer } from '../document/taken-out-rows.ts'
import { markNothingKnown } from '../information-request/request-steps.ts'
import { SaidBy, sealSaidBy } from '../information-request/said-by.ts'
import { sentAPart } from '../returned-form/partial-return-store.ts'
import { requires } from '../rpc.ts'
import { answering } from './answering.ts'

const outcome = z.strictObject({ returnedAt: Instant })

/**
 * Answers a request with "nothing is known about this child", and keeps who says so. There is no form to fill in, and
 * nothing to read: it counts as accepted.
 * @throws Refusal `request-answered`, `link-dead`, `not-allowed-in-this-state` after a form was returned, `part-received`
 */
export const nothingKnown = requires('information-request:answer')
  .input(SaidBy.extend({ key: AttemptKey }))
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const holder = requireRequestHolder(actor)
    const { areaId, subject: informationRequestId } = holder
    const change = { areaId, procedure: 'reporting-form.nothing-known', input, outcome }
    return changeOnce({ actor, parts }, change, async (tx) => {
      const { request, found } = await answering(tx, holder, { lock: true })
      if (isAnswered(request.state)) throw new Refusal('request-answered')
      if (request.state === 'sent-back') throw new Refusal('not-allowed-in-this-state')
      if (await sentAPart(tx, { areaId, informationRequestId })) throw new Refusal('part-received')
      const { caseId } = found
      const returnedAt = parts.clock.now()
      const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
      const { name, role } = input
      const saidBy = sealSaidBy(cipher, informationRequestId, { name, role })
      await markNothingKnown(tx, areaId, informationRequestId, { saidBy, at: returnedAt })
      await sendWithAnswer(tx, areaId, informationRequestId, returnedAt)
      await setNextClock(tx, areaId, caseId)
      await parts.audit.record(tx, holder, areaId, {
        action: 'reporting-form.nothing-known',
        object: { kind: 'information-request', id: informationRequestId },
      })
      await parts.publisher.publish(tx, holder, areaId, {
        type: 'information-request.nothing-known.v1',
        subject: caseId,
        payload: { informationRequestId },
      })
      return { returnedAt }
    })
  })
