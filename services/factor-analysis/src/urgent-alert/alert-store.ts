import type { Db } from '@cdop/database'
import {
  AlertBody,
  AlertKind,
  AlertOutcome,
  AlertSide,
  type AreaId,
  Instant,
  londonDate,
  PersonId,
  PlainDate,
  RecommendationSource,
  UrgentAlertId,
} from '@cdop/domain'
import { z } from 'zod'

const Row = z.object({
  alertId: UrgentAlertId,
  year: z.int(),
  number: z.int(),
  kind: AlertKind,
  source: RecommendationSource,
  sealedWords: z.instanceof(Buffer),
  raisedBy: PersonId,
  raisedAt: Instant,
  acknowledgeBy: Instant,
  remindedAt: Instant.nullable(),
  outcome: AlertOutcome.nullable(),
  sealedClosing: z.instanceof(Buffer).nullable(),
  closedBy: PersonId.nullable(),
  closedAt: Instant.nullable(),
  /** Who said already that they know of it. */
  known: z.array(AlertSide),
})

/** "A-2026-001": what a mail or a letter may name an alert by. */
const referenceOf = ({ year, number }: { year: number; number: number }) =>
  `A-${year}-${String(number).padStart(3, '0')}`

const stored = (row: unknown) => {
  const read = Row.parse(row)
  return { ...read, reference: referenceOf(read) }
}
export type StoredAlert = ReturnType<typeof stored>

const columns = (tx: Db) => tx`
  u.alert_id, u.year, u.number, u.kind, u.source, u.sealed_words, u.raised_by, u.raised_at, u.acknowledge_by, u.reminded_at,
  u.outcome, u.sealed_closing, u.closed_by, u.closed_at,
  array(
    select distinct a.side from factor_analysis.urgent_alert_acknowledgements a
    where a.area_id = u.area_id and a.alert_id = u.alert_id order by a.side
  ) as known
`

/** Every alert of an area. */
export async function alertsIn(tx: Db, areaId: AreaId): Promise<StoredAlert[]> {
  const rows = await tx`
    select ${columns(tx)} from factor_analysis.urgent_alerts u where u.area_id = ${areaId} order by u.raised_at desc, u.alert_id
  `
  return rows.map(stored)
}

/** One alert, held for the transaction, or null. */
export async function lockAlert(tx: Db, areaId: AreaId, alertId: UrgentAlertId): Promise<StoredAlert | null> {
  await tx`
    select from factor_analysis.urgent_alerts where area_id = ${areaId} and alert_id = ${alertId} for update
  `
  return findAlert(tx, areaId, alertId)
}

/** One alert, or null. */
export async function findAlert(tx: Db, areaId: AreaId, alertId: UrgentAlertId): Promise<StoredAlert | null> {
  const [row] = await tx`
    select ${columns(tx)} from factor_analysis.urgent_alerts u where u.area_id = ${areaId} and u.alert_id = ${alertId}
  `
  return row === undefined ? null : stored(row)
}

/** Adds one under the next number of its year. One at a time: no number is given twice. */
export async function addAlert(
  tx: Db,
  areaId: AreaId,
  added: Pick<
    StoredAlert,
    'alertId' | 'kind' | 'source' | 'sealedWords' | 'raisedBy' | 'raisedAt' | 'acknowledgeBy'
  >,
): Promise<void> {
  const { alertId, kind, source, sealedWords, raisedBy, raisedAt, acknowledgeBy } = added
  const year = Number(londonDate(raisedAt).slice(0, 4))
  await tx`select pg_advisory_xact_lock(hashtextextended(${`factor_analysis.urgent_alerts:${areaId}`}, 0))`
  await tx`
    insert into factor_analysis.urgent_alerts (area_id, alert_id, year, number, kind, source, sealed_words, raised_by,
      raised_at, acknowledge_by)
    select ${areaId}, ${alertId}, ${year}, coalesce(max(number), 0) + 1, ${kind}, ${source}, ${sealedWords}, ${raisedBy},
      ${raisedAt}, ${acknowledgeBy}
    from factor_analysis.urgent_alerts where area_id = ${areaId} and year = ${year}
  `
}

/** It came to something. The row is locked by the caller. */
export async function closeStoredAlert(
  tx: Db,
  areaId: AreaId,
  alertId: UrgentAlertId,
  {
    outcome,
    sealedClosing,
    by,
    at,
  }: { outcome: AlertOutcome; sealedClosing: Buffer; by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    update factor_analysis.urgent_alerts
    set outcome = ${outcome}, sealed_closing = ${sealedClosing}, closed_by = ${by}, closed_at = ${at}
    where area_id = ${areaId} and alert_id = ${alertId}
  `
}

/** Which body was told, and when. */
export const BodyTold = z.strictObject({ body: AlertBody, toldOn: PlainDate, recordedBy: PersonId })
type BodyTold = z.infer<typeof BodyTold>

/** Which bodies were told, in the order they were. */
export async function bodiesTold(tx: Db, areaId: AreaId, alertId: UrgentAlertId): Promise<BodyTold[]> {
  const rows = await tx`
    select body, told_on, recorded_by from factor_analysis.urgent_alert_bodies
    where area_id = ${areaId} and alert_id = ${alertId} order by told_on, recorded_at, body
  `
  return rows.map((row) => BodyTold.parse({ ...row }))
}

/** A body was told; of one that was told before the first day stays. */
export async function addBodyTold(
  tx: Db,
  areaId: AreaId,
  alertId: UrgentAlertId,
  { body, toldOn, recordedBy, at }: BodyTold & { at: Instant },
): Promise<void> {
  await tx`
    insert into factor_analysis.urgent_alert_bodies (area_id, alert_id, body, told_on, recorded_by, recorded_at)
    values (${areaId}, ${alertId}, ${body}, ${toldOn}, ${recordedBy}, ${at}) on conflict do nothing
  `
}

/** Coordinators and chairs are told that somebody has not said that they know. The row is locked by the caller. */
export async function markReminded(
  tx: Db,
  areaId: AreaId,
  alertId: UrgentAlertId,
  at: Instant,
): Promise<void> {
  await tx`
    update factor_analysis.urgent_alerts set reminded_at = ${at} where area_id = ${areaId} and alert_id = ${alertId}
  `
}
