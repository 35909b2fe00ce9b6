import type { Db } from '@cdop/database'
import {
  AgeBand,
  type AreaId,
  CaseId,
  Instant,
  JarTrigger,
  NotificationId,
  PersonId,
  PlainDate,
  Refusal,
  ResponseId,
  ResponseState,
} from '@cdop/domain'
import { z } from 'zod'

/** A response, with what may be said of the death without saying who died. */
export const StoredResponse = z.strictObject({
  responseId: ResponseId,
  state: ResponseState,
  version: z.int(),
  began: z.enum(['notification', 'before-death']),
  notificationId: NotificationId.nullable(),
  joinedTo: ResponseId.nullable(),
  triggers: z.array(JarTrigger),
  openedAt: Instant,
  nobodyOnCall: z.boolean(),
  acknowledgedAt: Instant.nullable(),
  acknowledgedBy: PersonId.nullable(),
  livedOn: PlainDate.nullable(),
  destroyOn: PlainDate.nullable(),
  diedOn: PlainDate.nullable(),
  ageBand: AgeBand.nullable(),
  placeOfDeath: z.string().nullable(),
  caseId: CaseId.nullable(),
})
export type StoredResponse = z.infer<typeof StoredResponse>

export const responseColumns = (tx: Db) => tx`
  r.response_id, r.state, r.version, r.began, r.notification_id, r.joined_to, r.triggers, r.opened_at,
  r.nobody_on_call, r.acknowledged_at, r.acknowledged_by, r.lived_on, r.destroy_on,
  n.died_on, n.age_band, n.place_of_death, n.case_id
`

/** @throws Refusal `not-found`, also to an actor of another area */
export async function findResponse(tx: Db, areaId: AreaId, responseId: ResponseId): Promise<StoredResponse> {
  const [row] = await tx`
    select ${responseColumns(tx)} from intake.responses r
    left join intake.notifications n on n.area_id = r.area_id and n.id = r.notification_id
    where r.area_id = ${areaId} and r.response_id = ${responseId}
  `
  if (row === undefined) throw new Refusal('not-found')
  return StoredResponse.parse({ ...row })
}

/** Whether a response was ever opened for a notification, also one that was joined to another. */
export async function hasResponse(tx: Db, areaId: AreaId, notificationId: NotificationId): Promise<boolean> {
  const rows = await tx`
    select 1 from intake.responses where area_id = ${areaId} and notification_id = ${notificationId} limit 1
  `
  return rows.length > 0
}

/** Locks a response until the transaction ends. @throws Refusal `not-found` */
export async function lockResponse(tx: Db, areaId: AreaId, responseId: ResponseId): Promise<StoredResponse> {
  await tx`
    select 1 from intake.responses where area_id = ${areaId} and response_id = ${responseId} for update
  `
  return findResponse(tx, areaId, responseId)
}

/** @throws Refusal `stale` when it is no longer the version the person saw */
export async function lockVersion(
  tx: Db,
  { areaId, responseId, version }: { areaId: AreaId; responseId: ResponseId; version: number },
): Promise<StoredResponse> {
  const found = await lockResponse(tx, areaId, responseId)
  if (found.version !== version) throw new Refusal('stale')
  return found
}

export async function addResponse(
  tx: Db,
  added: {
    areaId: AreaId
    responseId: ResponseId
    notificationId: NotificationId
    triggers: readonly JarTrigger[]
    nobodyOnCall: boolean
    openedAt: Instant
  },
): Promise<void> {
  await tx`
    insert into intake.responses
      (area_id, response_id, state, version, began, notification_id, triggers, opened_at, nobody_on_call)
    values (${added.areaId}, ${added.responseId}, 'awaiting-decision', 1, 'notification', ${added.notificationId},
      ${[...added.triggers]}, ${added.openedAt}, ${added.nobodyOnCall})
  `
}

/** Writes down who has seen a page, unless somebody had before. */
export async function saveAcknowledged(
  tx: Db,
  areaId: AreaId,
  responseId: ResponseId,
  by: { personId: PersonId; at: Instant },
): Promise<void> {
  await tx`
    update intake.responses set acknowledged_at = ${by.at}, acknowledged_by = ${by.personId}
    where area_id = ${areaId} and response_id = ${responseId} and acknowledged_at is null
  `
}

export async function saveState(
  tx: Db,
  areaId: AreaId,
  responseId: ResponseId,
  state: ResponseState,
): Promise<void> {
  await tx`
    update intake.responses set state = ${state}, version = version + 1
    where area_id = ${areaId} and response_id = ${responseId}
  `
}
