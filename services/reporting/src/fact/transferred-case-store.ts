import type { Db } from '@cdop/database'
import type { AreaId, DomainEvent, Instant } from '@cdop/domain'

type Transferred = Extract<DomainEvent, { type: 'case.transferred.v1' }>
type Accepted = Extract<DomainEvent, { type: 'notification.accepted.v1' }>

/** The child is counted in another area from the instant the event was recorded. */
export async function saveTransferred(
  tx: Db,
  { areaId, version, recordedAt, payload }: Transferred,
): Promise<void> {
  await tx`
    insert into reporting.transferred_cases (area_id, case_id, event_version, recorded_from)
    values (${areaId}, ${payload.caseId}, ${version}, ${recordedAt})
  `
}

/** A case that is accepted again has come back, and counts here again. */
export async function saveComeBack(tx: Db, { areaId, recordedAt, payload }: Accepted): Promise<void> {
  await tx`
    update reporting.transferred_cases set recorded_to = ${recordedAt}
    where area_id = ${areaId} and case_id = ${payload.caseId} and recorded_to is null
  `
}

/** The condition that the case of a row of `table` was not another area's at an instant. */
export function notTransferred(tx: Db, table: 'death' | 'review', areaId: AreaId, at: Instant) {
  return tx`not exists (
    select from reporting.transferred_cases t
    where t.area_id = ${areaId} and t.case_id = ${tx(table)}.case_id and t.recorded_from <= ${at}
      and (t.recorded_to is null or t.recorded_to > ${at})
  )`
}
