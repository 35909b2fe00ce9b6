import type { Db } from '@cdop/database'
import type { AreaId, NotificationId } from '@cdop/domain'
import { type KeyProvider, rewrapDataKey } from '@cdop/encryption'
import { z } from 'zod'

/** The tables whose rows go along with a notification as they are, in the order they can be written in. */
export const carriedTables = [
  'notifications',
  'earlier_answers',
  'confirmations',
  'residency_decisions',
  'discretion_decisions',
  'national_notifications',
  'responses',
  'response_decisions',
] as const
export type CarriedTable = (typeof carriedTables)[number]

/** Rows as the database writes them in JSON, without their area: what is sealed in them stays sealed. */
type Rows = Record<CarriedTable, string>

/** A notification with all that goes along, its keys wrapped for the area that takes it over. */
export type CopiedRecord = {
  notificationId: NotificationId
  wrapped: Uint8Array
  rows: Rows
  /** Keys of responses that began before the death. */
  responseKeys: readonly { responseId: string; wrapped: Uint8Array }[]
  /** What was decided about other records: the same child, or not. */
  decidedReviews: string
}

const Json = z.object({ rows: z.string() })
const Key = z.object({ responseId: z.string(), wrapped: z.instanceof(Uint8Array) })

async function rowsOf(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
  table: CarriedTable,
): Promise<string> {
  const of =
    table === 'notifications'
      ? tx`r.id = ${notificationId}`
      : table === 'response_decisions'
        ? tx`r.response_id in (
            select response_id from intake.responses
            where area_id = ${areaId} and notification_id = ${notificationId}
          )`
        : tx`r.notification_id = ${notificationId}`
  const [found] = await tx`
    select coalesce(jsonb_agg(to_jsonb(r) - 'area_id'), '[]')::text as rows
    from ${tx('intake')}.${tx(table)} r where r.area_id = ${areaId} and ${of}
  `
  return Json.parse(found).rows
}

/** Reads what is to be written in another area. What is sealed is not opened; only its keys are wrapped anew. */
export async function openRecordForCopy(
  tx: Db,
  keys: KeyProvider,
  notificationId: NotificationId,
  areas: { from: AreaId; to: AreaId },
): Promise<CopiedRecord> {
  const { from } = areas
  const [key] = await tx`
    select wrapped from intake.data_keys where area_id = ${from} and subject = ${notificationId}
  `
  const rows: Partial<Rows> = {}
  for (const table of carriedTables) rows[table] = await rowsOf(tx, from, notificationId, table)
  const responseKeys = await tx`
    select k.response_id, k.wrapped from intake.response_keys k
    join intake.responses r on r.area_id = k.area_id and r.response_id = k.response_id
    where k.area_id = ${from} and r.notification_id = ${notificationId}
  `
  const [reviews] = await tx`
    select coalesce(jsonb_agg(jsonb_build_object('id', id, 'other', case notification_id when ${notificationId}
      then candidate_notification_id else notification_id end, 'other_area', candidate_area_id, 'state', state,
      'proposed_at', proposed_at, 'decided_at', decided_at, 'decided_by', decided_by)), '[]')::text as rows
    from intake.duplicate_reviews
    where area_id = ${from} and state <> 'open'
      and ${notificationId} in (notification_id, candidate_notification_id)
  `
  const { wrapped } = Key.pick({ wrapped: true }).parse(key)
  return {
    notificationId,
    wrapped: rewrapDataKey(keys, notificationId, wrapped, areas),
    rows: z.record(z.enum(carriedTables), z.string()).parse(rows),
    responseKeys: responseKeys.map((row) => {
      const { responseId, wrapped: held } = Key.parse({ ...row })
      return { responseId, wrapped: rewrapDataKey(keys, responseId, held, areas) }
    }),
    decidedReviews: Json.parse(reviews).rows,
  }
}
