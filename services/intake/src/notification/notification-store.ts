import type { Db } from '@cdop/database'
import {
  AgeBand,
  Area,
  type AreaId,
  CaseId,
  CaseReference,
  type Instant,
  type NotificationDoor,
  NotificationId,
  NotificationState,
  type NotifyingOrganisationId,
  PlainDate,
  Refusal,
} from '@cdop/domain'
import { z } from 'zod'
import type { ChildIndexes } from '../identity/child-identity.ts'
import { requireNotUnderWay } from '../transfer/transfer-store.ts'
import { ClockColumns } from './notify-clocks.ts'
import type { Standing } from './standing.ts'

export type NewNotification = {
  areaId: AreaId
  notificationId: NotificationId
  door: NotificationDoor
  /** Whose system brought it; null when a person did. */
  organisationId: NotifyingOrganisationId | null
  wrapped: Uint8Array
  receivedOn: PlainDate
  formVersion: string
  answers: Uint8Array
  diedOn: PlainDate
  ageBand: AgeBand | null
  placeOfDeath: string
  indexes: ChildIndexes
  submittedAt: Instant
  standing: Standing
  receivedFrom: Instant
  /** The hours within which the area wants to be notified, as they are set now. */
  notifyWithinHours: number
  /** The hours within which the national database is due to hear of a death, as they are set now. */
  nationalWithinHours: number
}

/** Adds a notification and its data key in one statement. */
export async function addNotification(tx: Db, added: NewNotification): Promise<void> {
  const { areaId, notificationId, indexes, standing } = added
  await tx`
    with key as (
      insert into intake.data_keys (area_id, subject, wrapped)
      values (${areaId}, ${notificationId}, ${Buffer.from(added.wrapped)})
    )
    insert into intake.notifications (area_id, id, state, version, door, organisation_id, received_on, form_version, answers,
      died_on, age_band, place_of_death, nhs_number_index, birth_date_and_sex_index, submitted_at, died_by,
      known_by, known_from, received_from, notify_within_hours, scope_pending, incomplete,
      national_within_hours)
    values (${areaId}, ${notificationId}, 'received', 1, ${added.door}, ${added.organisationId}, ${added.receivedOn},
      ${added.formVersion}, ${Buffer.from(added.answers)}, ${added.diedOn}, ${added.ageBand},
      ${added.placeOfDeath}, ${indexes.nhsNumber}, ${indexes.birthDateAndSex}, ${added.submittedAt}, ${standing.diedBy}, ${standing.knownBy},
      ${standing.knownFrom}, ${added.receivedFrom}, ${added.notifyWithinHours}, ${standing.scopePending}, ${standing.incomplete},
      ${added.nationalWithinHours})
  `
}

const StoredNotification = ClockColumns.extend({
  version: z.int(),
  receivedOn: PlainDate,
  diedOn: PlainDate,
  formVersion: z.string(),
  answers: z.instanceof(Uint8Array),
  wrapped: z.instanceof(Uint8Array),
  caseId: CaseId.nullable(),
  reference: CaseReference.nullable(),
  area: Area,
})
export type StoredNotification = z.infer<typeof StoredNotification>

/** A notification with its key and its area. @throws Refusal `not-found`, also to an actor of another area */
export async function findNotification(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<StoredNotification> {
  const [row] = await tx`
    select n.state, n.version, n.received_on, n.died_on, n.form_version, n.answers, k.wrapped, n.case_id, c.reference, a.area,
      n.died_by, n.known_by, n.known_from, n.received_from, n.notify_within_hours, n.national_within_hours, n.national_told_on, n.national_told_from
    from intake.notifications n
    join intake.data_keys k on k.area_id = n.area_id and k.subject = n.id
    join intake.areas a on a.area_id = n.area_id
    left join intake.cases c on c.area_id = n.area_id and c.case_id = n.case_id
    where n.area_id = ${areaId} and n.id = ${notificationId}
  `
  if (row === undefined) throw new Refusal('not-found')
  return StoredNotification.parse(row)
}

/**
 * Locks a notification, and with it everybody else who would accept one with the same NHS number, until the
 * transaction ends.
 * @throws Refusal `not-found`; `transfer-under-way` while another area that accepted it is being given it
 */
export async function lockNotification(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
): Promise<void> {
  const locked = await tx`
    select pg_advisory_xact_lock(hashtextextended(encode(nhs_number_index, 'hex'), 0))
    from intake.notifications where area_id = ${areaId} and id = ${notificationId} for update
  `
  if (locked.length === 0) throw new Refusal('not-found')
  await requireNotUnderWay(tx, areaId, notificationId)
}

/** Writes down that a notification is outside child death review. */
export async function saveOutOfScope(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
  decidedAt: Instant,
): Promise<void> {
  await tx`
    update intake.notifications set state = 'out-of-scope', version = version + 1, decided_at = ${decidedAt}
    where area_id = ${areaId} and id = ${notificationId}
  `
}

/** Whether a notification has been decided, to whom the walls show it. @throws Refusal `not-found` */
export async function isDecided(tx: Db, areaId: AreaId, notificationId: NotificationId): Promise<boolean> {
  const [row] = await tx<{ decided: boolean }[]>`
    select decided_at is not null as decided from intake.notifications
    where area_id = ${areaId} and id = ${notificationId}
  `
  if (row === undefined) throw new Refusal('not-found')
  return row.decided
}

const Undecided = z.object({
  notificationId: NotificationId,
  formVersion: z.string(),
  answers: z.instanceof(Uint8Array),
  wrapped: z.instanceof(Uint8Array),
  state: NotificationState,
  receivedOn: PlainDate,
  diedOn: PlainDate,
  ageBand: AgeBand.nullable(),
})

/** Which of some notifications became no case, in the order asked; what was reported in error is left out. */
export async function undecidedAmong(
  tx: Db,
  areaId: AreaId,
  notificationIds: readonly NotificationId[],
): Promise<readonly z.infer<typeof Undecided>[]> {
  const rows = await tx`
    select n.id as notification_id, n.state, n.received_on, n.died_on, n.age_band, n.form_version, n.answers, k.wrapped
    from intake.notifications n
    join intake.data_keys k on k.area_id = n.area_id and k.subject = n.id
    where n.area_id = ${areaId} and n.id = any (${[...notificationIds]}::uuid[]) and n.case_id is null
      and n.state <> 'reported-in-error'
    order by array_position(${[...notificationIds]}::uuid[], n.id)
  `
  return rows.map((row) => Undecided.parse(row))
}
