import type { Db } from '@cdop/database'
import { AreaId, type Instant, UrgentAlertId } from '@cdop/domain'

/** From now on somebody is told at `remindAt` if an alert is not acknowledged by then. */
export async function watchAlert(
  tx: Db,
  areaId: AreaId,
  alertId: UrgentAlertId,
  remindAt: Instant,
): Promise<void> {
  await tx`
    insert into factor_analysis.urgent_alerts_watched (area_id, alert_id, remind_at)
    values (${areaId}, ${alertId}, ${remindAt}) on conflict do nothing
  `
}

/** Takes an alert off the watch. False when it was not on it: nobody is told twice. */
export async function endWatch(tx: Db, areaId: AreaId, alertId: UrgentAlertId): Promise<boolean> {
  const ended = await tx`
    delete from factor_analysis.urgent_alerts_watched where area_id = ${areaId} and alert_id = ${alertId} returning 1
  `
  return ended.length > 0
}

/** Which alerts' time is over, across areas. */
export async function watchedUntil(
  sql: Db,
  now: Instant,
): Promise<{ areaId: AreaId; alertId: UrgentAlertId }[]> {
  const rows = await sql<{ areaId: string; alertId: string }[]>`
    select area_id, alert_id from factor_analysis.urgent_alerts_watched where remind_at <= ${now}
    order by remind_at, alert_id
  `
  return rows.map(({ areaId, alertId }) => ({
    areaId: AreaId.parse(areaId),
    alertId: UrgentAlertId.parse(alertId),
  }))
}
