import type { Db } from '@cdop/database'
import { type AreaId, type ServiceName, schemaOf } from '@cdop/domain'
import { DELIVER, type DeliverJob, deliverJobKey } from './deliver-job.ts'
import { jobSchemaOf } from './migrate-jobs.ts'

/**
 * Sends a subscriber an area's whole log again from the first event (it must have emptied its inbox): how facts are
 * rebuilt from nothing, and how a stream set aside is taken up again. Returns the number of subjects.
 */
export async function replayStream(
  tx: Db,
  service: ServiceName,
  areaId: AreaId,
  subscriber: ServiceName,
): Promise<number> {
  const schema = schemaOf(service)
  await tx`
    update ${tx(schema)}.deliveries
    set next_version = 1, attempts = 0, quarantined_at = null, reason = null
    where area_id = ${areaId} and subscriber = ${subscriber}
  `
  const subjects = await tx<{ subject: string }[]>`
    select distinct subject from ${tx(schema)}.events where area_id = ${areaId}
  `
  for (const { subject } of subjects) {
    const job: DeliverJob = { areaId, subject, subscriber }
    await tx`
      select ${tx(jobSchemaOf(schema))}.add_job(${DELIVER}, payload => ${tx.json(job)}::json, job_key => ${deliverJobKey(job)})
    `
  }
  return subjects.length
}
