import type { Db } from '@cdop/database'
import type { AreaId, DomainEvent, Instant } from '@cdop/domain'

type Merged = Extract<DomainEvent, { type: 'case.merged.v1' }>
type Undone = Extract<DomainEvent, { type: 'case.merge-undone.v1' }>

/** The child is counted with another case from the instant the event was recorded. */
export async function saveMerged(tx: Db, { areaId, version, recordedAt, payload }: Merged): Promise<void> {
  await tx`
    insert into reporting.merged_cases (area_id, case_id, event_version, recorded_from)
    values (${areaId}, ${payload.caseId}, ${version}, ${recordedAt})
  `
}

/** The case counts for itself again; what was known of it in between is as if it had never been merged. */
export async function saveMergeUndone(tx: Db, { areaId, recordedAt, payload }: Undone): Promise<void> {
  await tx`
    update reporting.merged_cases set recorded_to = ${recordedAt}
    where area_id = ${areaId} and case_id = ${payload.caseId} and recorded_to is null
  `
}

/** The condition that the case of a row of `table` was not merged into another at an instant. */
export function notMerged(tx: Db, table: 'death' | 'review', areaId: AreaId, at: Instant) {
  return tx`not exists (
    select from reporting.merged_cases m
    where m.area_id = ${areaId} and m.case_id = ${tx(table)}.case_id and m.recorded_from <= ${at}
      and (m.recorded_to is null or m.recorded_to > ${at})
  )`
}
