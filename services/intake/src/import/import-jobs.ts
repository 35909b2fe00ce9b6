import type { Db } from '@cdop/database'
import { AreaId, ImportId, PersonId, RequestId, type ServiceActor } from '@cdop/domain'
import { addJob, dropJob } from '@cdop/events'
import { z } from 'zod'

export const CHECK_IMPORT = 'check-import'
export const RECEIVE_IMPORT = 'receive-import'
export const EXPIRE_IMPORT = 'expire-import'

type ImportStep = typeof CHECK_IMPORT | typeof RECEIVE_IMPORT | typeof EXPIRE_IMPORT

/** Ids only: the job finds in the database how far the import has come. */
export const ImportJob = z.strictObject({
  areaId: AreaId,
  importId: ImportId,
  onBehalfOf: PersonId,
  requestId: RequestId,
})
export type ImportJob = z.infer<typeof ImportJob>

/** As whom the job acts: intake, in this one area, for the person who asked. */
export function actorOf({ areaId, onBehalfOf, requestId }: ImportJob): ServiceActor {
  return { kind: 'service', service: 'intake', areaId, onBehalfOf, requestId }
}

/** Seconds after which a step nobody seems to be at any more is taken up again. */
const TAKEN_UP_AGAIN = 60

/** Has the import's next step done once this transaction has committed. */
export function wakeImport(
  tx: Db,
  name: typeof CHECK_IMPORT | typeof RECEIVE_IMPORT,
  job: ImportJob,
): Promise<void> {
  return addJob(tx, 'intake', name, job, `${name}:${job.importId}`)
}

/** The import came to rest: what was to be done for it later is taken back. */
export async function letImportRest(tx: Db, importId: ImportId, names: readonly ImportStep[]): Promise<void> {
  for (const name of names) await dropJob(tx, 'intake', `${name}:${importId}`)
}

/**
 * Says in each transaction of a step that it is still under way: should the process end, another takes it up from
 * there. (A job of a process that was killed stays locked for hours; this one is not locked yet.)
 */
export function insureImport(
  tx: Db,
  name: typeof CHECK_IMPORT | typeof RECEIVE_IMPORT,
  job: ImportJob,
): Promise<void> {
  return addJob(tx, 'intake', name, job, `${name}:${job.importId}`, { inSeconds: TAKEN_UP_AGAIN })
}
