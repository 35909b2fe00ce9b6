import { AreaId, InformationRequestId, Refusal } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { wakeMail } from '../mail/wake-mail.ts'
import { requires } from '../rpc.ts'
import { markReminded } from './request-steps.ts'
import { seeWaitingRequest } from './waiting-request.ts'

/**
 * Reminds an agency that has not answered: the same link, the same date. At most once a day, whoever asks for it.
 * @throws Refusal `reminded-today`, `request-answered`, `not-allowed-in-this-state`
 */
export const remind = requires('information-request:send')
  .input(z.strictObject({ areaId: AreaId, informationRequestId: InformationRequestId, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'information-request.remind', input, outcome: z.null() },
      async (tx) => {
        const request = await seeWaitingRequest(tx, person, areaId, informationRequestId)
        const today = parts.clock.today()
        if (request.remindedOn === today || request.sentOn === today) throw new Refusal('reminded-today')
        await markReminded(tx, areaId, informationRequestId, today)
        await wakeMail(tx, { kind: 'reminder', areaId, informationRequestId })
        await parts.audit.record(tx, actor, areaId, {
          action: 'information-request.remind',
          object: { kind: 'information-request', id: informationRequestId },
        })
        return null
      },
    )
  })
