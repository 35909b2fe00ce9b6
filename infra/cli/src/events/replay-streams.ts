import type { AreaId, ServiceName } from '@cdop/domain'
import type { IntakeRouter } from '@cdop/intake/api'
import type { OperatorClient } from '../stack/operator-client.ts'

/** Has a service tell a subscriber an area's whole log again; returns about how many subjects. */
export async function replayStreams(
  client: OperatorClient,
  areaId: AreaId,
  publisher: ServiceName,
  subscriber: ServiceName,
): Promise<number> {
  // The procedure is the same in every service that publishes: intake's type stands for all.
  const { event } = client.onOwnAccount(areaId).to<IntakeRouter>(publisher)
  const { subjects } = await event.replay.mutate({ areaId, subscriber })
  return subjects
}
