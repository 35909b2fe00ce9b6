import {
  type Actor,
  type AreaId,
  type DraftHolder,
  Refusal,
  type RequestId,
  type ServiceActor,
} from '@cdop/domain'

/** @throws Refusal `forbidden` for anybody but who writes a notification without an account */
export function requireDraftHolder(actor: Actor): DraftHolder {
  if (actor.kind !== 'link' || actor.opens !== 'notification-draft') throw new Refusal('forbidden')
  return actor
}

/** This service acting for itself in one area, within somebody's request. */
export function intakeIn(areaId: AreaId, requestId: RequestId): ServiceActor {
  return { kind: 'service', service: 'intake', areaId, onBehalfOf: null, requestId }
}
