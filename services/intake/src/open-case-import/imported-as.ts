import type { Db } from '@cdop/database'
import { type AreaId, ImportedAs, type NotificationId } from '@cdop/domain'

/** The row of a bundle an open case came in with; null for every other notification. */
export async function importedAs(
  tx: Db,
  { areaId, notificationId }: { areaId: AreaId; notificationId: NotificationId },
): Promise<ImportedAs | null> {
  const [row] = await tx`
    select import_id, row_number as "row" from intake.import_rows
    where area_id = ${areaId} and notification_id = ${notificationId} and open_case
  `
  return row === undefined ? null : ImportedAs.parse(row)
}
