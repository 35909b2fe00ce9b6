import type { Db } from '@cdop/database'
import { type AreaId, CaseId, Instant, KeyWorkerId, PersonId, PlainDate } from '@cdop/domain'
import { z } from 'zod'

/** Somebody who is, was or will be a family's key worker. */
export const KeyWorker = z.strictObject({
  keyWorkerId: KeyWorkerId,
  personId: PersonId,
  from: PlainDate,
  until: PlainDate.nullable(),
  assignedBy: PersonId,
  assignedAt: Instant,
})
export type KeyWorker = z.infer<typeof KeyWorker>

/** The key workers of some cases of one child, the newest first. */
export async function keyWorkersOf(tx: Db, areaId: AreaId, caseIds: readonly CaseId[]): Promise<KeyWorker[]> {
  const rows = await tx`
    select key_worker_id, person_id, from_on as "from", until_on as until, assigned_by, assigned_at
    from case_review.key_workers where area_id = ${areaId} and case_id = any (${[...caseIds]}::uuid[])
    order by from_on desc, assigned_at desc, key_worker_id
  `
  return rows.map((row) => KeyWorker.parse({ ...row }))
}

export async function addKeyWorker(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
  { keyWorkerId, personId, from, assignedBy, assignedAt }: Omit<KeyWorker, 'until'>,
): Promise<void> {
  await tx`
    insert into case_review.key_workers (area_id, key_worker_id, case_id, person_id, from_on, assigned_by, assigned_at)
    values (${areaId}, ${keyWorkerId}, ${caseId}, ${personId}, ${from}, ${assignedBy}, ${assignedAt})
  `
}

export async function saveEnd(
  tx: Db,
  { areaId, keyWorkerId }: { areaId: AreaId; keyWorkerId: KeyWorkerId },
  { until, by, at }: { until: PlainDate; by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    update case_review.key_workers set until_on = ${until}, ended_by = ${by}, ended_at = ${at}
    where area_id = ${areaId} and key_worker_id = ${keyWorkerId}
  `
}

/** The cases somebody is key worker of on a day, each as the case that stands for the child. */
export async function casesOfKeyWorker(
  tx: Db,
  areaId: AreaId,
  personId: PersonId,
  today: PlainDate,
): Promise<CaseId[]> {
  const rows = await tx`
    with recursive assigned (id) as (
      select k.case_id from case_review.key_workers k
      where k.area_id = ${areaId} and k.person_id = ${personId} and k.from_on <= ${today}
        and (k.until_on is null or ${today} < k.until_on)
      union
      select c.merged_into from assigned a
      join case_review.cases c on c.area_id = ${areaId} and c.case_id = a.id and c.merged_into is not null
    )
    select c.case_id from assigned a
    join case_review.cases c on c.area_id = ${areaId} and c.case_id = a.id and c.merged_into is null
    order by c.died_on desc, c.case_id
  `
  return rows.map(({ caseId }) => CaseId.parse(caseId))
}
