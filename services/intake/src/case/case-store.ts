import type { Db } from '@cdop/database'
import { type AreaId, CaseId, type CaseReference, type Instant, NotificationId } from '@cdop/domain'
import { z } from 'zod'
import type { ChildIndexes } from '../identity/child-identity.ts'

/** What stands in the one column a statement asks for. */
const first = (rows: readonly Record<string, unknown>[]): string[] =>
  rows.map((row) => String(Object.values(row)[0]))

/**
 * Whether a child with an NHS number of this notification, or of one merged into it, has a case in the area that
 * nobody has said is another child's; and which of some references are taken there.
 *
 * Asked step by step, each an equality under an index: row security lets the planner expect hardly any rows, and in one
 * statement it goes through every case of the area for every other one.
 */
export async function knownInArea(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
  references: readonly CaseReference[],
): Promise<{ child: boolean; references: readonly string[] }> {
  const [under, taken] = await Promise.all([
    tx`
      with recursive under (id) as (
        select ${notificationId}::uuid
        union all
        select m.merged_notification_id from under u
        join intake.merges m
          on m.area_id = ${areaId} and m.surviving_notification_id = u.id and m.state = 'confirmed'
      )
      select id from under`,
    tx`
      select reference from intake.cases
      where area_id = ${areaId} and reference = any (${[...references]}::text[])`,
  ])
  const accepted = await acceptedWithNumberOf(tx, areaId, first(under))
  const others = accepted.filter((id) => id !== notificationId)
  const child = others.length > 0 && (await isAnyTheSame(tx, areaId, notificationId, others))
  return { child, references: first(taken) }
}

/** The accepted notifications that stand for whoever shares an NHS number with some notifications. */
async function acceptedWithNumberOf(tx: Db, areaId: AreaId, ids: readonly string[]): Promise<string[]> {
  const numbers = await tx<{ number: string }[]>`
    select encode(nhs_number_index, 'hex') as number from intake.notifications
    where area_id = ${areaId} and id = any (${[...ids]}::uuid[]) and nhs_number_index is not null`
  const records: string[] = []
  for (const { number } of numbers) {
    const index = Buffer.from(number, 'hex')
    const [children, merged] = await Promise.all([
      tx`select case_id from intake.children where area_id = ${areaId} and nhs_number_index = ${index}`,
      tx`
        select id from intake.notifications
        where area_id = ${areaId} and nhs_number_index = ${index} and state = 'duplicate'`,
    ])
    const cases =
      children.length === 0
        ? []
        : await tx`
            select notification_id from intake.cases
            where area_id = ${areaId} and case_id = any (${first(children)}::uuid[])`
    records.push(...first(cases), ...first(merged))
  }
  if (records.length === 0) return []
  const standing = await standingFor(tx, areaId, records)
  return first(
    await tx`
      select id from intake.notifications
      where area_id = ${areaId} and id = any (${standing}::uuid[]) and state = 'accepted'`,
  )
}

/** False when somebody said of every one of the others that it is another child. */
async function isAnyTheSame(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
  others: readonly string[],
): Promise<boolean> {
  const [one, other] = await Promise.all([
    tx`
      select candidate_notification_id from intake.duplicate_reviews
      where area_id = ${areaId} and notification_id = ${notificationId} and candidate_area_id = ${areaId}
        and state = 'different'`,
    tx`
      select notification_id from intake.duplicate_reviews
      where area_id = ${areaId} and candidate_notification_id = ${notificationId} and candidate_area_id = ${areaId}
        and state = 'different'`,
  ])
  const different = await standingFor(tx, areaId, [...first(one), ...first(other)])
  return others.some((id) => !different.includes(id))
}

/** The notifications that stand for some since they were merged. */
async function standingFor(tx: Db, areaId: AreaId, ids: readonly string[]): Promise<string[]> {
  return first(await tx`select distinct intake.standing(${areaId}, r) from unnest(${[...ids]}::uuid[]) r`)
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
