import type { Db } from '@cdop/database'
import {
  type AreaId,
  CaseId,
  CaseReference,
  Instant,
  MergeId,
  NotificationId,
  NotificationState,
  PlainDate,
  Refusal,
} from '@cdop/domain'
import { type KeyProvider, subjectCipher } from '@cdop/encryption'
import { z } from 'zod'
import { KnownIdentity, knownIdentityOf } from '../identity/child-identity.ts'
import type { ReadAnswers } from '../notification/notification-form.ts'
import { openAnswers } from '../notification/sealed-answers.ts'

/** Sealed with the merge it belongs to, so that no other merge's row can hold it. */
export const MergedIdentity = z.strictObject({ mergeId: MergeId, identity: KnownIdentity })

const RecordRow = z.object({
  notificationId: NotificationId,
  state: NotificationState,
  receivedOn: PlainDate,
  submittedAt: Instant,
  formVersion: z.string(),
  answers: z.instanceof(Uint8Array),
  wrapped: z.instanceof(Uint8Array),
  caseId: CaseId.nullable(),
  caseReference: CaseReference.nullable(),
  standingCaseId: CaseId.nullable(),
  mergeId: MergeId.nullable(),
  merged: z.instanceof(Uint8Array).nullable(),
})

/** A notification and, once it is accepted, its case: one record of a child. */
export type KnownRecord = Pick<
  z.infer<typeof RecordRow>,
  'notificationId' | 'state' | 'receivedOn' | 'submittedAt' | 'caseId' | 'caseReference'
> & {
  /** The case without a pass for which nobody sees it: its own, or that of the record it was merged into. */
  passFor: CaseId | null
  read: ReadAnswers
  /** Who the child is by this record alone. */
  ownIdentity: KnownIdentity
  /** Who the child is as known now: with what records merged into this one added. */
  identity: KnownIdentity
  /** The merge `identity` comes from. */
  identityFrom: MergeId | null
}

/** The record that now stands for a record: itself, unless it was merged into another. */
export async function standingOf(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<NotificationId> {
  const [row] = await tx`select intake.standing(${areaId}, ${notificationId}) as id`
  return NotificationId.parse(row?.['id'])
}

/** The records that stand as a case: its own, and every one merged into it. */
export async function recordsUnder(tx: Db, areaId: AreaId, caseId: CaseId): Promise<NotificationId[]> {
  const rows = await tx`
    with recursive under (id) as (
      select notification_id from intake.cases where area_id = ${areaId} and case_id = ${caseId}
      union all
      select m.merged_notification_id
      from under u
      join intake.merges m
        on m.area_id = ${areaId} and m.surviving_notification_id = u.id and m.state = 'confirmed'
    )
    select id from under
  `
  return rows.map((row) => NotificationId.parse(row['id']))
}

/** Opens a record. @throws Refusal `not-found`, also to an actor of another area */
export async function openRecord(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<KnownRecord> {
  const [found] = await tx`
    select n.id as notification_id, n.state, n.received_on, n.submitted_at, n.form_version, n.answers, k.wrapped,
      n.case_id, c.reference as case_reference, m.id as merge_id, m.identity as merged,
      (select s.case_id from intake.notifications s where s.area_id = ${areaId} and s.id = t.id) as standing_case_id
    from intake.notifications n
    join intake.data_keys k on k.area_id = n.area_id and k.subject = n.id
    -- Worked out once: as a condition of a join it would be for every notification of the area.
    cross join lateral (select intake.standing(n.area_id, n.id) as id offset 0) t
    left join intake.cases c on c.area_id = n.area_id and c.case_id = n.case_id
    left join lateral (
      select id, identity from intake.merges
      where area_id = n.area_id and surviving_notification_id = n.id and state = 'confirmed'
      order by confirmed_as desc limit 1
    ) m on true
    where n.area_id = ${areaId} and n.id = ${notificationId}
  `
  if (found === undefined) throw new Refusal('not-found')
  const { formVersion, answers, wrapped, standingCaseId, mergeId, merged, ...row } = RecordRow.parse(found)
  const read = openAnswers(keys, { areaId, notificationId, wrapped }, { answers, formVersion })
  const ownIdentity = knownIdentityOf(read.content)
  return {
    ...row,
    passFor: row.caseId ?? standingCaseId,
    read,
    ownIdentity,
    identity:
      merged === null ? ownIdentity : openMerged(keys, { areaId, notificationId, wrapped, mergeId, merged }),
    identityFrom: mergeId,
  }
}

/** @throws Error when the identity was altered or is another merge's */
export function openMerged(
  keys: KeyProvider,
  row: {
    areaId: AreaId
    notificationId: NotificationId
    wrapped: Uint8Array
    mergeId: MergeId | null
    merged: Uint8Array
  },
): KnownIdentity {
  const cipher = subjectCipher(keys, row.areaId, row.notificationId, row.wrapped)
  const opened = MergedIdentity.parse(cipher.openJson('merges', 'identity', row.merged))
  if (opened.mergeId !== row.mergeId) throw new Error('the merged identity is of another merge')
  return opened.identity
}

/** Who the child of a record was when its identity came from this merge, or from itself alone. */
export async function identityUnder(
  tx: Db,
  keys: KeyProvider,
  areaId: AreaId,
  record: KnownRecord,
  mergeId: MergeId | null,
): Promise<KnownIdentity> {
  if (mergeId === null) return record.ownIdentity
  const { notificationId } = record
  const [row] = await tx<{ identity: Uint8Array; wrapped: Uint8Array }[]>`
    select m.identity, k.wrapped
    from intake.merges m
    join intake.data_keys k on k.area_id = m.area_id and k.subject = m.surviving_notification_id
    where m.area_id = ${areaId} and m.id = ${mergeId} and m.surviving_notification_id = ${notificationId}
  `
  if (row === undefined) throw new Error('the identity of an earlier merge is gone')
  return openMerged(keys, { areaId, notificationId, wrapped: row.wrapped, mergeId, merged: row.identity })
}

/** The cases a pass must name before anything of these records is shown. */
export function casesOf(records: readonly KnownRecord[]): CaseId[] {
  return [...new Set(records.flatMap(({ passFor }) => (passFor === null ? [] : [passFor])))]
}
