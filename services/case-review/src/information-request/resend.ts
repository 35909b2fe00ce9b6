import { AreaId, InformationRequestId } from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { deleteLinks } from '../link/link-store.ts'
import { requires } from '../rpc.ts'
import { recipientOf } from './recipient-of.ts'
import { markSentAgain } from './request-steps.ts'
import { sendLink } from './send-link.ts'
import { seeWaitingRequest } from './waiting-request.ts'

/**
 * Sends a request to the same recipient again, with a new link: the one before is dead at once. The date stays.
 * @throws Refusal `request-answered`, `not-allowed-in-this-state`
 */
export const resend = requires('information-request:send')
  .input(z.strictObject({ areaId: AreaId, informationRequestId: InformationRequestId, key: AttemptKey }))
  .output(z.void())
  .mutation(async ({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId } = input
    await changeOnce(
      { actor, parts },
      { areaId, procedure: 'information-request.resend', input, outcome: z.null() },
      async (tx) => {
        const request = await seeWaitingRequest(tx, person, areaId, informationRequestId)
        const { caseId, organisationId } = request
        const attempt = request.attempt + 1
        const recipient = await recipientOf(tx, parts.keys, areaId, request)
        await deleteLinks(tx, { areaId, informationRequestId })
        await markSentAgain(tx, areaId, informationRequestId, attempt)
        const place = { areaId, caseId, informationRequestId, attempt }
        const addressee = { organisationId, contactId: null, ...recipient }
        await sendLink(tx, parts, place, { ...addressee, reason: 'sent-again', at: parts.clock.now() })
        await parts.audit.record(tx, actor, areaId, {
          action: 'information-request.resend',
          object: { kind: 'information-request', id: informationRequestId },
        })
        return null
      },
    )
  })
