import type { Db } from '@cdop/database'
import { type AreaId, type NotificationId, ResponseId } from '@cdop/domain'
import { stopPaging } from '../joint-agency-response/due-steps.ts'
import { intakeItself } from '../joint-agency-response/intake-itself.ts'
import { forgetKeys } from '../matching/match-store.ts'
import { destroyAsked } from '../notification-draft/draft-store.ts'
import type { Parts } from '../parts.ts'
import { forgetRelatedRecord } from '../related/related-record-store.ts'
import { deleteRecord } from '../response-record/meeting-store.ts'
import type { CarriedTransfer } from './due-transfers.ts'
import { findTransfer, saveStep } from './transfer-store.ts'

/**
 * The reviews of a record that has left are now of a record of another area: of the area's own records they remain as
 * what is known about that one, without probability or reason; the others left with it.
 */
async function handReviewsOver(
  tx: Db,
  areaId: AreaId,
  notificationId: NotificationId,
  toAreaId: AreaId,
): Promise<void> {
  await tx`
    delete from intake.duplicate_reviews
    where area_id = ${areaId} and notification_id = ${notificationId} and candidate_area_id <> ${areaId}
  `
  await tx`
    update intake.duplicate_reviews
    set notification_id = case notification_id when ${notificationId} then candidate_notification_id
        else notification_id end,
      candidate_area_id = ${toAreaId}, candidate_notification_id = ${notificationId}, probability = null,
      reasons = '[]'
    where area_id = ${areaId} and candidate_area_id = ${areaId}
      and ${notificationId} in (notification_id, candidate_notification_id)
  `
}

/** What was written of meetings goes with the record: were it to come back, it would come back as it is by then. */
async function forgetResponseRecords(tx: Db, areaId: AreaId, notificationId: NotificationId): Promise<void> {
  const rows = await tx<{ responseId: string }[]>`
    select response_id from intake.responses where area_id = ${areaId} and notification_id = ${notificationId}
  `
  for (const { responseId } of rows) await deleteRecord(tx, areaId, ResponseId.parse(responseId))
}

/**
 * Destroys what says who the child was where the record came from: its keys and everything it was found and matched by.
 * What stays is a stub: dates, states, who confirmed by profession, and where it went.
 */
export async function leaveStub(
  parts: Parts,
  { transferId, askingAreaId: areaId }: CarriedTransfer,
): Promise<void> {
  const self = intakeItself(areaId)
  await parts.database.transaction(self, async (tx) => {
    const transfer = await findTransfer(tx, areaId, transferId, { lock: true })
    if (transfer.state !== 'accepted') return
    const { notificationId, caseId, otherAreaId } = transfer
    const at = parts.clock.now()
    await handReviewsOver(tx, areaId, notificationId, otherAreaId)
    await forgetKeys(tx, areaId, notificationId)
    await forgetRelatedRecord(tx, areaId, notificationId)
    await tx`
      delete from intake.match_people where area_id = ${areaId} and notification_id = ${notificationId}
    `
    await stopPaging(tx, areaId, notificationId)
    await destroyAsked(tx, areaId, notificationId)
    await forgetResponseRecords(tx, areaId, notificationId)
    await tx`
      delete from intake.response_keys k using intake.responses r
      where k.area_id = ${areaId} and r.area_id = k.area_id and r.response_id = k.response_id
        and r.notification_id = ${notificationId}
    `
    await tx`
      update intake.notifications
      set state = 'transferred', version = version + 1, decided_at = coalesce(decided_at, ${at}), answers = '',
        nhs_number_index = null, birth_date_and_sex_index = null
      where area_id = ${areaId} and id = ${notificationId}
    `
    await tx`delete from intake.children where area_id = ${areaId} and case_id = ${caseId}`
    await tx`
      delete from intake.data_keys
      where area_id = ${areaId} and (subject = ${notificationId} or subject = ${caseId})
    `
    await saveStep(tx, areaId, transfer, { to: 'completed', completedAt: at })
    await parts.audit.record(tx, self, areaId, {
      action: 'transfer.hand-over',
      object: { kind: 'notification', id: notificationId },
    })
    if (caseId === null) return
    await parts.publisher.publish(tx, self, areaId, {
      type: 'case.transferred.v1',
      subject: caseId,
      payload: { caseId, transferId, toAreaId: otherAreaId },
    })
  })
}
