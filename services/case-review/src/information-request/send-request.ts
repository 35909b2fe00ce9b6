import { randomUUID } from 'node:crypto'
import {
  AreaId,
  CaseId,
  InformationRequestId,
  mayGather,
  OrganisationContactId,
  OrganisationId,
  PlainDate,
  Refusal,
  requireConfirmed,
} from '@cdop/domain'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { setNextClock } from '../case/case-store.ts'
import { addresseeToday } from '../organisation/addressee.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { dueOnOf } from './due-on.ts'
import { insertRequest } from './request-store.ts'
import { sendLink } from './send-link.ts'

const outcome = z.strictObject({ informationRequestId: InformationRequestId, dueOn: PlainDate })

/**
 * Asks an agency what it knew of the child (Children Act 2004, s.16N), through one of its contacts or its mailbox. The
 * mail leaves after the commit, by a job.
 * @throws Refusal `not-confirmed` before it is recorded who confirmed the death and who the child is;
 * `organisation-not-in-use` or `contact-ended` when the directory says so; `not-allowed-in-this-state` once the panel has
 * reviewed the case; `transfer-open` while another area is asked to take it
 */
export const sendRequest = requires('information-request:send')
  .input(
    z.strictObject({
      areaId: AreaId,
      caseId: CaseId,
      organisationId: OrganisationId,
      /** Null for the mailbox of the organisation. */
      contactId: OrganisationContactId.nullable().default(null),
      key: AttemptKey,
    }),
  )
  .output(outcome)
  .mutation(({ ctx: { actor, parts }, input }) => {
    const person = requirePerson(actor)
    const { areaId, caseId, organisationId } = input
    return changeOnce(
      { actor, parts },
      { areaId, procedure: 'information-request.send', input, outcome },
      async (tx) => {
        const seen = await seeCase(tx, person, areaId, caseId, { lock: true })
        requireClass(seen, 'agency-return')
        if (!mayGather(seen.found.state)) throw new Refusal('not-allowed-in-this-state')
        requireNotOffered(seen.found, parts.clock.now())
        requireConfirmed(seen.found)
        const sentOn = parts.clock.today()
        const addressee = await addresseeToday(tx, parts, areaId, input, sentOn)
        const informationRequestId = InformationRequestId.parse(randomUUID())
        const dueOn = await dueOnOf(tx, areaId, sentOn)
        await insertRequest(tx, areaId, {
          informationRequestId,
          caseId,
          organisationId,
          sentOn,
          sentAt: parts.clock.now(),
          sentBy: person.personId,
          dueOn,
        })
        const place = { areaId, caseId, informationRequestId, attempt: 1 }
        await sendLink(tx, parts, place, { ...addressee, reason: 'sent', at: parts.clock.now() })
        await setNextClock(tx, areaId, caseId)
        await parts.audit.record(tx, actor, areaId, {
          action: 'information-request.send',
          object: { kind: 'information-request', id: informationRequestId },
        })
        await parts.publisher.publish(tx, actor, areaId, {
          type: 'information-request.sent.v1',
          subject: caseId,
          payload: { informationRequestId, organisationId, dueOn },
        })
        return { informationRequestId, dueOn }
      },
    )
  })
