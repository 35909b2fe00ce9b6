import type { Db } from '@cdop/database'
import { type AreaId, CaseId, type CaseReference, type Instant, NotificationId } from '@cdop/domain'
import { z } from 'zod'
import type { ChildIndexes } from '../identity/child-identity.ts'

/**
 * Whether a child with an NHS number of this notification, or of one merged into it, has a case in the area that
 * nobody has said is another child's; and which of some references are taken there.
 */
export async function knownInArea(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
  references: readonly CaseReference[],
): Promise<{ child: boolean; references: readonly string[] }> {
  const [row] = await tx<{ child: boolean; taken: string[] }[]>`
    with recursive under (id) as (
      select ${notificationId}::uuid
      union all
      select m.merged_notification_id
      from under u
      join intake.merges m
        on m.area_id = ${areaId} and m.surviving_notification_id = u.id and m.state = 'confirmed'
    ), numbers (number) as (
      select n.nhs_number_index from under u join intake.notifications n on n.area_id = ${areaId} and n.id = u.id
    ), known (record) as (
      select c.notification_id
      from numbers i
      join intake.children h on h.area_id = ${areaId} and h.nhs_number_index = i.number
      join intake.cases c on c.area_id = h.area_id and c.case_id = h.case_id
      union
      select n.id
      from numbers i
      join intake.notifications n
        on n.area_id = ${areaId} and n.nhs_number_index = i.number and n.state = 'duplicate'
    )
    select
      exists (
        select from known k
        join intake.notifications o on o.area_id = ${areaId} and o.id = intake.standing(${areaId}, k.record)
        where o.state = 'accepted' and o.id <> ${notificationId}
          and not exists (
            select from (
              select candidate_notification_id as other from intake.duplicate_reviews
              where area_id = ${areaId} and candidate_area_id = ${areaId} and notification_id = ${notificationId}
                and state = 'different'
              union all
              select notification_id from intake.duplicate_reviews
              where area_id = ${areaId} and candidate_area_id = ${areaId}
                and candidate_notification_id = ${notificationId} and state = 'different'
            ) r
            where intake.standing(${areaId}, r.other) = o.id
          )
      ) as child,
      array(
        select reference from intake.cases
        where area_id = ${areaId} and reference = any (${[...references]}::text[])
      ) as taken
  `
  return { child: row?.child ?? false, references: row?.taken ?? [] }
}

export type NewCase = {
  areaId: AreaId
  caseId: CaseId
  reference: CaseReference
  notificationId: NotificationId
  wrapped: Uint8Array
  identity: Uint8Array
  indexes: ChildIndexes
  acceptedAt: Instant
}

/** Adds a case with its key and its child, and marks the notification accepted, in one statement. */
export async function addCase(tx: Db, added: NewCase): Promise<void> {
  const { areaId, caseId, notificationId, indexes, acceptedAt } = added
  await tx`
    with key as (
      insert into intake.data_keys (area_id, subject, wrapped)
      values (${areaId}, ${caseId}, ${Buffer.from(added.wrapped)})
    ), opened as (
      insert into intake.cases (area_id, case_id, notification_id, reference, accepted_at)
      values (${areaId}, ${caseId}, ${notificationId}, ${added.reference}, ${acceptedAt})
    ), child as (
      insert into intake.children (area_id, case_id, identity, nhs_number_index, birth_date_and_sex_index)
      values (${areaId}, ${caseId}, ${Buffer.from(added.identity)}, ${indexes.nhsNumber},
        ${indexes.birthDateAndSex})
    )
    update intake.notifications
    set state = 'accepted', version = version + 1, case_id = ${caseId}, decided_at = ${acceptedAt}
    where area_id = ${areaId} and id = ${notificationId}
  `
}

/** The notification a case was made of, or null where the transaction sees no such case. */
export async function notificationOfCase(
  tx: Db,
  areaId: AreaId,
  caseId: CaseId,
): Promise<NotificationId | null> {
  const [row] = await tx`
    select notification_id from intake.cases where area_id = ${areaId} and case_id = ${caseId}
  `
  return row === undefined ? null : NotificationId.parse(row['notificationId'])
}

/** The notification and case a reference names in an area; nothing when it names none. */
export async function findByReference(
  tx: Db,
  areaId: AreaId,
  reference: CaseReference,
): Promise<readonly { notificationId: NotificationId; caseId: CaseId }[]> {
  const rows = await tx`
    select notification_id, case_id from intake.cases where area_id = ${areaId} and reference = ${reference}
  `
  return rows.map((row) => NamedCase.parse(row))
}

const NamedCase = z.object({ notificationId: NotificationId, caseId: CaseId })
