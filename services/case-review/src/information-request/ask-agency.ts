import { randomUUID } from 'node:crypto'
import type { Db } from '@cdop/database'
import {
  type Actor,
  type AreaId,
  InformationRequestId,
  mayGather,
  type PersonId,
  type PlainDate,
  Refusal,
  requireConfirmed,
} from '@cdop/domain'
import { type CaseRow, setNextClock } from '../case/case-store.ts'
import { type Addressee, addresseeToday } from '../organisation/addressee.ts'
import type { Parts } from '../parts.ts'
import { requireNotOffered } from '../transfer/offer-store.ts'
import { dueOnOf } from './due-on.ts'
import { insertRequest } from './request-steps.ts'
import { sendLink } from './send-link.ts'

/**
 * @throws Refusal `not-confirmed` before it is recorded who confirmed the death and who the child is;
 * `not-allowed-in-this-state` once the panel has reviewed the case; `transfer-open` while another area is asked to take it
 */
export function requireAskable(found: CaseRow, { clock }: Pick<Parts, 'clock'>): void {
  if (!mayGather(found.state)) throw new Refusal('not-allowed-in-this-state')
  requireNotOffered(found, clock.now())
  requireConfirmed(found)
}

/**
 * Asks an agency what it knew of the child of a locked case, through one of its contacts or its mailbox. The mail leaves
 * after the commit, by a job.
 * @throws Refusal as `requireAskable`; `organisation-not-in-use` or `contact-ended` when the directory says so
 */
export async function askAgency(
  tx: Db,
  { actor, parts }: { actor: Actor; parts: Parts },
  areaId: AreaId,
  asked: Pick<Addressee, 'organisationId' | 'contactId'> & { found: CaseRow; by: PersonId },
): Promise<{ informationRequestId: InformationRequestId; dueOn: PlainDate }> {
  const { found, organisationId, by } = asked
  const { caseId } = found
  requireAskable(found, parts)
  const sentOn = parts.clock.today()
  const addressee = await addresseeToday(tx, parts, areaId, asked, sentOn)
  const informationRequestId = InformationRequestId.parse(randomUUID())
  const dueOn = await dueOnOf(tx, areaId, sentOn)
  await insertRequest(tx, areaId, {
    informationRequestId,
    caseId,
    organisationId,
    sentOn,
    sentAt: parts.clock.now(),
    sentBy: by,
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
}
