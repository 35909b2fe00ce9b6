import type { Db } from '@cdop/database'
import { addJob } from '@cdop/events'
import type { ServiceParts } from '@cdop/service'
import { actorOf, EXPIRE_IMPORT, ImportJob } from './import-jobs.ts'
import { mayCancel } from './import-state.ts'
import { endImport, lockImport } from './import-store.ts'

/** Days a file may wait for somebody to confirm it. */
export const DAYS_TO_CONFIRM = 7
const DAY_SECONDS = 86_400

/** Has the import looked at again when its time is over. */
export function expireLater(
  tx: Db,
  job: ImportJob,
  inSeconds = DAYS_TO_CONFIRM * DAY_SECONDS,
): Promise<void> {
  return addJob(tx, 'intake', EXPIRE_IMPORT, job, `${EXPIRE_IMPORT}:${job.importId}`, { inSeconds })
}

/** Cancels an import nobody confirmed in time: names do not lie about because somebody was called away. */
export async function expireImport(parts: ServiceParts, payload: unknown): Promise<void> {
  const job = ImportJob.parse(payload)
  const actor = actorOf(job)
  await parts.database.transaction(actor, async (tx) => {
    const stored = await lockImport(tx, job)
    if (!mayCancel(stored.state)) return
    const now = parts.clock.now()
    const waited = (Date.parse(now) - Date.parse(stored.beganAt)) / 1000
    const left = DAYS_TO_CONFIRM * DAY_SECONDS - waited
    if (left > 1) {
      await expireLater(tx, job, Math.ceil(left))
      return
    }
    await endImport(tx, job, { state: 'cancelled', at: now })
    await parts.audit.record(tx, actor, job.areaId, {
      action: 'import.expire',
      object: { kind: 'import', id: job.importId },
    })
  })
}
