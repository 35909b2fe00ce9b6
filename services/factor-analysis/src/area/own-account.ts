import type { AreaId, RequestId, ServiceActor } from '@cdop/domain'

/** This service acting for itself in one area. */
export function factorAnalysisIn(areaId: AreaId, requestId: RequestId): ServiceActor {
  return { kind: 'service', service: 'factor-analysis', areaId, onBehalfOf: null, requestId }
}
