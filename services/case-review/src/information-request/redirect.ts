import {
  AreaId,
  InformationRequestId,
  OrganisationContactId,
  OrganisationId,
  Refusal,
  RequestRedirectReason,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requirePerson } from '../area/area-access.ts'
import { addresseeToday } from '../organisation/addressee.ts'
import { requires } from '../rpc.ts'
import { recipientOf } from './recipient-of.ts'
import { sendOn } from './send-on.ts'
import { seeUnansweredRequest } from './waiting-request.ts'

const outcome = z.strictObject({ informationRequestId: InformationRequestId })

/**
 * Sends a request that waits to another contact of the organisation, or to another organisation, and says why.
 * @throws Refusal `same-recipient`, `organisation-not-in-use`, `contact-ended`, `request-answered`,
 * `not-allowed-in-this-state`
 */
export const redirect = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      informationRequestId: InformationRequestId,
      organisationId: OrganisationId,
      contactId: OrganisationContactId.nullable(),
      reason: RequestRedirectReason.exclude(['passed-to-a-colleague']),
      key: AttemptKey,
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, informationRequestId, reason } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'information-request.redirect', input, outcome },
      async (tx) => {
        const request = await seeUnansweredRequest(tx, person, areaId, informationRequestId)
        const addressee = await addresseeToday(tx, parts, areaId, input, parts.clock.today())
        const now = await recipientOf(tx, parts.keys, areaId, request)
        if (addressee.organisationId === request.organisationId && addressee.email === now.email) {
          throw new Refusal('same-recipient')
        }
        const sent = { request, addressee, reason, by: person.personId }
        const next = await sendOn(tx, { actor, parts }, areaId, sent)
        await parts.audit.record(tx, actor, areaId, {
          action: 'information-request.redirect',
          object: { kind: 'information-request', id: informationRequestId },
        })
        return { informationRequestId: next }
      },
    )
  })
