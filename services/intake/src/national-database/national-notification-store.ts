import type { Db } from '@cdop/database'
import {
  type AreaId,
  Instant,
  NationalSubmissionId,
  type NotificationId,
  PersonId,
  PlainDate,
  TakenBackReason,
} from '@cdop/domain'
import { z } from 'zod'

/** That the national database was told: by somebody elsewhere, or by this product, which then has a receipt. */
export const NationalNotification = z.strictObject({
  entry: z.int().positive(),
  /** Null where what was recorded by hand before was taken back. */
  toldOn: PlainDate.nullable(),
  takenBack: TakenBackReason.nullable(),
  /** Null when this product told it. */
  recordedBy: PersonId.nullable(),
  recordedAt: Instant,
  submissionId: NationalSubmissionId.nullable(),
  receipt: z.string().nullable(),
})
export type NationalNotification = z.infer<typeof NationalNotification>

/** Somebody told the national database elsewhere, and that was not taken back; `entries` are all, the newest first. */
export function isToldByHand(entries: readonly NationalNotification[]): boolean {
  const byHand = entries.find(({ receipt }) => receipt === null)
  return byHand !== undefined && byHand.takenBack === null
}

type Place = { areaId: AreaId; notificationId: NotificationId }

/**
 * Writes down on which day a person told the national database elsewhere, or corrects that; `from` is the first moment at
 * which it can have been.
 */
export async function addNationalNotification(
  tx: Db,
  { areaId, notificationId }: Place,
  {
    entry,
    toldOn,
    recordedBy,
    recordedAt,
    from,
  }: { entry: number; toldOn: PlainDate; recordedBy: PersonId; recordedAt: Instant; from: Instant },
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

/** Writes down that nobody told the national database elsewhere after all: its clock runs on. */
export async function addTakenBack(
  tx: Db,
  { areaId, notificationId }: Place,
  { entry, because, by, at }: { entry: number; because: TakenBackReason; by: PersonId; at: Instant },
): Promise<void> {
  await tx`
    insert into intake.national_notifications (area_id, notification_id, entry, taken_back, recorded_by, recorded_at)
    values (${areaId}, ${notificationId}, ${entry}, ${because}, ${by}, ${at})
  `
  await tx`
    update intake.notifications set national_told_on = null, national_told_from = null
    where area_id = ${areaId} and id = ${notificationId}
  `
}

/** Writes down that a submission of this product was acknowledged; the first time it was told stays the day it was. */
export async function addReceipt(
  tx: Db,
  { areaId, notificationId }: Place,
  told: {
    entry: number
    toldOn: PlainDate
    at: Instant
    submissionId: NationalSubmissionId
    receipt: string
  },
): Promise<void> {
  const { entry, toldOn, at, submissionId, receipt } = told
  await tx`
    insert into intake.national_notifications (area_id, notification_id, entry, told_on, recorded_at, submission_id,
      receipt)
    values (${areaId}, ${notificationId}, ${entry}, ${toldOn}, ${at}, ${submissionId}, ${receipt})
  `
  await tx`
    update intake.notifications set national_told_on = ${toldOn}, national_told_from = ${at}
    where area_id = ${areaId} and id = ${notificationId} and national_told_on is null
  `
}

/** What was recorded, the newest first. */
export async function nationalNotificationsOf(
  tx: Db,
  { areaId, notificationId }: Place,
): Promise<NationalNotification[]> {
  const rows = await tx`
    select entry, told_on, taken_back, recorded_by, recorded_at, submission_id, receipt from intake.national_notifications
    where area_id = ${areaId} and notification_id = ${notificationId} order by entry desc
  `
  return rows.map((row) => NationalNotification.parse(row))
}
