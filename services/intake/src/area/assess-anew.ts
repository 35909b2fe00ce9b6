import type { Db } from '@cdop/database'
import { type Area, assessScope, NotificationId, type ScopeAssessment } from '@cdop/domain'
import type { KeyProvider } from '@cdop/encryption'
import { z } from 'zod'
import { openAnswers } from '../notification/sealed-answers.ts'
import { saveScope } from '../notification/standing.ts'
import { scopeDecisionsOn } from '../residency/scope-decision-store.ts'

/** Notifications opened at a time. */
const BATCH = 200

const Sealed = z.object({
  notificationId: NotificationId,
  formVersion: z.string(),
  answers: z.instanceof(Uint8Array),
  wrapped: z.instanceof(Uint8Array),
})

/**
 * Assesses every undecided notification of an area again, because the area is now another: which authorities belong to
 * it decides whether a death is for its panel. What is on its way to another area is assessed there.
 */
export async function assessAnew(tx: Db, keys: KeyProvider, area: Area): Promise<void> {
  const { areaId } = area
  for (let after: NotificationId | null = null; ; ) {
    const rows = await tx`
      select n.id as notification_id, n.form_version, n.answers, k.wrapped
      from intake.notifications n
      join intake.data_keys k on k.area_id = n.area_id and k.subject = n.id
      where n.area_id = ${areaId} and n.state = 'received' and (${after}::uuid is null or n.id > ${after})
        and not exists (
          select from intake.transfers t
          where t.area_id = n.area_id and t.notification_id = n.id and t.side = 'asking' and t.state = 'accepted'
        )
      order by n.id limit ${BATCH}
    `
    const assessed = new Map<NotificationId, ScopeAssessment['outcome']>()
    for (const row of rows) {
      const { notificationId, wrapped, ...sealed } = Sealed.parse(row)
      const { content } = openAnswers(keys, { areaId, notificationId, wrapped }, sealed)
      const decisions = await scopeDecisionsOn(tx, { areaId, notificationId })
      assessed.set(notificationId, assessScope(content, area, decisions).outcome)
      after = notificationId
    }
    if (assessed.size > 0) await saveScope(tx, areaId, assessed)
    if (rows.length < BATCH) return
  }
}
