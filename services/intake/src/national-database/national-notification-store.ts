import type { Db } from '@cdop/database'
import { type AreaId, Instant, type NotificationId, PersonId, PlainDate } from '@cdop/domain'
import { z } from 'zod'

/** One entry: the newest counts, the earlier ones are kept. */
export const NationalNotification = z.strictObject({
  entry: z.int().positive(),
  toldOn: PlainDate,
  recordedBy: PersonId,
  recordedAt: Instant,
})
export type NationalNotification = z.infer<typeof NationalNotification>

type Place = { areaId: AreaId; notificationId: NotificationId }

/** Writes down on which day the national database was told; `from` is the first moment at which it can have been. */
export async function addNationalNotification(
  tx: Db,
  { areaId, notificationId }: Place,
  { entry, toldOn, recordedBy, recordedAt, from }: NationalNotification & { from: Instant },
): Promise<void> {
  await tx`
    with told as (
      insert into intake.national_notifications (area_id, notification_id, entry, told_on, recorded_by, recorded_at)
      values (${areaId}, ${notificationId}, ${entry}, ${toldOn}, ${recordedBy}, ${recordedAt})
    )
    update intake.notifications set national_told_on = ${toldOn}, national_told_from = ${from}
    where area_id = ${areaId} and id = ${notificationId}
  `
}

/** What was recorded, the newest first. */
export async function nationalNotificationsOf(
  tx: Db,
  { areaId, notificationId }: Place,
): Promise<NationalNotification[]> {
  const rows = await tx`
    select entry, told_on, recorded_by, recorded_at from intake.national_notifications
    where area_id = ${areaId} and notification_id = ${notificationId} order by entry desc
  `
  return rows.map((row) => NationalNotification.parse(row))
}
