import {
  AreaId,
  EscalationStep,
  escalationsOpen,
  InformationRequestId,
  PlainDate,
  Refusal,
  text,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher } from '../case/case-store.ts'
import { seeWaitingRequest } from '../information-request/waiting-request.ts'
import { requires } from '../rpc.ts'
import { chasersOf, insertEscalation } from './chaser-store.ts'
import { planEscalation } from './plan-escalations.ts'

/** Whom a letter went to: a name and an office. */
const Addressee = text(300)

/**
 * Records that an agency that does not answer was written to, at which rung, to whom and when. A rung may be passed over,
 * and none comes twice.
 * @throws Refusal `step-taken`, `date-in-future`, `dates-out-of-order`, `request-answered`, `not-allowed-in-this-state`
 */
export const escalate = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      informationRequestId: InformationRequestId,
      step: EscalationStep,
      addressee: Addressee,
      on: PlainDate,
      key: AttemptKey,
    }),
  )
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId, step, addressee, on } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'information-request.escalate', input, outcome: z.null() },
      async (tx) => {
        const { caseId, sentOn, askedAgainOn, round } = await seeWaitingRequest(
          tx,
          person,
          areaId,
          informationRequestId,
        )
        const cipher = await caseCipher(tx, parts.keys, areaId, caseId)
        const every = await chasersOf(tx, cipher, areaId, informationRequestId)
        const taken = every.filter((chaser) => chaser.round === round)
        if (!escalationsOpen(taken).includes(step)) throw new Refusal('step-taken')
        const today = parts.clock.today()
        if (on > today) throw new Refusal('date-in-future', ['on'])
        if ([askedAgainOn ?? sentOn, ...taken.map((chaser) => chaser.on)].some((earlier) => on < earlier)) {
          throw new Refusal('dates-out-of-order', ['on'])
        }
        const at = parts.clock.now()
        const request = { areaId, informationRequestId }
        await insertEscalation(tx, cipher, request, { round, step, on, addressee, by: person.personId, at })
        await planEscalation(tx, parts.keys, areaId, informationRequestId, today)
        await parts.audit.record(tx, actor, areaId, {
          action: 'information-request.escalate',
          object: { kind: 'information-request', id: informationRequestId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'information-request.escalated.v1',
          subject: caseId,
          payload: { informationRequestId, step, on },
        })
        return null
      },
    )
  })
