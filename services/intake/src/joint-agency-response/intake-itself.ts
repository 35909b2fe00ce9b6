import { randomUUID } from 'node:crypto'
import { type AreaId, RequestId, type ServiceActor } from '@cdop/domain'

/** This service acting for itself in one area. */
export function intakeItself(areaId: AreaId): ServiceActor {
  const requestId = RequestId.parse(randomUUID())
  return { kind: 'service', service: 'intake', areaId, onBehalfOf: null, requestId }
}
