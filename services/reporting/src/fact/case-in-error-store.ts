import type { Db } from '@cdop/database'
import type { AreaId, DomainEvent, Instant } from '@cdop/domain'

type InError = Extract<DomainEvent, { type: 'notification.reported-in-error.v1' }>

/** The death never was: nothing of the case is known from the instant the event was recorded. */
export async function saveCaseInError(
  tx: Db,
  { areaId, version, recordedAt, payload }: InError,
): Promise<void> {
  await tx`
    insert into reporting.cases_in_error (area_id, case_id, event_version, recorded_from, reason)
    values (${areaId}, ${payload.caseId}, ${version}, ${recordedAt}, ${payload.reason})
    on conflict do nothing
  `
}

/** The condition that nothing was known at an instant to be wrong about the case of a row of `table`. */
export function notInError(tx: Db, table: 'death' | 'review', areaId: AreaId, at: Instant) {
  return tx`not exists (
    select from reporting.cases_in_error e
    where e.area_id = ${areaId} and e.case_id = ${tx(table)}.case_id and e.recorded_from <= ${at}
  )`
}
