import { AreaId, ServiceName } from '@cdop/domain'
import { z } from 'zod'

export const DELIVER = 'deliver-events'

/** Ids only: the job wakes delivery, the log says what is to be delivered. */
export const DeliverJob = z.strictObject({ areaId: AreaId, subject: z.uuid(), subscriber: ServiceName })
export type DeliverJob = z.infer<typeof DeliverJob>

export function deliverJobKey(job: DeliverJob): string {
  return `${job.subscriber}:${job.subject}`
}
