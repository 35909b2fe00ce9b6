import { randomUUID } from 'node:crypto'
import {
  AreaId,
  CaseId,
  InformationRequestId,
  limitEnd,
  mayGather,
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
import { setNextClock } from '../case/case-store.ts'
import { insertLink } from '../link/link-store.ts'
import { wakeMail } from '../mail/wake-mail.ts'
import { findOrganisation } from '../organisation/organisation-store.ts'
import { requires } from '../rpc.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { insertRequest } from './request-store.ts'

const outcome = z.strictObject({ informationRequestId: InformationRequestId, dueOn: PlainDate })

/**
 * Asks an agency what it knew of the child (Children Act 2004, s.16N). The mail leaves after the commit, by a job.
 * @throws Refusal `not-confirmed` before it is recorded who confirmed the death and who the child is;
 * `not-allowed-in-this-state` once the panel has reviewed the case; `transfer-open` while another area is asked to take it
 */
export const sendRequest = requires('information-request:send')
  .input(z.strictObject({ areaId: AreaId, caseId: CaseId, organisationId: OrganisationId, key: AttemptKey }))
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
        if ((await findOrganisation(tx, areaId, organisationId)) === null) throw new Refusal('not-found')
        const informationRequestId = InformationRequestId.parse(randomUUID())
        const sentOn = parts.clock.today()
        const dueOn = limitEnd('agency-return', sentOn)
        await insertRequest(tx, areaId, {
          informationRequestId,
          caseId,
          organisationId,
          sentOn,
          sentAt: parts.clock.now(),
          sentBy: person.personId,
          dueOn,
        })
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
