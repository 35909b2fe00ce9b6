import { randomUUID } from 'node:crypto'
import { RequestId } from '@cdop/domain'
import type { FactorAnalysisRouter } from '@cdop/factor-analysis/api'
import type { Log } from '@cdop/runtime'
import type { ServiceParts } from '@cdop/service'
import { portalActor } from '../session/visitor.ts'
import { liveRooms } from './live-rooms.ts'
import type { PortalRooms, StreamPace } from './live-stream.ts'

/** Looks at live panels on the portal's own word: it asks for a version, and is told nothing else. */
export function portalRooms(
  { call }: Pick<ServiceParts, 'call'>,
  log: Log,
  pace: Partial<StreamPace> = {},
): PortalRooms {
  const rooms = liveRooms(
    (place) => {
      const actor = portalActor(place.areaId, RequestId.parse(randomUUID()))
      const { livePanel } = call<FactorAnalysisRouter>('factor-analysis', { kind: 'own', actor })
      return livePanel.follow.query(place)
    },
    (thrown) => log.failure('a live panel could not be looked at', thrown),
  )
  return { rooms, open: new Map(), pace }
}
