import { randomUUID } from 'node:crypto'
import {
  AreaId,
  CaseId,
  InformationRequestId,
  limitEnd,
  limitsInForce,
  mayGather,
  OrganisationContactId,
  OrganisationId,
  PlainDate,
  Refusal,
  requireConfirmed,
} from '@cdop/domain'
import { linkToken, tokenHash } from '@cdop/encryption'
import { AttemptKey, changeOnce } from '@cdop/service'
import { z } from 'zod'
import { requireClass, seeCase } from '../access/see-case.ts'
import { requirePerson } from '../area/area-access.ts'
import { caseCipher, setNextClock } from '../case/case-store.ts'
import { keptLimits } from '../clock-settings/clock-settings-store.ts'
import { insertLink } from '../link/link-store.ts'
import { wakeMail } from '../mail/wake-mail.ts'
import { addresseeToday } from '../organisation/addressee.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { insertRecipient } from './recipient-store.ts'
import { insertRequest } from './request-store.ts'

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
        const dueOn = limitEnd(
          'agency-return',
          sentOn,
          limitsInForce(await keptLimits(tx, areaId), sentOn)['agency-return'],
        )
        await insertRequest(tx, areaId, {
          informationRequestId,
          caseId,
          organisationId,
          sentOn,
          sentAt: parts.clock.now(),
          sentBy: person.personId,
          dueOn,
        })
        await insertRecipient(
          tx,
          await caseCipher(tx, parts.keys, areaId, caseId),
          { areaId, informationRequestId, attempt: 1 },
          { ...addressee, reason: 'sent', at: parts.clock.now() },
        )
        const token = linkToken(parts.keys, informationRequestId, 1)
        await insertLink(tx, tokenHash(token), { areaId, informationRequestId })
        await wakeMail(tx, { kind: 'request', areaId, informationRequestId })
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
