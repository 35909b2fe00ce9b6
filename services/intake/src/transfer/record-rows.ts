import type { Db } from '@cdop/database'
import type { AreaId, CaseId, NotificationId } from '@cdop/domain'
import { type KeyProvider, rewrapDataKey } from '@cdop/encryption'
import { z } from 'zod'

/** The tables whose rows go along with a notification as they are, in the order they can be written in. */
export const carriedTables = [
  'cases',
  'children',
  'notifications',
  'earlier_answers',
  'confirmations',
  'residency_decisions',
  'discretion_decisions',
  'national_notifications',
  'responses',
  'response_decisions',
  'response_meetings',
  'response_meeting_notes',
  'response_actions',
  'response_checks',
] as const
export type CarriedTable = (typeof carriedTables)[number]

/** Rows as the database writes them in JSON, without their area: what is sealed in them stays sealed. */
type Rows = Record<CarriedTable, string>

/** A notification with all that goes along, its keys wrapped for the area that takes it over. */
export type CopiedRecord = {
  notificationId: NotificationId
  wrapped: Uint8Array
  /** The case it became, with the key of its child. */
  opened: { caseId: CaseId; wrapped: Uint8Array } | null
  rows: Rows
  /** Keys of its responses. */
  responseKeys: readonly { responseId: string; wrapped: Uint8Array }[]
  /** What was decided about other records: the same child, or not. */
  decidedReviews: string
}

const Json = z.object({ rows: z.string() })
const Key = z.object({ responseId: z.string(), wrapped: z.instanceof(Uint8Array) })

type Carried = { notificationId: NotificationId; caseId: CaseId | null }

/** Which rows of a table belong to a record. */
function belongsTo(tx: Db, areaId: AreaId, table: CarriedTable, { notificationId, caseId }: Carried) {
  switch (table) {
    case 'notifications':
      return tx`r.id = ${notificationId}`
    case 'children':
      return tx`r.case_id = ${caseId}`
    case 'response_decisions':
    case 'response_meetings':
    case 'response_meeting_notes':
    case 'response_actions':
    case 'response_checks':
      return tx`r.response_id in (
        select response_id from intake.responses where area_id = ${areaId} and notification_id = ${notificationId}
      )`
    default:
      return tx`r.notification_id = ${notificationId}`
  }
}

async function rowsOf(tx: Db, areaId: AreaId, table: CarriedTable, carried: Carried): Promise<string> {
  const [found] = await tx`
    select coalesce(jsonb_agg(to_jsonb(r) - 'area_id'), '[]')::text as rows
    from ${tx('intake')}.${tx(table)} r
    where r.area_id = ${areaId} and ${belongsTo(tx, areaId, table, carried)}
  `
  return Json.parse(found).rows
}

async function keyOf(tx: Db, areaId: AreaId, subject: string): Promise<Uint8Array> {
  const [key] = await tx`
    select wrapped from intake.data_keys where area_id = ${areaId} and subject = ${subject}
  `
  return Key.pick({ wrapped: true }).parse({ ...key }).wrapped
}

/** Reads what is to be written in another area. What is sealed is not opened; only its keys are wrapped anew. */
export async function openRecordForCopy(
  tx: Db,
  keys: KeyProvider,
  carried: Carried,
  areas: { from: AreaId; to: AreaId },
): Promise<CopiedRecord> {
  const { from } = areas
  const { notificationId, caseId } = carried
  const rewrapped = async (subject: string) =>
    rewrapDataKey(keys, subject, await keyOf(tx, from, subject), areas)
  const rows: Partial<Rows> = {}
  for (const table of carriedTables) rows[table] = await rowsOf(tx, from, table, carried)
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
  return {
    notificationId,
    wrapped: await rewrapped(notificationId),
    opened: caseId === null ? null : { caseId, wrapped: await rewrapped(caseId) },
    rows: z.record(z.enum(carriedTables), z.string()).parse(rows),
    responseKeys: responseKeys.map((row) => {
      const { responseId, wrapped: held } = Key.parse({ ...row })
      return { responseId, wrapped: rewrapDataKey(keys, responseId, held, areas) }
    }),
    decidedReviews: Json.parse(reviews).rows,
  }
}
