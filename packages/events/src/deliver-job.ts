import { AreaId, ServiceName } from '@cdop/domain'
import { z } from 'zod'

export const DELIVER = 'deliver-events'

/** Ids only: the job wakes delivery, the log says what is to be delivered. */
export const DeliverJob = z.strictObject({ areaId: AreaId, subject: z.uuid(), subscriber: ServiceName })
export type DeliverJob = z.infer<typeof DeliverJob>

/** One waiting job per stream. The area is part of it: after a transfer two areas know the same subject. */
export function deliverJobKey(job: DeliverJob): string {
  return `${job.subscriber}:${job.areaId}:${job.subject}`
}
