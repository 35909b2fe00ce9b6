import {
  type Actor,
  type AreaId,
  type InboxHolder,
  type Person,
  Refusal,
  type RequestHolder,
  type RequestId,
  type ServiceActor,
} from '@cdop/domain'

/** @throws Refusal `forbidden` for anybody but a person with an account */
export function requirePerson(actor: Actor): Person {
  if (actor.kind !== 'person') throw new Refusal('forbidden')
  return actor
}

/** @throws Refusal `forbidden` for anybody but the reporter a link was mailed to */
export function requireRequestHolder(actor: Actor): RequestHolder {
  if (actor.kind !== 'link' || actor.opens !== 'information-request') throw new Refusal('forbidden')
  return actor
}

/** @throws Refusal `forbidden` for anybody but whoever has opened an inbox with its code */
export function requireInboxHolder(actor: Actor): InboxHolder {
  if (actor.kind !== 'link' || actor.opens !== 'inbox') throw new Refusal('forbidden')
  return actor
}

/** This service acting for itself in one area, within somebody's request. */
export function caseReviewIn(areaId: AreaId, requestId: RequestId): ServiceActor {
  return { kind: 'service', service: 'case-review', areaId, onBehalfOf: null, requestId }
}
